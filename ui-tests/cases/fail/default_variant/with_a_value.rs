use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    #[connect(default = 3)]
    Click { x: u8 },
    Leave,
}

fn main() {}
