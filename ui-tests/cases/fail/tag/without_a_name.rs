use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag)]
enum Event {
    Created { id: u8 },
}

fn main() {}
