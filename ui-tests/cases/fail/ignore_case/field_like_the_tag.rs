use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case, tag = "type")]
enum Event {
    Click {
        #[connect(rename = "Type")]
        kind: u8,
    },
}

fn main() {}
