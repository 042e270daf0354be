use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(deserialize_with = "color")]
    color: u8,
}

fn color<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    serde::Deserialize::deserialize(deserializer)
}

fn main() {}
