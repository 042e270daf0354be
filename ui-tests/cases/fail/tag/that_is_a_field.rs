use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created { r#type: String },
}

fn main() {}
