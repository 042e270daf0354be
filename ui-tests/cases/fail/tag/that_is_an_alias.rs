use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created {
        #[connect(alias = "type")]
        kind: String,
    },
}

fn main() {}
