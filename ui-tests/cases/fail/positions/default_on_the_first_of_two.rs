use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    Moved(#[connect(default = 3)] u8, u8),
}

fn main() {}
