use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(keep_tag)]
enum Status {
    Active,
    Broken,
}

fn main() {}
