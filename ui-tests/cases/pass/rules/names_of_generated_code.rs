#![allow(dead_code, non_upper_case_globals)]

use connect_runtime::ConnectModel;

const value: u8 = 1;
const problems: u8 = 2;
const rules: u8 = 3;
const model: u8 = 4;
static PATTERN: &str = "b";
struct Bounds;
struct Limit;
struct Pattern;
struct Ip;

fn length(_: &u8) -> Result<(), &'static str> {
    Ok(())
}

fn custom(_: &str) -> Result<(), &'static str> {
    Ok(())
}

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = value, max = problems + rules), one_of(rules, model), custom = length)]
    value: u8,
    #[connect(pattern = "a", one_of(PATTERN, "a"), custom = custom)]
    __problems: String,
}

impl Account {
    fn rules() {}
    fn check() {}
}

fn main() {
    let read = |text| connect_runtime::from_str::<Account>(text);
    assert!(read(r#"{"value": 3, "__problems": "a"}"#).is_ok());
    assert!(read(r#"{"value": 6, "__problems": "a"}"#).is_err());
    assert!(read(r#"{"value": 3, "__problems": "b"}"#).is_err());
}
