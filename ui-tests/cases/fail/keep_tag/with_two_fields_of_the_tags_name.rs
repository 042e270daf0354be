use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type", keep_tag)]
enum Event {
    Created {
        r#type: String,
        #[connect(alias = "type")]
        kind: String,
    },
    Moved,
}

fn main() {}
