use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(tag = "type")]
#[connect(untagged)]
enum Event {
    Created { id: u8 },
}

fn main() {}
