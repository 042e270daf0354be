use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
enum Block {
    Text {
        #[connect(whole)]
        text: String,
    },
}

fn main() {}
