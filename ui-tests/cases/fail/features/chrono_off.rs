use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Event {
    at: chrono::DateTime<chrono::Utc>,
}

fn main() {}
