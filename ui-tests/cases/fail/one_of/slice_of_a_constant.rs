use connect_runtime::ConnectModel;

const CHOICES: [&str; 1] = ["a"];

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of = &CHOICES)]
    value: String,
}

fn main() {}
