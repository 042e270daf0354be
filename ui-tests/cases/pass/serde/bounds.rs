use std::marker::PhantomData;

use connect_runtime::{ConnectModel, from_str};
use serde::Serialize;

trait Kind {
    type Id;
}

struct Numbered;

impl Kind for Numbered {
    type Id = u32;
}

#[derive(ConnectModel)]
#[serde(bound(deserialize = "K::Id: serde::de::DeserializeOwned"))]
struct Boxed<K: Kind> {
    ids: Vec<K::Id>,
}

#[derive(ConnectModel, Serialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: serde::Deserialize<'de>"))]
struct Page<T> {
    items: Vec<T>,
}

#[derive(ConnectModel)]
#[serde(bound = "")]
struct Tagged<T> {
    tag: Tag<T>,
}

#[derive(ConnectModel)]
struct Tag<T> {
    name: String,
    kind: PhantomData<T>,
}

#[derive(ConnectModel)]
struct Mixed<T, U> {
    #[serde(bound = "")]
    tag: Tag<T>,
    value: U,
}

fn main() {
    let boxed: Boxed<Numbered> = from_str(r#"{"ids": ["1"]}"#).unwrap();
    assert_eq!(boxed.ids, [1]);
    assert_eq!(serde_json::from_str::<Page<u8>>(r#"{"items": [1]}"#).unwrap().items, [1]);
    let tagged: Tagged<Numbered> = from_str(r#"{"tag": {"name": "a"}}"#).unwrap();
    let _: PhantomData<Numbered> = tagged.tag.kind;
    let mixed: Mixed<Numbered, u8> = from_str(r#"{"tag": {"name": "a"}, "value": 1}"#).unwrap();
    assert_eq!((mixed.tag.name.as_str(), mixed.value), ("a", 1));
}
