//! A problem found while decoding or validating, before its position is worked out.

use super::code::Code;
use crate::{json::Segment, message::Message};

/// A problem whose position is an offset into the input, a trail of segments below that offset, or both.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) message: Message,
    /// Whether the value's text must not be shown.
    pub(crate) hidden: bool,
    /// The offset in bytes of the value or key; `None` while only the trail is known.
    pub(crate) at: Option<usize>,
    /// The path from that offset to the problem, innermost segment first: the missing field of the object at `at`,
    /// or the whole path if there is no input text.
    pub(crate) trail: Vec<Step>,
}

/// One step of a trail.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    To(Segment),
    /// An item of a set: its index in the set's own order, which may not be the input's, and its spelling as a key,
    /// which only a scalar has.
    Member(usize, Option<String>),
}

impl From<Step> for Segment {
    fn from(step: Step) -> Self {
        match step {
            Step::To(segment) => segment,
            Step::Member(index, _) => Self::Index(index),
        }
    }
}
