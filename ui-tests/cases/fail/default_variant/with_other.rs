use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Click { x: u8 },
    #[connect(other, default)]
    Leave,
}

fn main() {}
