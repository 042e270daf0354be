use connect_runtime::ConnectModel;
use std::collections::HashMap;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip_invalid)]
    names: HashMap<String, Color>,
}

struct Color;

fn main() {}
