use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case)]
enum Status {
    On,
    #[connect(alias = "on")]
    Off,
}

fn main() {}
