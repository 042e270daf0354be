use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min =))]
    value: String,
}

fn main() {}
