//! Reads JSON text (RFC 8259) in place: tokens, skipping of values, and conversion of offsets to paths.
//!
//! Nothing here depends on types or rules.

pub(crate) mod ahead;
pub(crate) mod cursor;
mod decimal;
pub(crate) mod digest;
mod exact;
pub(crate) mod locate;
pub(crate) mod not_json;
mod number;
mod parse_path;
mod path;
mod path_form;
pub(crate) mod scan;
mod skip;
mod string;

pub(crate) use cursor::{Cursor, Fault, FaultKind, Halted};
pub(crate) use decimal::Decimal;
pub(crate) use exact::Exact;
pub(crate) use number::Number;
pub use parse_path::ParsePathError;
pub(crate) use path::AnyIndex;
pub use path::{Path, Segment};
pub(crate) use path_form::Steps;
pub(crate) use skip::Open;
