//! `length`: the number of Unicode scalar values in a string, or of items in a collection.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, LinkedList, VecDeque};

use super::violation::{explain, record_violation};
use crate::{
    message::{Message, Params},
    report::{Code, Problems},
};

/// The smallest and the largest length allowed.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// No less than this.
    min: Option<usize>,
    /// No more than this.
    max: Option<usize>,
}

/// A type with a length.
#[diagnostic::on_unimplemented(
    message = "the rule `length` does not fit `{Self}`",
    label = "needs a string or a collection",
    note = "`length` counts the characters of a string and the items of a Vec, slice, array, set or map; for numbers use `range`"
)]
pub trait Length {
    #[doc(hidden)]
    fn extent(&self) -> Option<Extent<'_>>;
}

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub enum Extent<'v> {
    /// The characters of a string.
    Text(&'v str),
    /// The number of items.
    Items(usize),
    /// The number of entries of a map.
    Entries(usize),
}

see_through!(impl[] Length { fn extent(&self) -> Option<Extent<'_>>; });

macro_rules! lengths {
    ($([$($param:tt)*] $type:ty => |$value:ident| $extent:expr;)*) => {$(
        impl<$($param)*> Length for $type {
            #[inline]
            fn extent(&self) -> Option<Extent<'_>> {
                let $value = self;
                Some($extent)
            }
        }
    )*};
}

lengths! {
    [] str => |text| Extent::Text(text);
    [] String => |text| Extent::Text(text);
    [T] [T] => |items| Extent::Items(items.len());
    [T, const N: usize] [T; N] => |_items| Extent::Items(N);
    [T] Vec<T> => |items| Extent::Items(items.len());
    [T] VecDeque<T> => |items| Extent::Items(items.len());
    [T] LinkedList<T> => |items| Extent::Items(items.len());
    [T, S] HashSet<T, S> => |items| Extent::Items(items.len());
    [T] BTreeSet<T> => |items| Extent::Items(items.len());
    [K, V, S] HashMap<K, V, S> => |entries| Extent::Entries(entries.len());
    [K, V] BTreeMap<K, V> => |entries| Extent::Entries(entries.len());
    [] serde_json::Map<String, serde_json::Value> => |entries| Extent::Entries(entries.len());
}

#[cfg(feature = "indexmap")]
lengths! {
    [T, S] indexmap::IndexSet<T, S> => |items| Extent::Items(items.len());
    [K, V, S] indexmap::IndexMap<K, V, S> => |entries| Extent::Entries(entries.len());
}

/// Checks a length.
#[inline]
pub fn length<T: Length + ?Sized>(value: &T, bounds: Bounds, message: Option<&'static str>, problems: &mut Problems) {
    if let Some(extent) = value.extent()
        && !bounds.allow(extent)
    {
        record_violation(problems, Code::Length, message, |hidden| bounds.explain(extent, hidden));
    }
}

impl Bounds {
    /// For `min` and `max`.
    #[must_use]
    pub const fn between(min: usize, max: usize) -> Self {
        Self { min: Some(min), max: Some(max) }
    }

    /// For `min` alone.
    #[must_use]
    pub const fn at_least(min: usize) -> Self {
        Self { min: Some(min), max: None }
    }

    /// For `max` alone.
    #[must_use]
    pub const fn at_most(max: usize) -> Self {
        Self { min: None, max: Some(max) }
    }

    /// For `equal`.
    #[must_use]
    pub const fn exactly(count: usize) -> Self {
        Self { min: Some(count), max: Some(count) }
    }

    #[inline]
    fn hold(self, count: usize) -> bool {
        self.min.is_none_or(|min| count >= min) && self.max.is_none_or(|max| count <= max)
    }

    #[inline]
    fn allow(self, extent: Extent<'_>) -> bool {
        match extent {
            // A character takes one to four bytes: if the rule holds at both ends, there is no need to count.
            Extent::Text(text) if self.hold(text.len()) && self.hold(text.len().div_ceil(4)) => true,
            extent => self.hold(extent.count()),
        }
    }

    fn explain(self, extent: Extent<'_>, hidden: bool) -> Message {
        let (verb, one, many, long, is) = match extent {
            Extent::Text(_) => ("be", "character", "characters", " long", "is {actual}"),
            Extent::Items(_) => ("have", "item", "items", "", "has {actual}"),
            Extent::Entries(_) => ("have", "entry", "entries", "", "has {actual}"),
        };
        let count = extent.count();
        let (quantity, limit) = match (self.min, self.max) {
            (Some(min), Some(max)) if min == max => ("exactly {min}", min),
            (Some(min), _) if count < min => ("at least {min}", min),
            (_, max) => ("at most {max}", max.unwrap_or(count)),
        };
        let noun = if limit == 1 { one } else { many };
        let mut params = Params::default();
        self.min.into_iter().for_each(|min| params.push("min", min.into()));
        self.max.into_iter().for_each(|max| params.push("max", max.into()));
        params.push("unit", many.into());
        explain(&format!("must {verb} {quantity} {noun}{long}"), params, is, (!hidden).then(|| count.into()))
    }
}

impl Extent<'_> {
    fn count(self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Items(count) | Self::Entries(count) => count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::messages;

    fn broken_by<T: Length + ?Sized>(value: &T, min: Option<usize>, max: Option<usize>) -> Vec<String> {
        messages(|problems| length(value, Bounds { min, max }, None, problems))
    }

    #[test]
    fn characters_are_unicode_scalar_values() {
        assert!(broken_by("\u{1F4A9}\u{1F4A9}", Some(2), Some(2)).is_empty());
        assert_eq!(broken_by("\u{1F4A9}", Some(2), None), ["must be at least 2 characters long, is 1"]);
        assert_eq!(broken_by("ééé", None, Some(2)), ["must be at most 2 characters long, is 3"]);
        assert_eq!(broken_by("ab", Some(3), Some(3)), ["must be exactly 3 characters long, is 2"]);
        assert_eq!(broken_by("", Some(1), Some(5)), ["must be at least 1 character long, is 0"]);
    }

    #[test]
    fn items_and_entries_are_counted_inside_wrappers() {
        assert_eq!(broken_by(&Some(Box::new(vec![1, 2])), None, Some(1)), ["must have at most 1 item, has 2"]);
        assert_eq!(broken_by(&BTreeMap::from([(1, 2)]), Some(2), None), ["must have at least 2 entries, has 1"]);
        assert!(broken_by(&None::<String>, Some(1), None).is_empty());
    }
}
