use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(name = "Draft"))]
enum Mood {
    Good,
    Bad,
}

fn main() {}
