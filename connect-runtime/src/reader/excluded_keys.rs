//! Keys of an object that the model reading it must not see, because they belong to something around it: the tag of an
//! enum, or the fields of a struct that the model is flattened into.

use crate::shape::{Field, Shape};

/// A key that belongs to no field of the current model, with its value still to be read.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'k> {
    pub(crate) name: &'k str,
    /// The offset in bytes of the object's opening brace.
    pub(crate) object: usize,
}

/// The keys that the models being read do not see.
#[derive(Debug, Default)]
pub(crate) struct ExcludedKeys {
    /// The tag of the innermost enum.
    pub(super) tag: Option<Tag>,
    /// What else is excluded, the innermost last; rarely anything.
    pub(super) more: Vec<Excluded>,
}

/// The tag of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    pub(crate) field: &'static Field,
    /// The offset in bytes of the object's opening brace.
    pub(crate) object: usize,
    /// The offset of its first key.
    pub(crate) at: usize,
    /// The offset after the value of that key.
    pub(crate) end: usize,
}

#[derive(Debug)]
pub(super) enum Excluded {
    /// The tag of an enum around the innermost one, in the same object.
    Tag(Tag),
    /// All keys of an object but those at these offsets, in ascending order.
    AllBut { object: usize, seen: Vec<usize> },
}

/// Why a key is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exclusion {
    Tag,
    /// The key repeats the tag.
    SecondTag,
    /// The key belongs to something else.
    Foreign,
}

impl Tag {
    pub(super) fn exclusion_of(&self, entry: Entry<'_>, key: usize) -> Option<Exclusion> {
        match entry {
            Entry { name, object } if name != self.field.name || object != self.object => None,
            _ if self.at == key => Some(Exclusion::Tag),
            _ => Some(Exclusion::SecondTag),
        }
    }
}

impl Excluded {
    pub(super) fn exclusion_of(&self, entry: Entry<'_>, key: usize) -> Option<Exclusion> {
        match self {
            Self::Tag(tag) => tag.exclusion_of(entry, key),
            Self::AllBut { object, seen } => {
                let foreign = *object == entry.object && seen.binary_search(&key).is_err();
                foreign.then_some(Exclusion::Foreign)
            }
        }
    }
}

impl ExcludedKeys {
    /// Whether some key of the object at `object` may be excluded.
    #[inline]
    pub(crate) fn affect(&self, object: usize) -> bool {
        !self.more.is_empty() || self.tag_of(object).is_some()
    }

    /// The tag of the innermost enum, if the object at `object` is that enum.
    #[inline]
    pub(crate) fn tag_of(&self, object: usize) -> Option<&Tag> {
        self.tag.as_ref().filter(|tag| tag.object == object)
    }

    /// Whether a key of the object at `object` that is a name of the `shape` may be excluded.
    #[inline]
    pub(crate) fn may_exclude(&self, object: usize, shape: &Shape) -> bool {
        self.tag_of(object).is_some_and(|tag| shape.has(tag.field.name)) || self.more_may_exclude(object, shape)
    }

    #[inline]
    fn more_may_exclude(&self, object: usize, shape: &Shape) -> bool {
        self.more.iter().any(|excluded| match excluded {
            Excluded::Tag(tag) => tag.object == object && shape.has(tag.field.name),
            Excluded::AllBut { object: of, .. } => *of == object,
        })
    }
}
