use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Event {
    At(std::time::Instant),
    Between(std::time::Instant, u8),
    Named { at: std::time::Instant },
}

fn main() {}
