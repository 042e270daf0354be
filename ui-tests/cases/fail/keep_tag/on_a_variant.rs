use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    #[connect(keep_tag)]
    Created { id: u8 },
    Moved,
}

fn main() {}
