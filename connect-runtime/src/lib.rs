//! Models for APIs you don't control.
//!
//! Write a plain struct and derive [`ConnectModel`](derive@ConnectModel). What the API really sends becomes a valid value,
//! or a [`Report`] of every problem with its path, line and column.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(Debug, ConnectModel)]
//! #[connect(rename_all = "camelCase", alias_all = "snake_case")]
//! struct Account {
//!     id: String,
//!     seats: u32,
//!     owner_name: String,
//!     label: Option<String>,
//! }
//!
//! let account: Account = from_str(r#"{"id": 3119.45, "seats": "12", "owner_name": "Acme"}"#)?;
//! assert_eq!((account.id.as_str(), account.seats, account.label), ("3119.45", 12, None));
//!
//! let report = from_str::<Account>(r#"{"id": null, "seats": -1}"#).unwrap_err();
//! assert_eq!(
//!     report.to_string(),
//!     "1:1: ownerName: required field `ownerName` is missing [missing_field]\n\
//!      1:8: id: expected a string, found `null` [wrong_type]\n\
//!      1:23: seats: the number `-1` is out of range, expected 0 to 4294967295 [number_out_of_range]"
//! );
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! The page of [the derive](derive@ConnectModel) has all attributes. [`ConnectSession`] is a model that is ready to use.
//!
//! # What is accepted
//!
//! Coercion moves a value across the quotes and changes nothing else: there is no trimming, rounding or guessing.
//!
//! | type | accepted as it is | accepted leniently | refused |
//! |---|---|---|---|
//! | `String`, `&str`, `Cow<str>`, `Box<str>` | string | number, as its exact text | `true`, `null`, arrays, objects |
//! | integers | number of integral value in range: `5`, `5.0`, `5e2` | string that is such a number | fractions, `""`, `" 5"`, `"0x10"` |
//! | `f32`, `f64` | number | string that is a JSON number | what would be infinite; `"NaN"` |
//! | `bool` | `true`, `false` | `"true"`, `"false"` | `0`, `1`, `"yes"` |
//! | dates, addresses | string in their format | | everything else |
//! | enums of names | their names and aliases | other names, if a variant is `other` | numbers; other names |
//! | `serde_json::Value`, `RawValue` | any JSON; into `Value` no number beyond `f64` | | |
//!
//! A field is required unless it is an `Option` or has a default. `null` is for `Option` alone; `Option<Option<T>>` tells
//! it from an absent field. Keys that the model does not have are skipped, and a key that stands twice is a problem (but for `Value`, which keeps the last).
//!
//! # Problems
//!
//! A [`Report`] lists up to 100 [`Issue`]s in the order of the text. An issue has a [`Code`] that is stable, a [`Path`]
//! (`lines[2].sku`, or `/lines/2/sku` as a JSON Pointer), a message for people, and line, column and byte range where there
//! was a text. Only broken JSON or a limit ends the reading before all problems are found.
//!
//! # Drift and policy
//!
//! What was accepted leniently is [`Drift`]. It is silent until asked for, and an error if a [`Decoder`] says so: one model
//! can be strict in tests and lenient in production.
//!
//! ```
//! use connect_runtime::{Decoder, DriftKind};
//!
//! let decoded = Decoder::new().decode::<Vec<u8>>(r#"[1, "2"]"#)?;
//! let change = &decoded.drift.changes()[0];
//! assert_eq!((decoded.value, change.kind(), change.column()), (vec![1, 2], DriftKind::Coerced, Some(5)));
//!
//! assert!(Decoder::new().strict(true).from_str::<Vec<u8>>(r#"[1, "2"]"#).is_err());
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! # Streams
//!
//! [`stream`] reads NDJSON, concatenated values or the items of one array, one record at a time; a broken record costs no
//! other. A [`Tally`] sums up what was wrong or drifted.
//!
//! ```
//! use connect_runtime::{stream, Tally};
//!
//! let (mut tally, mut sum) = (Tally::new(), 0);
//! for result in stream::<u32>("1\n\"2\"\ntrue\n4\n".as_bytes()) {
//!     tally.add(&result);
//!     sum += result.map_or(0, |number| number.value);
//! }
//! assert_eq!((sum, tally.valid(), tally.rejected()), (7, 3, 1));
//! assert_eq!((tally.drift()[0].kind(), tally.issues()[0].line()), ("coerced", Some(3)));
//! ```
//!
//! # With serde
//!
//! The derive implements serde's `Deserialize` as well, so that a model works wherever serde does, and honours serde's
//! attributes, so that `#[derive(Serialize)]` beside it needs no second spelling.
//!
//! # Cargo features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `models` | yes | [`ConnectSession`] and [`Categories`], and the feature `jiff` |
//! | `jiff` | with `models` | `jiff::Timestamp` and civil `Date`, `Time` and `DateTime` as field types |
//! | `pattern` | yes | the rule `pattern` |
//! | `email`, `url`, `uuid` | no | the rules of these names; `url::Url` and `uuid::Uuid` as field types |
//! | `chrono`, `indexmap`, `rust_decimal`, `secrecy` | no | the types of these crates as field types |
//! | `pretty` | no | `Report::render`: the lines of the text with the problems marked in them |

#![forbid(unsafe_code)]

// For the models of this crate: generated code names it as its users do.
#[cfg(feature = "models")]
extern crate self as connect_runtime;

/// The code in the README is tested like that of these pages.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod adapters;
mod decode;
mod decoder;
mod drift;
mod enums;
mod from;
pub mod guide;
mod json;
mod model;
mod models;
mod object;
mod reader;
mod report;
mod rules;
mod serde_bridge;
mod shape;
mod std_models;
mod stream;
mod tally;
mod types;
pub mod with;

pub use connect_derive::ConnectModel;
pub use decode::{Decode, DecodeOwned, MapKey};
pub use decoder::{Decoded, Decoder};
pub use drift::{Change, Drift, DriftKind};
pub use from::{from_reader, from_slice, from_str, from_value};
pub use json::{Path, Segment};
pub use model::ConnectModel;
#[cfg(feature = "models")]
pub use models::{Categories, ConnectSession};
pub use report::{Code, Issue, Rejection, Report};
pub use stream::{StreamError, stream, stream_slice};
pub use tally::{Tally, TallyRow};
