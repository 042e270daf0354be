//! Values in unusual forms: what APIs send in place of the value that they mean.
//!
//! # A value that stands for none
//!
//! `none_if` and `default_if` list JSON values that stand for `None` or for the field's default: PHP sends `[]` for an empty
//! object, others send `false`, `"N/A"`, `"-"` or `"0000-00-00"`. On the container they are for all fields
//! that they fit. Any other value is read as usual, so one that is invalid is still a problem, unlike with `fallback`:
//!
//! ```
//! use connect_runtime::{ConnectModel, Decoder};
//! use jiff::civil::Date;
//! use std::collections::BTreeMap;
//!
//! #[derive(ConnectModel)]
//! #[connect(none_if("", "N/A"))]
//! struct Account {
//!     plan: Option<String>,
//!     #[connect(none_if("0000-00-00"))]
//!     closed: Option<Date>,
//!     #[connect(default_if([]))]
//!     limits: BTreeMap<String, u32>,
//! }
//!
//! let text = r#"{"plan": "N/A", "closed": "0000-00-00", "limits": []}"#;
//! let account = Decoder::new().decode::<Account>(text)?;
//! assert!(account.value.plan.is_none() && account.value.closed.is_none() && account.value.limits.is_empty());
//! assert_eq!(account.drift.to_string(), "1:51: limits: found `[]` [defaulted]");
//!
//! let report = Decoder::new().from_str::<Account>(r#"{"closed": "0000-00-01", "limits": {}}"#).err().unwrap();
//! assert_eq!(report.issues()[0].path().to_string(), "closed");
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! A sentinel wins over a value that the type accepts, too: with `none_if(0)` on an `Option<u32>`, 0 is `None`.
//!
//! # JSON in a string
//!
//! Queues and webhooks often send JSON text in a string. `json_string` reads it as the field's type, and what is wrong in it
//! has its own path, line and column in the text that was sent:
//!
//! ```
//! use connect_runtime::{ConnectModel, from_str};
//!
//! #[derive(ConnectModel)]
//! struct Payload { seats: u32 }
//!
//! #[derive(ConnectModel)]
//! struct Message {
//!     #[connect(json_string)]
//!     body: Payload,
//! }
//!
//! assert_eq!(from_str::<Message>(r#"{"body": "{\"seats\": 3}"}"#)?.body.seats, 3);
//!
//! let report = from_str::<Message>(r#"{"body": "{\"seats\": true}"}"#).err().unwrap();
//! assert_eq!(report.to_string(), "1:23: body.seats: expected an integer, found `true` [wrong_type]");
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! The value may also be there as it is, which is drift of the kind `coerced`.
//!
//! # Text with white space around it, or in any case
//!
//! `trim`, `lowercase` and `uppercase` change text before its rules are checked. This is drift of the kind `normalized`
//! where the text changes. In `each(..)` they change the items of a list or the values of a map:
//!
//! ```
//! use connect_runtime::{ConnectModel, Decoder};
//!
//! #[derive(ConnectModel)]
//! struct Account {
//!     #[connect(trim, lowercase, one_of("free", "pro"))]
//!     plan: String,
//!     #[connect(each(trim, length(min = 1)))]
//!     tags: Vec<String>,
//! }
//!
//! let account = Decoder::new().decode::<Account>(r#"{"plan": "Pro ", "tags": ["a", " b"]}"#)?;
//! assert_eq!((account.value.plan.as_str(), account.value.tags[1].as_str()), ("pro", "b"));
//! let drift = "1:10: plan: found `\"Pro \"` [normalized]\n1:32: tags[1]: found `\" b\"` [normalized]";
//! assert_eq!(account.drift.to_string(), drift);
//! # Ok::<(), connect_runtime::Report>(())
//! ```
