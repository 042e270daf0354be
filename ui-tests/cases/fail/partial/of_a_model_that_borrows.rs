use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer<'a> {
    title: &'a str,
}

fn main() {}
