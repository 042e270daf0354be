//! Reads JSON text (RFC 8259) in place: tokens, skipping of values, and conversion between offsets and
//! paths.
//!
//! Nothing here depends on types or rules.

pub(crate) mod ahead;
mod columns;
mod contents;
pub(crate) mod cursor;
mod decimal;
mod dialect;
pub(crate) mod digest;
mod exact;
pub(crate) mod find;
pub(crate) mod locate;
mod non_finite;
pub(crate) mod not_json;
mod number;
mod parse_path;
mod path;
mod path_form;
mod places;
pub(crate) mod pointer;
pub(crate) mod scan;
mod skip;
mod string;
mod text;

pub(crate) use columns::{BYTE_ORDER_MARK, Columns, count_chars};
pub(crate) use contents::Contents;
pub(crate) use cursor::{Cursor, Fault, FaultKind, Halted, not_utf8};
pub(crate) use decimal::Decimal;
pub(crate) use dialect::Dialect;
pub(crate) use exact::Exact;
pub(crate) use non_finite::is_quoted_word;
pub(crate) use number::Number;
pub use parse_path::ParsePathError;
pub(crate) use path::AnyIndex;
pub use path::{Path, Segment};
pub(crate) use path_form::Steps;
pub(crate) use places::Places;
pub(crate) use skip::Open;
pub(crate) use text::JsonText;
