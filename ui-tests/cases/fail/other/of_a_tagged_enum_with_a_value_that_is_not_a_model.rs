use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created { id: u8 },
    #[connect(other)]
    Other(std::time::Instant),
}

fn main() {}
