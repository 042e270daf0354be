use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all_fields = "camelCase")]
enum Event {
    Created {
        user_id: u8,
        #[connect(alias = "userId")]
        other_id: u8,
    },
}

fn main() {}
