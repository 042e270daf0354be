use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created { id: u8 },
    #[connect(other)]
    Other,
    #[serde(other)]
    Rest,
}

fn main() {}
