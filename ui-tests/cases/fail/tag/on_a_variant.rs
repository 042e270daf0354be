use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    #[connect(tag = "type")]
    Created { id: u8 },
}

fn main() {}
