use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type", content = "data", keep_tag)]
enum Event {
    Created { id: u8 },
    Moved,
}

fn main() {}
