//! What `unique` compares items by: equality, and a digest that equal values share.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6},
    num::NonZero,
    rc::Rc,
    sync::Arc,
};

/// A value that can be told from others of its type.
#[diagnostic::on_unimplemented(
    message = "the rule `unique` can't compare items of type `{Self}`",
    label = "its items can't be compared",
    note = "a model can be compared if it has `#[derive(PartialEq, Eq, Hash)]`"
)]
pub trait Distinct {
    /// Adds to `digester` what two values share if they are the same.
    #[doc(hidden)]
    fn digest(&self, digester: &mut Digester);

    /// Whether the values are equal.
    #[doc(hidden)]
    fn same(&self, other: &Self) -> bool;
}

/// What a model needs so that it can be told from others of its type.
#[diagnostic::on_unimplemented(
    message = "the rule `unique` can't compare items of type `{Self}`",
    label = "its items can't be compared",
    note = "a model can be compared if it has `#[derive(PartialEq, Eq, Hash)]`"
)]
pub trait Comparable: Eq + Hash {}

// An error names this trait then, and not each of the two.
#[diagnostic::do_not_recommend]
impl<T: Eq + Hash> Comparable for T {}

/// A hasher with keys that the text's author does not know.
#[derive(Debug)]
pub struct Digester {
    keys: RandomState,
    state: DefaultHasher,
}

impl Digester {
    /// The digest of a value; digests with the same keys can be compared.
    pub(super) fn digest<T: Distinct + ?Sized>(keys: &RandomState, value: &T) -> u64 {
        let mut digester = Self { keys: keys.clone(), state: keys.build_hasher() };
        value.digest(&mut digester);
        digester.finish()
    }

    /// Adds values whose order does not matter.
    pub(super) fn write_unordered<T: Distinct>(&mut self, values: impl Iterator<Item = T>) {
        let sum = values.fold(0_u64, |sum, value| sum.wrapping_add(Self::digest(&self.keys, &value)));
        self.write_u64(sum);
    }

    /// Adds values whose order matters, `count` of them.
    fn write_ordered<'v, T: Distinct + 'v>(&mut self, count: usize, values: impl IntoIterator<Item = &'v T>) {
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

macro_rules! distinct_by_hash {
    ($($type:ty),* $(,)?) => {$(
        impl Distinct for $type {
            fn digest(&self, digester: &mut Digester) {
                self.hash(digester);
            }

            fn same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )*};
}

distinct_by_hash! {
    (), bool, char, str, String,
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize,
    NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>,
    NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>,
    IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6,
}

#[cfg(feature = "jiff")]
distinct_by_hash! { jiff::Timestamp, jiff::civil::Date, jiff::civil::Time, jiff::civil::DateTime }

#[cfg(feature = "chrono")]
distinct_by_hash! {
    chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>,
    chrono::NaiveDate, chrono::NaiveTime, chrono::NaiveDateTime,
}

#[cfg(feature = "uuid")]
distinct_by_hash! { uuid::Uuid }

#[cfg(feature = "url")]
distinct_by_hash! { url::Url }

#[cfg(feature = "rust_decimal")]
distinct_by_hash! { rust_decimal::Decimal }

macro_rules! distinct_floats {
    ($($float:ident)*) => {$(
        impl Distinct for $float {
            fn digest(&self, digester: &mut Digester) {
                // -0.0 and 0.0 are the same.
                (*self + 0.0).to_bits().hash(digester);
            }

            #[expect(clippy::float_cmp, reason = "the numbers of the text are told apart, not measured")]
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )*};
}

distinct_floats! { f32 f64 }

impl<T: Distinct> Distinct for Option<T> {
    fn digest(&self, digester: &mut Digester) {
        digester.write_ordered(usize::from(self.is_some()), self);
    }

    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(value), Some(other)) => value.same(other),
            (None, None) => true,
            _ => false,
        }
    }
}

macro_rules! distinct_pointers {
    ($([$($bound:path)?] $pointer:ty;)*) => {$(
        impl<T: Distinct $(+ $bound)? + ?Sized> Distinct for $pointer {
            fn digest(&self, digester: &mut Digester) {
                T::digest(self, digester);
            }

            fn same(&self, other: &Self) -> bool {
                T::same(self, other)
            }
        }
    )*};
}

distinct_pointers! { [] &T; [] Box<T>; [] Rc<T>; [] Arc<T>; [ToOwned] Cow<'_, T>; }

macro_rules! distinct_arrays {
    ($([$($param:tt)*] $array:ty;)*) => {$(
        impl<T: Distinct, $($param)*> Distinct for $array {
            fn digest(&self, digester: &mut Digester) {
                digester.write_ordered(self.len(), self);
            }

            fn same(&self, other: &Self) -> bool {
                self.len() == other.len() && self.iter().zip(other).all(|(item, other)| item.same(other))
            }
        }
    )*};
}

distinct_arrays! { [] [T]; [const N: usize] [T; N]; [] Vec<T>; [] VecDeque<T>; [] BTreeSet<T>; }

impl<K: Distinct, V: Distinct> Distinct for BTreeMap<K, V> {
    fn digest(&self, digester: &mut Digester) {
        digester.write_ordered(self.len(), self.keys());
        digester.write_ordered(self.len(), self.values());
    }

    fn same(&self, other: &Self) -> bool {
        let same = |((key, value), (other_key, other)): ((&K, &V), (&K, &V))| key.same(other_key) && value.same(other);
        self.len() == other.len() && self.iter().zip(other).all(same)
    }
}

impl<T: Distinct + Eq + Hash, S: BuildHasher> Distinct for HashSet<T, S> {
    fn digest(&self, digester: &mut Digester) {
        digester.write_unordered(self.iter());
    }

    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl<K: Distinct + Eq + Hash, V: Distinct, S: BuildHasher> Distinct for HashMap<K, V, S> {
    fn digest(&self, digester: &mut Digester) {
        digester.write_unordered(self.iter());
    }

    fn same(&self, other: &Self) -> bool {
        let has = |(key, value): (&K, &V)| other.get(key).is_some_and(|other| value.same(other));
        self.len() == other.len() && self.iter().all(has)
    }
}

macro_rules! distinct_tuples {
    ($(($($item:ident $index:tt),+))*) => {$(
        impl<$($item: Distinct),+> Distinct for ($($item,)+) {
            fn digest(&self, digester: &mut Digester) {
                $(self.$index.digest(digester);)+
            }

            fn same(&self, other: &Self) -> bool {
                $(self.$index.same(&other.$index))&&+
            }
        }
    )*};
}

distinct_tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}

#[cfg(test)]
mod tests {
    use super::*;
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
