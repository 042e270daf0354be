use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "(?x)
        ^[a-z]+   # letters
        (-[0-9]+$ # and a number
    ")]
    value: String,
}

fn main() {}
