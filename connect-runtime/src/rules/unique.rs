//! `unique`: no item of an array equals another.

use std::{
    collections::{HashMap, LinkedList, VecDeque, hash_map::Entry},
    hash::{Hash, Hasher, RandomState},
};

use super::{
    distinct::{Digester, Distinct},
    violation::record_violation,
};
use crate::{
    message::Message,
    report::{Code, Problems},
};

/// An array whose items can be compared.
#[diagnostic::on_unimplemented(
    message = "the rule `unique` does not fit `{Self}`",
    label = "needs a Vec, VecDeque, slice or array",
    note = "sets and the keys of maps are always unique"
)]
pub trait Unique {
    /// The first item that equals an earlier one, and that one.
    #[doc(hidden)]
    fn repeated(&self) -> Option<(usize, usize)>;
}

see_through!(impl[] Unique { fn repeated(&self) -> Option<(usize, usize)>; });

impl<T: Distinct> Unique for [T] {
    fn repeated(&self) -> Option<(usize, usize)> {
        find_repeated(self.iter())
    }
}

impl<T: Distinct, const N: usize> Unique for [T; N] {
    fn repeated(&self) -> Option<(usize, usize)> {
        find_repeated(self.iter())
    }
}

impl<T: Distinct> Unique for Vec<T> {
    fn repeated(&self) -> Option<(usize, usize)> {
        find_repeated(self.iter())
    }
}

impl<T: Distinct> Unique for VecDeque<T> {
    fn repeated(&self) -> Option<(usize, usize)> {
        find_repeated(self.iter())
    }
}

impl<T: Distinct> Unique for LinkedList<T> {
    fn repeated(&self) -> Option<(usize, usize)> {
        find_repeated(self.iter())
    }
}

/// Checks that no item repeats another.
pub fn unique<T: Unique + ?Sized>(value: &T, message: Option<&'static str>, problems: &mut Problems) {
    if let Some((repeated, first)) = value.repeated() {
        record_violation(problems, Code::Unique, message, |_| {
            let params = [("repeated", repeated.into()), ("first", first.into())];
            Message::fill("items must be unique: [{repeated}] repeats [{first}]", params)
        });
    }
}

/// Looks each item up among the earlier ones by its digest, which is computed once: linear, however deep the items are.
fn find_repeated<'v, T: Distinct + 'v>(items: impl ExactSizeIterator<Item = &'v T>) -> Option<(usize, usize)> {
    let keys = RandomState::new();
    let mut seen = HashMap::with_capacity_and_hasher(items.len(), keys.clone());
    for (index, item) in items.enumerate() {
        match seen.entry(Digested { digest: Digester::digest(&keys, item), item }) {
            Entry::Occupied(first) => return Some((index, *first.get())),
            Entry::Vacant(vacant) => vacant.insert(index),
        };
    }
    None
}

struct Digested<'v, T> {
    digest: u64,
    item: &'v T,
}

impl<T: Distinct> PartialEq for Digested<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest && self.item.same(other.item)
    }
}

impl<T: Distinct> Eq for Digested<'_, T> {}

impl<T> Hash for Digested<'_, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.digest);
    }
}
