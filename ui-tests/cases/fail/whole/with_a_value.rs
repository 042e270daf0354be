use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    #[connect(whole = true)]
    title: String,
}

fn main() {}
