use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    #[connect(rename_all = "camelCase")]
    Created(u8),
    #[connect(alias_all = "camelCase")]
    Moved,
}

fn main() {}
