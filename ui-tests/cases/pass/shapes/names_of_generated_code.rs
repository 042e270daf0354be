#![allow(dead_code, non_upper_case_globals)]

use connect_runtime::ConnectModel;

const value: u8 = 1;
const first: u8 = 2;
const name: u8 = 3;
const variant: u8 = 4;
struct Shared;
struct Flat;
struct Record;

#[derive(ConnectModel)]
#[connect(tag = "__tag")]
enum Some {
    None { __first: u8, __variant: u8, __value: u8 },
    Ok(Inner),
    Err,
}

#[derive(ConnectModel)]
struct Inner {
    __slots: u8,
    __reader: u8,
    __entry: u8,
    __vacancy: u8,
    #[connect(flatten)]
    __f0: Deeper,
    #[connect(fallback, default = value)]
    __f1: u8,
}

#[derive(ConnectModel)]
struct Deeper {
    take: u8,
    offer: u8,
    guess: u8,
    finish: u8,
    claims: u8,
}

#[derive(ConnectModel)]
#[connect(untagged)]
enum Option {
    First(#[connect(default = first, fallback)] u8),
    Name(String),
}

#[derive(ConnectModel)]
struct Result(#[connect(null_as_default, default = name)] u8);

#[derive(ConnectModel)]
struct Generic<Value, Flat>(Value, Flat);

fn main() {
    let text = r#"{"__tag": "Ok", "__slots": 1, "take": 2, "__reader": 3, "offer": 4, "__entry": 5, "guess": 6,
        "__vacancy": 7, "finish": 8, "claims": 9, "__f1": []}"#;
    let Some::Ok(inner) = connect_runtime::from_str(text).unwrap() else { panic!() };
    assert_eq!((inner.__f0.take, inner.__f0.claims, inner.__f1), (2, 9, 1));
    assert_eq!(connect_runtime::from_str::<Result>("null").unwrap().0, 3);
}
