//! The bounds of type parameters that serde reads, that hash, or that serde's `bound` is about.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, DefaultHasher, Hash},
    marker::PhantomData,
};

use connect_runtime::{ConnectModel, from_str};
use connect_tests::check;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

/// serde can read it, `Decode` can't.
#[derive(Debug, Deserialize, PartialEq)]
struct Foreign(u8);

trait Marked<'a> {}
impl Marked<'_> for u8 {}

fn read_all<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Vec::deserialize(deserializer)
}

#[derive(ConnectModel, Debug)]
#[serde(bound = "T: Deserialize<'de>, U: for<'a> Marked<'a>, V: Deserialize<'de> + Marked<'de>, (T, U): Paired<'de>")]
#[expect(dead_code, reason = "compared as `Debug` shows them")]
struct Whole<T, U, V> {
    #[serde(deserialize_with = "read_all")]
    by_serde: Vec<T>,
    #[serde(skip)]
    skipped: PhantomData<U>,
    by_type: V,
    #[serde(deserialize_with = "read_all", default)]
    by_both: Vec<V>,
}

trait Paired<'a> {}
impl<T, U> Paired<'_> for (T, U) {}

#[test]
fn the_bound_of_a_container_is_about_whoever_reads_the_parameter() {
    let shown = "Whole { by_serde: [Foreign(3)], skipped: PhantomData<u8>, by_type: 4, by_both: [5] }";
    let text = r#"{"by_serde": [3], "by_type": 4, "by_both": [5]}"#;
    check::<Whole<Foreign, u8, u8>>(&[(text, shown)]);
    assert_eq!(format!("{:?}", serde_json::from_str::<Whole<Foreign, u8, u8>>(text).unwrap()), shown);
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "compared as `Debug` shows them")]
struct OfFields<T, U> {
    #[serde(deserialize_with = "read_all", bound(deserialize = "T: DeserializeOwned"))]
    by_serde: Vec<T>,
    #[serde(bound = "U: Deserialize<'de>")]
    by_type: Option<U>,
}

#[derive(ConnectModel, Debug)]
struct Borrowing<'a, T> {
    name: &'a str,
    #[serde(deserialize_with = "read_all", bound = "T: Deserialize<'de>, 'de: 'a")]
    by_serde: Vec<T>,
}

#[test]
fn the_bound_of_a_field_is_about_whoever_reads_the_field() {
    check::<OfFields<Foreign, u8>>(&[
        (r#"{"by_serde": [3]}"#, "OfFields { by_serde: [Foreign(3)], by_type: None }"),
        (r#"{"by_serde": [], "by_type": 3}"#, "OfFields { by_serde: [], by_type: Some(3) }"),
    ]);
    let read: Borrowing<'_, &str> = from_str(r#"{"name": "a", "by_serde": ["b"]}"#).unwrap();
    assert_eq!((read.name, read.by_serde), ("a", vec!["b"]));
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "compared as `Debug` shows them")]
struct BySerde<T, U, V: DeserializeOwned> {
    #[connect(serde)]
    plain: T,
    #[connect(serde)]
    inside: Vec<Option<U>>,
    #[connect(serde)]
    owned: Option<V>,
}

#[test]
fn a_parameter_that_serde_reads_needs_only_deserialize() {
    let shown = "BySerde { plain: Foreign(1), inside: [Some(Foreign(2)), None], owned: None }";
    let text = r#"{"plain": 1, "inside": [2, null]}"#;
    check::<BySerde<Foreign, Foreign, Foreign>>(&[(text, shown)]);
    let by_serde: BySerde<Foreign, Foreign, u8> = serde_json::from_str(text).unwrap();
    assert_eq!(by_serde.plain, Foreign(1));
}

#[derive(ConnectModel, Debug)]
struct Hashed<K: Eq + Hash, S> {
    map: HashMap<K, u8, S>,
    set: HashSet<K, S>,
    #[connect(skip)]
    skipped: HashSet<Foreign, S>,
}

#[test]
fn a_hasher_is_made_by_default() {
    let read: Hashed<u8, BuildHasherDefault<DefaultHasher>> = from_str(r#"{"map": {"3": 4}, "set": [1]}"#).unwrap();
    assert_eq!((read.map[&3], read.set.contains(&1), read.skipped.len()), (4, true, 0));
}
