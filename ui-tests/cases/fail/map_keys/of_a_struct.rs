use std::collections::BTreeMap;

use connect_runtime::ConnectModel;

#[derive(PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
struct Point {
    x: u8,
}

#[derive(ConnectModel)]
struct Account {
    names: BTreeMap<Point, String>,
}

fn main() {}
