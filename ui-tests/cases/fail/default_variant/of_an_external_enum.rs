use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    #[connect(default)]
    Click { x: u8 },
    Leave,
}

fn main() {}
