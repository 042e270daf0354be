use std::collections::HashMap;

use connect_runtime::{ConnectModel, from_str};

const SIZE: u32 = 25;

#[derive(ConnectModel)]
struct Account<'a, T: Default> {
    #[connect(default = SIZE * 2)]
    size: u32,
    #[connect(default = HashMap::<String, u8>::from([("a".to_owned(), 1)]))]
    counts: HashMap<String, u8>,
    #[connect(default = "none")]
    label: &'a str,
    #[connect(default = T::default())]
    value: T,
    #[connect(default = { let reader = 3; reader + 1 })]
    block: u8,
    #[connect(default = if SIZE > 3 { Some(1) } else { None })]
    option: Option<u8>,
    #[serde(default = "Self::make")]
    made: u8,
}

impl<T: Default> Account<'_, T> {
    fn make() -> u8 {
        5
    }
}

fn main() {
    let account: Account<'_, bool> = from_str("{}").unwrap();
    assert_eq!((account.size, account.counts["a"], account.label, account.value), (50, 1, "none", false));
    assert_eq!((account.block, account.option, account.made), (4, Some(1), 5));
}
