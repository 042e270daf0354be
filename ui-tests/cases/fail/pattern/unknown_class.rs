use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = r"^\p{Greekish}$")]
    value: String,
}

fn main() {}
