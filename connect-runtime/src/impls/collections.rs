//! Arrays of any length: vectors, queues, sets, slices; and those of a fixed one.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    hash::{BuildHasher, Hash},
    rc::Rc,
    sync::Arc,
};

use crate::{
    decode::Decode,
    impls::tuples::read_positions,
    problems::Problems,
    reader::{Failure, Reader},
};

/// Reads the items of the array at hand and hands them to `sink`.
#[inline]
pub(super) fn read_items<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    mut sink: impl FnMut(T),
) -> Result<(), Failure> {
    reader.items(|reader| T::decode(reader).map(&mut sink))
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

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut items = Self::new();
        read_items(reader, |item| items.push(item))?;
        Ok(items)
    }

    fn takes(first: u8) -> bool {
        first == b'['
    }

    #[inline]
    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for VecDeque<T> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        Vec::decode(reader).map(Self::from)
    }

    fn takes(first: u8) -> bool {
        first == b'['
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}

macro_rules! decode_slices {
    ($($pointer:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<[T]> {
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                Vec::decode(reader).map(Self::from)
            }

            fn validate_nested(&self, problems: &mut Problems) {
                validate_items(self.iter(), problems);
            }
        }
    )*};
}

decode_slices! { Box Rc Arc }

/// Sets of any kind of items.
macro_rules! decode_sets {
    ($([$($generics:tt)*] $set:ty;)*) => {$(
        impl<'de, $($generics)*> Decode<'de> for $set {
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let mut items = Self::default();
                read_items(reader, |item| _ = items.insert(item))?;
                Ok(items)
            }

            fn takes(first: u8) -> bool {
                first == b'['
            }

            fn validate_nested(&self, problems: &mut Problems) {
                validate_items(self, problems);
            }
        }
    )*};
}

#[cfg(feature = "indexmap")]
pub(super) use decode_sets;

decode_sets! {
    [T: Decode<'de> + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>;
    [T: Decode<'de> + Ord] BTreeSet<T>;
}

/// Takes exactly `N` items.
impl<'de, T: Decode<'de>, const N: usize> Decode<'de> for [T; N] {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut items = [const { None }; N];
        read_positions(reader, N, |reader, position| match items.get_mut(position) {
            Some(slot) => T::decode(reader).map(|item| *slot = Some(item)),
            None => Ok(reader.json.skip_value()?),
        })?;
        items.into_iter().collect::<Option<Vec<T>>>().and_then(|items| items.try_into().ok()).ok_or(Failure::Invalid)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}
