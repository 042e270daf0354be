use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "eventType", rename_all_fields = "camelCase")]
enum Event {
    Created { event_type: String },
}

fn main() {}
