use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(name = Draft))]
struct Answer {
    title: String,
}

fn main() {}
