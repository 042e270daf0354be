//! Keys of an object that the model reading it must not see, because they belong to something around it: the tag of an
//! enum, or the fields of a struct that the model is flattened into.

use crate::{
    message::Message,
    shape::{Field, Shape},
};

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
    /// The name of the enum.
    pub(crate) model: &'static str,
    /// The offset in bytes of the object's opening brace.
    pub(crate) object: usize,
    /// The offset of its first key.
    pub(crate) at: usize,
    /// The offset after the value of that key.
    pub(crate) end: usize,
    /// Whether the key is the tag's whatever its case.
    pub(crate) ignores_case: bool,
}

#[derive(Debug)]
pub(super) enum Excluded {
    /// The tag of an enum around the innermost one, in the same object.
    Tag(Tag),
    /// The tag of an enum that keeps it: whatever has a place for the key sees it, and nothing has to.
    Kept(Tag),
    /// All keys of an object but those at these offsets, in ascending order.
    AllBut { object: usize, seen: Vec<usize> },
}

/// Why a key is not seen, or need not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exclusion {
    Tag,
    /// The key is a tag that whatever has a place for it sees.
    Kept,
    /// The key repeats the tag.
    SecondTag,
    /// The key belongs to something else.
    Foreign,
}

/// Describes a field that seems to be missing because the enum `taker` took its key as the tag.
#[cold]
pub(crate) fn describe_taken(name: &str, taker: &str) -> Message {
    let params = [("field", name.into()), ("model", taker.into()), ("reason", "tag".into())];
    let text = "required field `{field}` is missing, since `{model}` took it as its tag: put `#[connect(keep_tag)]` on \
                `{model}` to let the variant see it, too";
    Message::fill(text, params)
}

impl Tag {
    pub(super) fn exclusion_of(&self, entry: Entry<'_>, key: usize) -> Option<Exclusion> {
        match entry {
            Entry { name, object } if object != self.object || !self.has_name(name) => None,
            _ if self.at == key => Some(Exclusion::Tag),
            _ => Some(Exclusion::SecondTag),
        }
    }

    fn has_name(&self, name: &str) -> bool {
        name == self.field.name || (self.ignores_case && name.eq_ignore_ascii_case(self.field.name))
    }

    /// Whether a field of the `shape` has its name.
    #[inline]
    fn is_field_of(&self, shape: &Shape) -> bool {
        shape.has(self.field.name)
            || (self.ignores_case && shape.spellings.all().iter().any(|(spelling, _)| self.has_name(spelling)))
    }
}

impl Excluded {
    /// The offset in bytes of the object whose keys it is about.
    fn object(&self) -> usize {
        match self {
            Self::Tag(tag) | Self::Kept(tag) => tag.object,
            Self::AllBut { object, .. } => *object,
        }
    }

    pub(super) fn exclusion_of(&self, entry: Entry<'_>, key: usize) -> Option<Exclusion> {
        match self {
            Self::Tag(tag) => tag.exclusion_of(entry, key),
            Self::Kept(tag) => match tag.exclusion_of(entry, key) {
                Some(Exclusion::Tag) => Some(Exclusion::Kept),
                repeated => repeated,
            },
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
        self.more.last().is_some_and(|excluded| excluded.object() == object) || self.tag_of(object).is_some()
    }

    /// What is excluded from the object at `object` besides the tag of the innermost enum, from the inside to the
    /// outside. Objects inside others come later, and leave the list before those go on.
    pub(super) fn more_of(&self, object: usize) -> impl Iterator<Item = &Excluded> {
        self.more.iter().rev().take_while(move |excluded| excluded.object() == object)
    }

    /// How many enums keep a tag in the object at `object`.
    pub(crate) fn count_kept(&self, object: usize) -> usize {
        self.more_of(object).filter(|excluded| matches!(excluded, Excluded::Kept(_))).count()
    }

    /// The enum that took a key of the object at `object` as its tag and keeps it to itself, if `wanted` accepts the
    /// key.
    pub(crate) fn taker(&self, object: usize, wanted: impl Fn(&str) -> bool) -> Option<&'static str> {
        let outer = self.more_of(object).filter_map(|excluded| match excluded {
            Excluded::Tag(tag) => Some(tag),
            Excluded::Kept(_) | Excluded::AllBut { .. } => None,
        });
        self.tag_of(object).into_iter().chain(outer).find(|tag| wanted(tag.field.name)).map(|tag| tag.model)
    }

    /// The tag of the innermost enum, if the object at `object` is that enum.
    #[inline]
    pub(crate) fn tag_of(&self, object: usize) -> Option<&Tag> {
        self.tag.as_ref().filter(|tag| tag.object == object)
    }

    /// Whether a key of the object at `object` that is a name of the `shape` may be excluded.
    #[inline]
    pub(crate) fn may_exclude(&self, object: usize, shape: &Shape) -> bool {
        self.tag_of(object).is_some_and(|tag| tag.is_field_of(shape)) || self.more_may_exclude(object, shape)
    }

    #[inline]
    fn more_may_exclude(&self, object: usize, shape: &Shape) -> bool {
        self.more_of(object).any(|excluded| match excluded {
            Excluded::Tag(tag) => tag.is_field_of(shape),
            Excluded::Kept(_) => false,
            Excluded::AllBut { .. } => true,
        })
    }
}
