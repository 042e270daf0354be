use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(frobnicate)]
    Active,
    Closed,
}

fn main() {}
