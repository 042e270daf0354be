use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type", untagged)]
enum Event {
    Created { id: u8 },
}

fn main() {}
