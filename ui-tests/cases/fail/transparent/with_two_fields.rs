use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent)]
struct Id {
    number: u8,
    text: String,
}

fn main() {}
