use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type", keep_tag = true)]
enum Event {
    Created { id: u8 },
    Moved,
}

fn main() {}
