use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(content = "data")]
enum Event {
    Created { id: u8 },
    Moved(String),
}

fn main() {}
