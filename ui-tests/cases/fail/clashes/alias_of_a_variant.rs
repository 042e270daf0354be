use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
    #[connect(alias = "Active")]
    Running,
}

fn main() {}
