//! Values in unusual forms: what APIs send in place of the value that they mean.
//!
//! # A value that stands for none
//!
//! `none_if` and `default_if` list JSON values that stand for `None` or for the field's default: PHP sends `[]` for an empty
//! object, WordPress `false` for nothing, others `"N/A"`, `"-"` or `"0000-00-00"`. On the container they are for all fields
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
