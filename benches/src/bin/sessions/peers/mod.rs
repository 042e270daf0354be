//! What a user of serde would write: the same fields, both spellings and the same fallback.

pub(crate) mod borrowed;
mod categories;
mod lenient;
pub(crate) mod number_ids;
pub(crate) mod string_ids;
