use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(with = "As::<u8")]
    seats: u8,
    #[serde(deserialize_with = "read(3)")]
    rooms: u8,
}

fn main() {}
