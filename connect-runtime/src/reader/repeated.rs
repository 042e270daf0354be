//! What is known of keys that come again in one object, and which of their values is taken.

use std::{collections::HashMap, hash::RandomState, ops::Range};

/// Which value is taken of a key that comes again with another one, or of a name and its alias.
///
/// ```
/// use connect_runtime::{ConnectModel, Decoder, Duplicates};
///
/// #[derive(Debug, ConnectModel)]
/// struct Seat { row: u8 }
///
/// let text = r#"{"row": 1, "row": 2}"#;
/// let row = |duplicates| Decoder::new().duplicates(duplicates).from_str::<Seat>(text).map(|seat| seat.row);
/// assert_eq!((row(Duplicates::First), row(Duplicates::Last)), (Ok(1), Ok(2)));
/// assert_eq!(row(Duplicates::Refuse).unwrap_err().issues()[0].code().as_str(), "duplicate_field");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Duplicates {
    /// None: another value is a problem, `duplicate_field`.
    #[default]
    Refuse,
    /// The first, which is drift.
    First,
    /// The last, which is drift.
    Last,
}

/// The values of the fields of objects with keys that come again.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    pub(super) keys: RandomState,
    /// By the offset of the object, and the address of the shape whose fields are meant.
    pub(super) objects: HashMap<(usize, usize), Values>,
}

/// The values of one object's fields up to the offset `next`, by the field's index.
#[derive(Debug)]
pub(super) struct Values {
    pub(super) next: usize,
    pub(super) taken: HashMap<usize, Value>,
}

/// A value that was taken.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) range: Range<usize>,
    /// Known once it was compared.
    pub(super) digest: Option<u64>,
}
