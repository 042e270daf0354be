use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(deny_unknown_fields)]
enum Status {
    Active,
    Closed,
}

fn main() {}
