use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Page<'a, T: Clone> {
    #[connect(strcit)]
    items: &'a [T],
}

#[derive(ConnectModel)]
struct Account<'a> {
    pages: Page<'a, u8>,
}

fn main() {
    let _ = from_str::<Account<'_>>("{}");
}
