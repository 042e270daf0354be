use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Click {
        #[connect(path = "type.id")]
        id: u8,
    },
}

fn main() {}
