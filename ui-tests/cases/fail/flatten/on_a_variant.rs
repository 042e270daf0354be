use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    #[connect(flatten)]
    Created { id: u8 },
}

fn main() {}
