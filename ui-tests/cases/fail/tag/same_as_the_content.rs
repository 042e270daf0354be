use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type", content = "type")]
enum Event {
    Created { id: u8 },
}

fn main() {}
