//! `LinkedList` and `BinaryHeap`: arrays, as `Vec` is.

use std::collections::{BinaryHeap, LinkedList};

use super::collections::validate_items;
use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct, Incomparable},
};

macro_rules! decode_lists {
    ($($list:ident: [$($bound:tt)*] by $by:ident;)*) => {$(
        impl<T> Compared for $list<T> {
            type By = $by;
        }

        impl<'de, T: Decode<'de> $($bound)*> Decode<'de> for $list<T> {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                Vec::decode(reader).map(Self::from_iter)
            }

            fn may_start_with(first: u8) -> bool {
                first == b'['
            }

            fn validate_nested(&self, problems: &mut Problems) {
                validate_items(self, problems);
            }
        }
    )*};
}

decode_lists! {
    LinkedList: [] by ByContent;
    // Its order is not that of the array.
    BinaryHeap: [+ Ord] by Incomparable;
}

impl<T: Distinct> Compare<LinkedList<T>> for ByContent {
    fn digest(value: &LinkedList<T>, digester: &mut Digester) {
        digester.write_ordered(value.len(), value);
    }

    fn same(value: &LinkedList<T>, other: &LinkedList<T>) -> bool {
        value.len() == other.len() && value.iter().zip(other).all(|(item, other)| item.same(other))
    }
}
