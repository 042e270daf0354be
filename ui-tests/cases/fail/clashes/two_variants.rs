use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "lowercase")]
enum Status {
    OnHold,
    #[connect(rename = "onhold")]
    Waiting,
}

fn main() {}
