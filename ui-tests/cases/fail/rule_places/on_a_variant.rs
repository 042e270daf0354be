use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(length(min = 1))]
    Active,
}

fn main() {}
