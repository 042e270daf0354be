//! `Decode` for JSON arrays: vectors, lists, queues, heaps, sets, slices, and arrays of fixed length.

use std::{
    borrow::Cow,
    collections::{BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque},
    hash::{BuildHasher, Hash},
    rc::Rc,
    sync::Arc,
};

use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader, containers::read_positions},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct, Incomparable, each_in_any_order},
};

/// Reads the items of the current array and passes them to `sink`.
#[inline]
pub(super) fn read_items<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    mut sink: impl FnMut(T),
) -> Result<(), Failure> {
    reader.read_items(|reader| T::decode(reader).map(&mut sink))
}

pub(super) fn validate_items<'v, 'de, T: Decode<'de> + 'v>(
    items: impl IntoIterator<Item = &'v T>,
    problems: &mut Problems,
) {
    for (index, item) in items.into_iter().enumerate() {
        let mark = problems.mark();
        item.validate_nested(problems);
        problems.below_index(mark, index);
    }
}

fn validate_members<'de, T: Decode<'de>, S>(items: &HashSet<T, S>, problems: &mut Problems) {
    each_in_any_order(items, problems, T::validate_nested);
}

impl<T> Compared for Vec<T> {
    type By = ByContent;
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut items = Self::new();
        read_items(reader, |item| items.push(item))?;
        Ok(items)
    }

    fn may_start_with(first: u8) -> bool {
        first == b'['
    }

    #[inline]
    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}

/// Implements `Decode` for lists made from a `Vec`.
macro_rules! decode_lists {
    ($([$($bound:tt)*] $list:ty: $by:ident, $convert:path;)*) => {$(
        impl<T> Compared for $list {
            type By = $by;
        }

        impl<'de, T: Decode<'de> $($bound)*> Decode<'de> for $list {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                Vec::decode(reader).map($convert)
            }

            fn may_start_with(first: u8) -> bool {
                first == b'['
            }

            fn validate_nested(&self, problems: &mut Problems) {
                validate_items(self.iter(), problems);
            }
        }
    )*};
}

decode_lists! {
    [] VecDeque<T>: ByContent, Self::from;
    [] Box<[T]>: ByContent, Self::from;
    [] Rc<[T]>: ByContent, Self::from;
    [] Arc<[T]>: ByContent, Self::from;
    [] LinkedList<T>: ByContent, Self::from_iter;
    // Its order is not that of the array.
    [+ Ord] BinaryHeap<T>: Incomparable, Self::from;
}

impl<T: Clone> Compared for Cow<'_, [T]> {
    type By = ByContent;
}

/// Bytes are borrowed from a string; other items are owned.
impl<'de: 'a, 'a, T: Decode<'de> + Clone> Decode<'de> for Cow<'a, [T]> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        T::decode_slice(reader)
    }

    fn may_start_with(first: u8) -> bool {
        T::slice_may_start_with(first)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self.iter(), problems);
    }
}

/// Implements `Decode` for sets.
macro_rules! decode_sets {
    ($([$($param:ident),*] [$($generics:tt)*] $set:ty: $validate:ident;)*) => {$(
        impl<$($param),*> Compared for $set {
            type By = ByContent;
        }

        impl<'de, $($generics)*> Decode<'de> for $set {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let mut items = Self::default();
                read_items(reader, |item| _ = items.insert(item))?;
                Ok(items)
            }

            fn may_start_with(first: u8) -> bool {
                first == b'['
            }

            fn validate_nested(&self, problems: &mut Problems) {
                $validate(self, problems);
            }
        }
    )*};
}

#[cfg(feature = "indexmap")]
pub(super) use decode_sets;

decode_sets! {
    [T, S] [T: Decode<'de> + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>: validate_members;
    [T] [T: Decode<'de> + Ord] BTreeSet<T>: validate_items;
}

impl<T, const N: usize> Compared for [T; N] {
    type By = ByContent;
}

/// Reads an array of exactly `N` items, each with `decode`.
pub(crate) fn read_array<'de, T, const N: usize>(
    reader: &mut Reader<'de>,
    mut decode: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<[T; N], Failure> {
    let mut items = [const { None }; N];
    read_positions(reader, N, |reader, position| match items.get_mut(position) {
        Some(slot) => decode(reader).map(|item| *slot = Some(item)),
        None => Ok(reader.json.skip_value()?),
    })?;
    items.into_iter().collect::<Option<Vec<T>>>().and_then(|items| items.try_into().ok()).ok_or(Failure::Invalid)
}

/// Accepts exactly `N` items.
impl<'de, T: Decode<'de>, const N: usize> Decode<'de> for [T; N] {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        read_array(reader, T::decode)
    }

    fn may_start_with(first: u8) -> bool {
        first == b'['
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}

impl<T: Distinct + Clone> Compare<Cow<'_, [T]>> for ByContent {
    fn digest(value: &Cow<'_, [T]>, digester: &mut Digester) {
        digester.write_ordered(value.len(), value.iter());
    }

    fn same(value: &Cow<'_, [T]>, other: &Cow<'_, [T]>) -> bool {
        value.len() == other.len() && value.iter().zip(other.iter()).all(|(item, other)| item.same(other))
    }
}

/// Ordered collections are the same if their items are pairwise the same.
macro_rules! compare_in_order {
    ($([$($param:tt)*] $array:ty;)*) => {$(
        impl<T: Distinct, $($param)*> Compare<$array> for ByContent {
            fn digest(value: &$array, digester: &mut Digester) {
                digester.write_ordered(value.len(), value.iter());
            }

            fn same(value: &$array, other: &$array) -> bool {
                value.len() == other.len() && value.iter().zip(other.iter()).all(|(item, other)| item.same(other))
            }
        }
    )*};
}

compare_in_order! {
    [] Vec<T>; [] VecDeque<T>; [] LinkedList<T>; [] Box<[T]>; [] Rc<[T]>; [] Arc<[T]>; [const N: usize] [T; N]; [] BTreeSet<T>;
}

impl<T: Distinct + Eq + Hash, S: BuildHasher> Compare<HashSet<T, S>> for ByContent {
    fn digest(value: &HashSet<T, S>, digester: &mut Digester) {
        digester.write_unordered(value.iter(), T::digest);
    }

    fn same(value: &HashSet<T, S>, other: &HashSet<T, S>) -> bool {
        value == other
    }
}
