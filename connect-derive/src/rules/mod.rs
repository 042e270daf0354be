//! The rules for the values of fields.

mod call;
mod limits;
pub(crate) mod number;
mod one_of;
pub(crate) mod parse;
pub(crate) mod rule;
