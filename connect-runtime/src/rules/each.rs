//! `each`: rules for the items of arrays and sets, and for the values of maps.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, LinkedList, VecDeque},
    rc::Rc,
    sync::Arc,
};

use crate::{
    decode::{Decode, MapKey},
    report::Problems,
    spanned::Spanned,
};

/// A collection whose items are checked one by one.
#[diagnostic::on_unimplemented(
    message = "the rule `each` does not fit `{Self}`",
    label = "needs a collection",
    note = "`each` checks the items of a Vec, VecDeque, slice, array or set, and the values of a map"
)]
pub trait Each {
    /// An item, or a map's value.
    type Item;

    #[doc(hidden)]
    fn each(&self, problems: &mut Problems, check: impl FnMut(&Self::Item, &mut Problems));
}

macro_rules! each_around {
    ($([$($bound:path)?] $outer:ty;)*) => {$(
        impl<T: Each $(+ $bound)? + ?Sized> Each for $outer {
            type Item = T::Item;

            #[inline]
            fn each(&self, problems: &mut Problems, check: impl FnMut(&Self::Item, &mut Problems)) {
                T::each(self, problems, check);
            }
        }
    )*};
}

each_around! { [] &T; [] Box<T>; [] Rc<T>; [] Arc<T>; [ToOwned] Cow<'_, T>; }

impl<T: Each> Each for Spanned<T> {
    type Item = T::Item;

    #[inline]
    fn each(&self, problems: &mut Problems, check: impl FnMut(&Self::Item, &mut Problems)) {
        self.value.each(problems, check);
    }
}

impl<T: Each> Each for Option<T> {
    type Item = T::Item;

    #[inline]
    fn each(&self, problems: &mut Problems, check: impl FnMut(&Self::Item, &mut Problems)) {
        if let Some(items) = self {
            items.each(problems, check);
        }
    }
}

macro_rules! each_item {
    ($([$($param:tt)*] $array:ty;)*) => {$(
        impl<T, $($param)*> Each for $array {
            type Item = T;

            #[inline]
            fn each(&self, problems: &mut Problems, mut check: impl FnMut(&T, &mut Problems)) {
                for (index, item) in self.iter().enumerate() {
                    let mark = problems.mark();
                    check(item, problems);
                    problems.below_index(mark, index);
                }
            }
        }
    )*};
}

each_item! { [] [T]; [const N: usize] [T; N]; [] Vec<T>; [] VecDeque<T>; [] LinkedList<T>; }

/// A set has another order than the input, so its items are located by their spelling.
macro_rules! each_member {
    ($([$($param:tt)*] $set:ty;)*) => {$(
        impl<T: Decode<'static>, $($param)*> Each for $set {
            type Item = T;

            fn each(&self, problems: &mut Problems, mut check: impl FnMut(&T, &mut Problems)) {
                problems.in_own_order(self.iter().enumerate(), |(index, item), problems| {
                    let mark = problems.mark();
                    check(item, problems);
                    problems.below_member(mark, index, || spelling(item));
                });
            }
        }
    )*};
}

each_member! { [] BTreeSet<T>; }

#[cfg(feature = "indexmap")]
each_member! { [S] indexmap::IndexSet<T, S>; }

impl<T: Decode<'static>, S> Each for HashSet<T, S> {
    type Item = T;

    fn each(&self, problems: &mut Problems, check: impl FnMut(&T, &mut Problems)) {
        each_in_any_order(self, problems, check);
    }
}

/// Checks the items of a set that has no order of its own.
pub(crate) fn each_in_any_order<'de, T: Decode<'de>, S>(
    set: &HashSet<T, S>,
    problems: &mut Problems,
    mut check: impl FnMut(&T, &mut Problems),
) {
    let start = problems.mark();
    problems.in_any_order(set, |item, problems| {
        let mark = problems.mark();
        check(item, problems);
        problems.below_member(mark, 0, || spelling(item));
    });
    if !problems.none_since(start) {
        problems.rank_members(start, || set.iter().filter_map(spelling).collect());
    }
}

/// What finds the item of a set in the input, if it is a scalar.
fn spelling<'de, T: Decode<'de>>(item: &T) -> Option<String> {
    T::SPELLING.map(|spell| spell(item).into_owned())
}

macro_rules! each_value {
    ($([$($param:tt)*] $map:ty: $in_order:ident;)*) => {$(
        impl<K: MapKey, V, $($param)*> Each for $map {
            type Item = V;

            fn each(&self, problems: &mut Problems, mut check: impl FnMut(&V, &mut Problems)) {
                problems.$in_order(self, |(key, value), problems| {
                    let mark = problems.mark();
                    check(value, problems);
                    problems.below_key(mark, || key.to_key().into_owned());
                });
            }
        }
    )*};
}

each_value! { [S] HashMap<K, V, S>: in_any_order; [] BTreeMap<K, V>: in_own_order; }

#[cfg(feature = "indexmap")]
each_value! { [S] indexmap::IndexMap<K, V, S>: in_own_order; }

/// Runs `check` on every item, and records its problems below that item.
#[inline]
pub fn each<T: Each + ?Sized>(value: &T, problems: &mut Problems, check: impl FnMut(&T::Item, &mut Problems)) {
    value.each(problems, check);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Limit, range, tests::issues};

    fn small<T: Each<Item: crate::rules::Range<i128>>>(value: &T) -> Vec<String> {
        issues(|problems| each(value, problems, |item, problems| range(item, &Limit::AtMost(9_i128), None, problems)))
    }

    #[test]
    fn problems_stand_below_their_item() {
        assert_eq!(small(&Some(vec![1, 10])), ["[1]: must be at most 9, is 10 [range]"]);
        assert_eq!(small(&BTreeMap::from([("a b", Some(10))])), ["[\"a b\"]: must be at most 9, is 10 [range]"]);
        assert_eq!(small(&BTreeSet::from([1, 10])), ["[1]: must be at most 9, is 10 [range]"]);
    }

    #[test]
    fn items_of_items_are_checked_at_any_depth() {
        let lines = BTreeMap::from([("a", vec![[1, 2], [10, 3]])]);
        let found = issues(|problems| {
            each(&lines, problems, |items, problems| {
                each(items, problems, |pair, problems| {
                    each(pair, problems, |number, problems| range(number, &Limit::AtMost(9), None, problems));
                });
            });
        });
        assert_eq!(found, ["a[1][0]: must be at most 9, is 10 [range]"]);
    }
}
