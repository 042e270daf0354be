//! Keys of maps: which types they may have, and how they are spelled in paths.

use std::{
    collections::{BTreeMap, HashMap},
    net::IpAddr,
    str::FromStr,
};

use connect_runtime::{ConnectModel, Decode, DecodeOwned, MapKey, from_str};

#[derive(Debug, ConnectModel)]
struct Limits<K: MapKey + Ord + DecodeOwned> {
    #[connect(each(range(max = 9)))]
    by_key: BTreeMap<K, u8>,
}

/// The path of a value that violates a rule under the key `key`: as decoding and as `validate` report it.
fn paths<K: MapKey + Ord + DecodeOwned + std::fmt::Debug>(key: &str) -> [String; 2] {
    let text = format!(r#"{{"by_key":{{"{key}":10}}}}"#);
    let report = from_str::<Limits<K>>(&text).unwrap_err();
    let value = Limits { by_key: BTreeMap::from([(from_str_as_key::<K>(key), 10)]) };
    [report, value.validate().unwrap_err()].map(|report| report.issues()[0].path().to_string())
}

fn from_str_as_key<K: MapKey + Ord + DecodeOwned>(key: &str) -> K {
    let map: BTreeMap<K, u8> = from_str(&format!(r#"{{"{key}":1}}"#)).unwrap();
    map.into_keys().next().unwrap()
}

fn check<K: MapKey + Ord + DecodeOwned + std::fmt::Debug>(key: &str, path: &str) {
    let path = format!("by_key{path}");
    assert_eq!(paths::<K>(key), [path.clone(), path], "{}", std::any::type_name::<K>());
}

#[test]
fn every_key_type_is_spelled_in_paths() {
    check::<String>("a", ".a");
    check::<String>("a b", "[\"a b\"]");
    check::<Box<str>>("a", ".a");
    check::<u8>("7", "[\"7\"]");
    check::<std::num::NonZero<i64>>("-7", "[\"-7\"]");
    check::<bool>("true", ".true");
    check::<char>("x", ".x");
    check::<IpAddr>("::1", "[\"::1\"]");
    check::<std::net::SocketAddrV4>("127.0.0.1:80", "[\"127.0.0.1:80\"]");
    check::<Box<u8>>("7", "[\"7\"]");
    check::<Option<u8>>("7", "[\"7\"]");
    check::<jiff::Timestamp>("2024-11-23T08:30:00Z", "[\"2024-11-23T08:30:00Z\"]");
    check::<jiff::civil::Date>("2024-11-23", "[\"2024-11-23\"]");
    check::<chrono::NaiveDate>("2024-11-23", "[\"2024-11-23\"]");
    check::<uuid::Uuid>("67e55044-10b1-426f-9247-bb680e5fe0c8", "[\"67e55044-10b1-426f-9247-bb680e5fe0c8\"]");
    check::<url::Url>("https://example.com/", "[\"https://example.com/\"]");
    check::<rust_decimal::Decimal>("1.10", "[\"1.10\"]");
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
#[connect(rename_all = "lowercase")]
enum Plan {
    Free,
    #[connect(other)]
    Other(String),
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
struct Id(u32);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u8, u8);

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (major, minor) = text.split_once('.').ok_or("expected a dot")?;
        let number = |text: &str| text.parse().map_err(|_| "not a number".to_owned());
        Ok(Self(number(major)?, number(minor)?))
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
struct Release(#[connect(from_str)] Version);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
#[connect(untagged)]
enum NumberOrName {
    Number(u32),
    Name(String),
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
enum Shape {
    Dot,
    #[allow(dead_code, reason = "a key has no room for it")]
    Circle(u8),
}

#[test]
fn models_read_from_a_string_can_be_keys() {
    check::<Plan>("free", ".free");
    check::<Plan>("new plan", "[\"new plan\"]");
    check::<Id>("7", "[\"7\"]");
    check::<Release>("1.2", "[\"1.2\"]");
    check::<NumberOrName>("7", "[\"7\"]");
    check::<NumberOrName>("ada", ".ada");
    check::<Shape>("Dot", ".Dot");
}

#[derive(Debug, ConnectModel)]
struct Borrowed<'a> {
    #[connect(each(length(max = 1)))]
    names: HashMap<&'a str, Vec<u8>>,
}

#[derive(Debug, ConnectModel)]
struct Index<K: std::hash::Hash + Eq, V> {
    entries: HashMap<K, Vec<V>>,
}

#[test]
fn keys_may_borrow_and_may_be_type_parameters() {
    let report = from_str::<Borrowed<'_>>(r#"{"names":{"a":[1,2]}}"#).unwrap_err();
    assert_eq!(report.issues()[0].path().to_string(), "names.a");
    let index: Index<u8, bool> = from_str(r#"{"entries":{"1":[true]}}"#).unwrap();
    assert_eq!(index.entries[&1], [true]);
}

fn decode_map<'de, K: Decode<'de> + MapKey + Ord>(text: &'de str) -> BTreeMap<K, u8> {
    from_str(text).unwrap()
}

#[test]
fn functions_can_be_generic_over_keys() {
    assert_eq!(decode_map::<&str>(r#"{"a":1}"#), BTreeMap::from([("a", 1)]));
}
