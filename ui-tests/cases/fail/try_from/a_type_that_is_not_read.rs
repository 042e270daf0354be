use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(from = "std::time::Instant")]
struct Model {
    count: u32,
}

impl From<std::time::Instant> for Model {
    fn from(_at: std::time::Instant) -> Self {
        Self { count: 0 }
    }
}

fn main() {}
