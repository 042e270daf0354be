use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged, keep_tag)]
enum Event {
    Created { id: u8 },
    Moved,
}

fn main() {}
