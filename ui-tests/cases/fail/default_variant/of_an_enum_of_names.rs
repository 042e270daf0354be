use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(default)]
    On,
    Off,
}

fn main() {}
