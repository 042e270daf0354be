//! What a user of serde writes for the same job: the same fields, both spellings, the same fallback.

pub(crate) mod borrowed;
mod categories;
mod lenient;
pub(crate) mod number_ids;
pub(crate) mod string_ids;
