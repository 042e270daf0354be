use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(tag = "type", keep_tag)]
enum Event {
    Created { id: u8 },
    Moved,
}

fn main() {}
