use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent)]
struct Id {
    #[connect(skip)]
    number: u8,
}

fn main() {}
