use std::marker::PhantomData;

use connect_runtime::{ConnectModel, from_str};

struct Marker;

#[derive(ConnectModel)]
struct Id<T, S: Default = ()> {
    value: String,
    kind: PhantomData<T>,
    #[connect(skip)]
    state: S,
}

fn main() {
    let id: Id<Marker> = from_str(r#"{"value": 7}"#).unwrap();
    let _: PhantomData<Marker> = id.kind;
    let () = id.state;
    assert_eq!(id.value, "7");
    assert_eq!(serde_json::from_str::<Id<Marker, u8>>(r#"{"value": 7}"#).unwrap().state, 0);
}
