//! What few inputs need, apart from the reader, which is made and dropped for every record.

use super::repeated::Repeats;

#[derive(Debug, Default)]
pub(crate) struct Rare {
    /// How many bytes were read again for all problems of their best variants.
    pub(crate) work_for_best: usize,
    /// How many untagged enums around the current value report the problems of their best variant.
    pub(crate) expanded: usize,
    /// How many bytes were searched for keys that may be meant by missing fields.
    pub(crate) searched: usize,
    /// The length in bytes of the texts around this one, if it is the contents of a string.
    pub(super) outer_bytes: usize,
    /// The offsets in bytes of the strings that were read as JSON text, in ascending order.
    pub(super) opened: Vec<usize>,
    /// What is known of objects with keys that come again.
    pub(super) repeats: Option<Repeats>,
}
