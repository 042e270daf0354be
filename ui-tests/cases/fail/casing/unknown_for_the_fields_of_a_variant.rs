use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    #[connect(rename_all = "camel")]
    Created { user_id: u8 },
}

fn main() {}
