use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Pair(u8, #[connect(flatten)] Page);

#[derive(ConnectModel)]
struct Page {
    size: u8,
}

fn main() {}
