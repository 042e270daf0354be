use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(patern = "^a$")]
    value: String,
}

fn main() {}
