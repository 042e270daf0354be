//! Smoke.
use connect_runtime::{ConnectModel, Rejection, from_str};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const LIMIT: u8 = 7;

fn ok(text: &str) -> Result<(), &'static str> { if text == "bad" { Err("is bad") } else { Ok(()) } }
fn whole(stay: &Stay<'_, u8>) -> Result<(), Rejection> { if stay.size == 6 { Err(Rejection::new("six").field("size").code("six")) } else { Ok(()) } }
impl<T> Stay<'_, T> { const MAX: usize = 20; }

#[derive(Debug, PartialEq, Eq, Hash, ConnectModel)]
struct Line { #[connect(range(min = 1))] amount: i32 }

#[derive(Debug, ConnectModel)]
#[connect(rename_all = "camelCase")]
struct Stay<'a, T> {
    #[connect(length(min = 2, max = Self::MAX), pattern("^[a-z]+$", message = "lower case"), custom = ok)]
    first_name: &'a str,
    #[connect(range(min = 0, max = 9), multiple_of = 3)]
    size: u8,
    #[connect(range(min = 0, exclusive_max = LIMIT))]
    other: Option<i64>,
    #[connect(range(min = 0.5, max = 7), multiple_of = 0.1)]
    price: Option<f64>,
    #[connect(unique, length(max = 3))]
    lines: Option<Vec<Line>>,
    #[connect(each(length(equal = 1), custom = ok))]
    tags: Option<Box<Vec<Option<String>>>>,
    #[connect(each(each(range(max = 3))))]
    map: Option<HashMap<String, BTreeSet<u8>>>,
    #[connect(email)]
    mail: Option<String>,
    #[connect(url(message = "no url"), sensitive)]
    url: Option<String>,
    #[connect(uuid)]
    uuid: Option<String>,
    #[connect(ip)]
    any: Option<String>,
    #[connect(ip(v4))]
    v4: Option<String>,
    #[connect(ip(v6, message = "six"))]
    v6: Option<String>,
    #[connect(one_of("a", "b"))]
    letter: Option<String>,
    #[connect(one_of(1, -2))]
    number: Option<i8>,
    items: Vec<T>,
}

#[test]
fn smoke() {
    let report = from_str::<Stay<'_, Line>>(r#"{"firstName": "B", "size": 10, "other": 7, "price": 0.35, "lines": [{"amount": 1}, {"amount": 0}, {"amount": 1}, {"amount": 1}],
      "tags": ["ab", null, "bad"], "map": {"a": [1, 5], "b": []}, "mail": "x", "url": "x", "uuid": "x", "any": "x", "v4": "::1", "v6": "x", "letter": "c", "number": 3, "items": [{"amount": -1}]}"#).unwrap_err();
    println!("{report}");
    let report = Stay { first_name: "a", size: 7, other: None, price: None, lines: Some(vec![Line { amount: 0 }]), tags: None, map: None, mail: None, url: None, uuid: None, any: None, v4: None, v6: None, letter: None, number: None, items: vec![Line { amount: 0 }] }.validate().unwrap_err();
    println!("{report}");
    let _ = whole;
    let _: BTreeMap<u8, u8> = BTreeMap::new();
}
