use std::collections::{BTreeMap, HashMap};

use connect_runtime::{ConnectModel, Decode, from_str};

/// The parameters get the bounds that the rules need.
#[derive(ConnectModel)]
struct Limited<'a, T, U, V: Iterator, const N: usize> {
    #[connect(range(min = 0, max = 9.5), multiple_of = 1)]
    number: T,
    #[connect(length(min = 1, max = N), pattern = "^[a-z]*$", one_of("a", "b"))]
    text: Option<Box<U>>,
    #[connect(unique, each(range(max = 9)))]
    items: Vec<Option<T>>,
    #[connect(each(unique))]
    lists: Vec<[U; 1]>,
    #[connect(length(max = 1))]
    of_iterator: Option<V::Item>,
    #[connect(each(each(length(max = N))))]
    map: Option<HashMap<String, BTreeMap<u8, U>>>,
    #[connect(custom = is_short)]
    borrowed: &'a str,
}

fn is_short(text: &str) -> Result<(), &'static str> {
    if text.len() < 5 { Ok(()) } else { Err("is long") }
}

/// Rules on a value whose type is not a parameter need no bounds.
#[derive(ConnectModel)]
struct Page<T> {
    #[connect(length(max = 2))]
    items: Vec<T>,
    #[connect(custom = fits)]
    best: Option<T>,
}

fn fits<T>(_: &T) -> Result<(), &'static str> {
    Ok(())
}

#[derive(PartialEq, Eq, Hash, ConnectModel)]
struct Tree<T> {
    #[connect(range(max = 9))]
    value: T,
    #[connect(unique, length(max = 2))]
    children: Vec<Tree<T>>,
}

fn read_page<'de, T: Decode<'de>>(text: &'de str) -> Option<Page<T>> {
    from_str(text).ok()
}

fn main() {
    type Strings = std::vec::IntoIter<String>;
    let text = r#"{"number": 9, "text": "a", "items": [1, null], "lists": [["a"]], "of_iterator": "x",
        "map": {"a": {"1": "abc"}}, "borrowed": "b"}"#;
    let read: Limited<'_, f64, String, Strings, 3> = from_str(text).unwrap();
    assert!(read.validate().is_ok());
    assert!(from_str::<Limited<'_, f64, String, Strings, 2>>(text).is_err());
    assert!(read_page::<u8>(r#"{"items": [1, 2, 3]}"#).is_none());
    assert!(read_page::<Page<&str>>(r#"{"items": [{"items": ["a"]}]}"#).is_some());
    let tree = r#"{"value": 1, "children": [{"value": 2, "children": []}, {"value": 3, "children": []}]}"#;
    assert!(from_str::<Tree<u8>>(tree).is_ok());
    assert!(from_str::<Tree<u8>>(&tree.replace('3', "2")).is_err());
    assert!(from_str::<Tree<i64>>(&tree.replace('3', "10")).is_err());
}
