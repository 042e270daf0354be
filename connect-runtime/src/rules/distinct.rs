//! How `unique` compares items: by equality, and by a digest that is the same for equal values.
//!
//! Every type says how in [`Compared::By`]: [`ByEq`] if it has `Eq` and `Hash`, [`ByContent`] with a [`Compare`] of its
//! own beside it, or [`Incomparable`].

use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};

use crate::decode::Compared;

/// A value that can be compared with others of its type.
#[diagnostic::on_unimplemented(
    message = "the rule `unique` can't compare items of type `{Self}`",
    label = "its items can't be compared",
    note = "a model can be compared if it derives `PartialEq`, `Eq` and `Hash`"
)]
pub trait Distinct {
    /// Adds to `digester` what is the same for equal values.
    #[doc(hidden)]
    fn digest(&self, digester: &mut Digester);

    /// Whether the values are equal.
    #[doc(hidden)]
    fn same(&self, other: &Self) -> bool;
}

// So that an error names this trait, not what the type's comparison requires.
#[diagnostic::do_not_recommend]
impl<T: Compared<By: Compare<T>>> Distinct for T {
    fn digest(&self, digester: &mut Digester) {
        T::By::digest(self, digester);
    }

    fn same(&self, other: &Self) -> bool {
        T::By::same(self, other)
    }
}

/// A way to compare values of type `T`.
pub trait Compare<T> {
    /// Adds to `digester` what is the same for equal values.
    fn digest(value: &T, digester: &mut Digester);

    /// Whether the values are equal.
    fn same(value: &T, other: &T) -> bool;
}

/// By `Eq` and `Hash`.
#[derive(Debug)]
pub struct ByEq;

/// By what the value contains, part by part.
#[derive(Debug)]
pub struct ByContent;

/// Not at all.
#[derive(Debug)]
pub struct Incomparable;

impl<T: Comparable> Compare<T> for ByEq {
    fn digest(value: &T, digester: &mut Digester) {
        value.hash(digester);
    }

    fn same(value: &T, other: &T) -> bool {
        value == other
    }
}

/// What a model needs to be compared with others of its type.
#[diagnostic::on_unimplemented(
    message = "the rule `unique` can't compare items of type `{Self}`",
    label = "its items can't be compared",
    note = "a model can be compared if it derives `PartialEq`, `Eq` and `Hash`"
)]
pub trait Comparable: Eq + Hash {}

// So that an error names this trait, not each of the two.
#[diagnostic::do_not_recommend]
impl<T: Eq + Hash> Comparable for T {}

/// A hasher with keys that the sender of the input does not know.
#[derive(Debug)]
pub struct Digester {
    keys: RandomState,
    state: DefaultHasher,
}

impl Digester {
    /// The digest of a value; digests with the same keys can be compared.
    pub(super) fn digest<T: Distinct + ?Sized>(keys: &RandomState, value: &T) -> u64 {
        Self::digest_with(keys, |digester| value.digest(digester))
    }

    fn digest_with(keys: &RandomState, write: impl FnOnce(&mut Self)) -> u64 {
        let mut digester = Self { keys: keys.clone(), state: keys.build_hasher() };
        write(&mut digester);
        digester.finish()
    }

    /// Adds values whose order does not matter, each with `write`.
    pub(crate) fn write_unordered<T>(&mut self, values: impl Iterator<Item = T>, write: impl Fn(T, &mut Self)) {
        let sum = values.fold(0_u64, |sum, value| {
            sum.wrapping_add(Self::digest_with(&self.keys, |digester| write(value, digester)))
        });
        self.write_u64(sum);
    }

    /// Adds values whose order matters, `count` of them.
    pub(crate) fn write_ordered<'v, T: Distinct + 'v>(
        &mut self,
        count: usize,
        values: impl IntoIterator<Item = &'v T>,
    ) {
        self.write_usize(count);
        values.into_iter().for_each(|value| value.digest(self));
    }
}

impl Hasher for Digester {
    fn finish(&self) -> u64 {
        self.state.finish()
    }

    fn write(&mut self, bytes: &[u8]) {
        self.state.write(bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use crate::rules::{Unique, tests::messages, unique};

    fn repeats(value: &impl Unique) -> Option<(usize, usize)> {
        value.repeated()
    }

    #[test]
    fn std_values_are_compared_by_value() {
        assert_eq!(repeats(&[0.0, 1.5, -0.0]), Some((2, 0)));
        assert_eq!(repeats(&[f64::NAN, f64::NAN]), None);
        assert_eq!(repeats(&Some(vec![Some("a"), None, Some("b"), None].into_boxed_slice())), Some((3, 1)));
        let map = |entries: [(&'static str, f32); 2]| HashMap::<_, _>::from_iter(entries);
        assert_eq!(repeats(&vec![map([("a", 1.0), ("b", 2.0)]), map([("b", 2.0), ("a", 1.0)])]), Some((1, 0)));
        assert_eq!(repeats(&vec![("ab", "c"), ("a", "bc"), ("a", "bc")]), Some((2, 1)));
    }

    #[test]
    fn the_message_names_both_items() {
        let broken = messages(|problems| unique(&[7, 8, 9, 8], None, problems));
        assert_eq!(broken, ["items must be unique: [3] repeats [1]"]);
    }
}
