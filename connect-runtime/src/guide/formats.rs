//! Formats other than JSON text: which ones work through serde, and what each of them loses.
//!
//! The derive implements serde's `Deserialize`, so a model is read by any crate whose format says what each value is.
//! Such a value is written as JSON first and then decoded, so coercion, rules and reports are the same, with these limits:
//!
//! - The error is the format's own, and its message lists every problem. A problem has a path within the model, but no
//!   line and column, which the format keeps to itself. [`from_str`](crate::from_str) has both.
//! - Nothing is borrowed: a model with a lifetime has no `Deserialize`.
//! - There is no drift, and no [`Decoder`](crate::Decoder) with a policy: leniency is the default, or what attributes say.
//! - Values may be nested up to 128 levels deep.
//! - An integer is read from a float only below 2 to the power of 53, where floats are exact.
//! - NaN and infinities are refused with a message that says so, since JSON has none. A `String` or `Value` gets their
//!   name: `"NaN"`, `"inf"`, `"-inf"`.
//! - Bytes are an array of numbers, as in `Vec<u8>`.
//!
//! | format | crate | read | not read |
//! |---|---|---|---|
//! | JSON | `serde_json` | `from_str`, `from_slice`, `from_reader`, `RawValue`: numbers with their exact digits. `from_value`: numbers as the value holds them | |
//! | TOML | `toml` | everything; dates and times as text, hence also as those of `jiff` and `chrono` | the digits of a float: `1.10` is `"1.1"` as a `String` |
//! | YAML | `serde_yaml_ng` and other forks of `serde_yaml` | everything; a tag names the variant of an enum, `!Weight 3` | digits, as in TOML; other tags |
//! | `MessagePack` | `rmp-serde` | structs by name and, if compact, by position; the binary form of types | integers of 128 bits, which it writes as bytes |
//! | CBOR | `ciborium` | the same, and integers of 128 bits; tags are seen through; byte strings as keys, if they are UTF-8 | |
//! | CSV | `csv` | a record as a struct with named fields, by its headers or by position; values as exact text | a record as a tuple struct or enum; numbers that JSON would not accept, such as `007` or `+1` for an integer |
//! | forms, query strings | `serde_urlencoded`, `serde_html_form` | values as exact text | lists and blank options without an attribute, see below |
//! | settings | `figment` | everything | digits, as in TOML |
//! | | `bincode`, `postcard` | | nothing: they don't describe themselves |
//!
//! # Structs by position
//!
//! A compact `MessagePack` or CBOR writer leaves out the names of fields. An array is then read as a struct, at any depth;
//! one that ends early leaves the other fields absent, and one that is too long is a problem. The path of a problem has
//! the position instead of the name. Fields left out in the middle (`skip_serializing_if`) shift those after them, and
//! enums that are internally tagged need the form with names, `rmp_serde::to_vec_named`.
//!
//! Addresses of std and `uuid::Uuid` are read in their binary form as well as from text, except inside serde's own
//! `flatten` and `untagged`, which don't say that the format is binary.
//!
//! # CSV
//!
//! Fields have no type, so every one is text, from which numbers and bools are coerced. A blank field is `None` for an
//! `Option`, an empty string for a string, and a problem for anything else. With `#[connect(with = connect_runtime::with::csv)]`
//! a field is a list. Inside serde's own `flatten`, `csv` guesses types before the model is asked, and `007` is `7`.
//!
//! # Forms
//!
//! `id=1` is text, whether it is the only one or the first of many, and so is the nothing of `owner=`. Two attributes say
//! what is meant:
//!
//! ```
//! use connect_runtime::{ConnectModel, from_str};
//!
//! #[derive(Debug, PartialEq, ConnectModel)]
//! struct Filter {
//!     /// `id=1`, and with `serde_html_form` also `id=1&id=2`.
//!     #[connect(one_or_many, default)]
//!     id: Vec<u32>,
//!     /// `owner=` as well as no `owner` at all.
//!     #[connect(empty_as_none)]
//!     owner: Option<u32>,
//! }
//!
//! // As the two crates pass the form `id=1&owner=`.
//! let filter: Filter = from_str(r#"{"id": "1", "owner": ""}"#)?;
//! assert_eq!(filter, Filter { id: vec![1], owner: None });
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! `serde_urlencoded` passes a repeated key as two keys, which is a `duplicate_field`; use `serde_html_form` for lists.
//!
//! # Formats that don't describe themselves
//!
//! `bincode` and `postcard` write neither names nor types, so only code that knows the exact types can read them, and a
//! model accepts more than one. They are refused; `bincode` gives the reason and the model's name, `postcard` keeps no
//! message and says `WontImplement`.
