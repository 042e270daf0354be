use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged)]
enum Event {
    #[connect(default)]
    Click { x: u8 },
    Leave,
}

fn main() {}
