use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Event {
    #[connect(tag = "type")]
    id: u8,
}

fn main() {}
