use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    #[connect(default)]
    Click { x: u8 },
    #[connect(default)]
    Leave,
}

fn main() {}
