#![allow(dead_code, non_upper_case_globals)]

use connect_runtime::ConnectModel;

const slots: u8 = 1;
const index: u8 = 2;
const reader: u8 = 3;
const vacancy: u8 = 4;
const problems: u8 = 5;
const model: u8 = 6;
const value: u8 = 7;
const deserializer: u8 = 8;
struct Record;
struct Shape;
struct Slots;
struct Field;

#[derive(ConnectModel)]
struct Account {
    slots: u8,
    index: u8,
    reader: u8,
    vacancy: u8,
    problems: u8,
    model: u8,
    value: u8,
    deserializer: u8,
    __reader: u8,
    __slots: u8,
    __f0: u8,
    decode: u8,
    validate: u8,
    build: u8,
    #[connect(default = reader)]
    fallback: u8,
}

#[derive(ConnectModel)]
struct Generic<Slots, D, R> {
    slots: Slots,
    d: D,
    r: R,
}

fn main() {
    let text = r#"{"slots": 1, "index": 2, "reader": 3, "vacancy": 4, "problems": 5, "model": 6, "value": 7,
        "deserializer": 8, "__reader": 9, "__slots": 10, "__f0": 11, "decode": 12, "validate": 13, "build": 14}"#;
    let account: Account = connect_runtime::from_str(text).unwrap();
    assert_eq!((account.__f0, account.build, account.fallback), (11, 14, 3));
    assert!(ConnectModel::validate(&account).is_ok());
}
