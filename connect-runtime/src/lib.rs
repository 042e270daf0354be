//! Models for APIs you don't control.
//!
//! Write a plain struct and derive [`ConnectModel`](derive@ConnectModel). Whatever the API really sends becomes either
//! a valid value or a [`Report`] of every problem, with its path, line and column.
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
//! All attributes are documented on [the derive](derive@ConnectModel). [`ConnectSession`] is a ready-made model.
//!
//! # What is accepted
//!
//! Coercion only crosses the quotes: a number is accepted for a string, and a string for a number or a bool. Nothing is
//! trimmed, rounded or guessed.
//!
//! | type | accepted as is | accepted leniently | rejected |
//! |---|---|---|---|
//! | `String`, `&str`, `Cow<str>`, `Box<str>` | string | number, as its exact text | `true`, `null`, arrays, objects |
//! | integers | number in range with an integral value: `5`, `5.0`, `5e2` | string that contains such a number | fractions, `""`, `" 5"`, `"0x10"` |
//! | `f32`, `f64` | number | string that contains a JSON number; with [`Decoder::non_finite`], `NaN` and infinities | numbers that would be infinite |
//! | `bool` | `true`, `false` | `"true"`, `"false"` | `0`, `1`, `"yes"` |
//! | dates, addresses | string in the format of the type | | everything else |
//! | unit-only enums | names and aliases of variants | other names, if a variant is `other` | numbers; other names |
//! | `PathBuf`, `&Path`, `Box<Path>` | as `String` | as `String` | as `String` |
//! | `Duration`, `SystemTime`, `OsString`, ranges, `Bound`, `Result` | the object or variant that serde writes | what its fields accept | other keys |
//! | cells, locks, atomics, `Wrapping`, `Reverse` | what they hold | what they hold | what they hold rejects |
//! | [`Spanned`] | what it holds, whose range of bytes it keeps | what it holds | what it holds rejects |
//! | `serde_json::Value`, `RawValue` | any JSON | | for `Value`: numbers out of range for `f64` |
//!
//! A field is required unless it is an `Option` or has a default. Only an `Option` accepts `null`; `Option<Option<T>>`
//! distinguishes it from an absent field. Unknown keys are skipped. A duplicate key is a problem, except in a `Value`,
//! which keeps the last one; if a field has the same value twice, that is drift.
//!
//! # Problems
//!
//! A [`Report`] lists up to 100 [`Issue`]s in input order. An issue has a stable [`Code`], a [`Path`] (`lines[2].sku`,
//! or `/lines/2/sku` as a JSON Pointer) and a message for people, and for JSON text a line, column and byte range. Only
//! invalid JSON or an exceeded limit ends decoding before all problems are found.
//!
//! # Drift and policy
//!
//! What was accepted leniently is recorded as [`Drift`]. It is available on request, and a [`Decoder`] can turn it into
//! an error: the same model can be strict in tests and lenient in production.
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
//! [`stream`] reads NDJSON, concatenated values, JSON text sequences or the items of arrays, one record at a time. An invalid record does
//! not affect the others. [`Decoder::records_at`] reads the items of an array inside an envelope, and a [`RecordBuffer`]
//! takes pieces from an asynchronous source. A [`Tally`] counts problems and drift over all records.
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
//! # Partial text
//!
//! [`partial()`] reads as much as there is of a text that is cut off, such as a language model's answer on its way.
//!
//! ```
//! use connect_runtime::{partial, ConnectModel};
//!
//! #[derive(Debug, ConnectModel)]
//! #[connect(partial)]
//! struct Answer { title: String, year: u16 }
//!
//! let part = partial::<Answer>(r#"{"title": "The old harb"#);
//! assert_eq!(part.value().unwrap().title.as_deref(), Some("The old harb"));
//! assert!(part.report().is_none());
//! ```
//!
//! # With serde
//!
//! The derive also implements serde's `Deserialize`, so a model works wherever serde does. It honours `#[serde(..)]`
//! attributes, so names need not be repeated for `#[derive(Serialize)]`. It reads JSON, TOML, YAML, `MessagePack`, CBOR,
//! CSV, forms and settings; [`guide::formats`] says with which limits.
//!
//! # Types of other crates
//!
//! `connect_runtime::serde_json` and, with the feature `jiff`, `connect_runtime::jiff` are the crates themselves, in the
//! version whose types this crate reads. A dependency of your own is only needed for more of their cargo features.
//!
//! ```
//! # #[cfg(feature = "jiff")] {
//! use connect_runtime::{from_str, jiff::Timestamp, serde_json::Value, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Event { at: Timestamp, payload: Value }
//!
//! let event: Event = from_str(r#"{"at": "2024-11-23T08:30:00Z", "payload": {"seats": 3}}"#)?;
//! assert_eq!((event.at.as_second(), event.payload["seats"].as_u64()), (1_732_350_600, Some(3)));
//! # }
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! The types of `chrono`, `indexmap`, `rust_decimal`, `secrecy`, `url` and `uuid` need the feature of the same name.
//!
//! # Cargo features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `models` | yes | [`ConnectSession`] and [`Categories`], and the feature `jiff` |
//! | `jiff` | with `models` | `jiff::Timestamp` and civil `Date`, `Time` and `DateTime` as field types |
//! | `pattern` | yes | the rule `pattern` |
//! | `email`, `url`, `uuid` | no | the rules of the same names; `url::Url` and `uuid::Uuid` as field types |
//! | `chrono`, `indexmap`, `rust_decimal`, `secrecy` | no | the types of these crates as field types |
//! | `pretty` | no | `Report::render`: source lines with the problems marked below them |

#![forbid(unsafe_code)]

// The crate's own models need this: generated code refers to the crate by name.
#[cfg(feature = "models")]
extern crate self as connect_runtime;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod adapters;
mod converted;
mod decode;
mod decoder;
mod drift;
mod enums;
mod from;
pub mod guide;
mod json;
mod message;
mod model;
mod models;
mod object;
mod one_line;
mod partial;
mod reader;
mod report;
mod round_trip;
mod rules;
mod serde_bridge;
mod shape;
mod spanned;
mod std_models;
mod stream;
mod tally;
mod types;
pub mod with;

pub use connect_derive::ConnectModel;
pub use decode::{Decode, DecodeOwned, MapKey};
pub use decoder::{Decoded, Decoder};
pub use drift::{Change, Drift, DriftKind, ParseDriftKindError};
pub use from::{from_reader, from_slice, from_str, from_value};
pub use json::{ParsePathError, Path, Segment};
pub use message::{Param, Params, ParamsIter};
pub use model::ConnectModel;
#[cfg(feature = "models")]
pub use models::{Categories, ConnectSession};
pub use partial::{PartState, Partial, PartialModel, partial, partial_slice};
pub use reader::Duplicates;
pub use report::{Code, Issue, Rejection, Report};
pub use round_trip::assert_round_trips;
pub use spanned::Spanned;
pub use stream::{RecordBuffer, Records, RecordsAt, SliceRecords, StreamError, stream, stream_slice};
pub use tally::{Tally, TallyRow};

// Their types are those of fields and arguments, so users need the same version.
#[cfg(feature = "jiff")]
#[doc(no_inline)]
pub use jiff;
#[doc(no_inline)]
pub use serde_json;
