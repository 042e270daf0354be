use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Empty {}

#[derive(ConnectModel)]
struct Skipped<T> {
    #[connect(skip)]
    cache: Option<T>,
}

#[derive(ConnectModel)]
enum Never {}

fn main() {
    let Empty {} = from_str("{}").unwrap();
    assert!(from_str::<Skipped<String>>("{}").unwrap().cache.is_none());
    assert!(from_str::<Never>("\"Never\"").is_err());
}
