use connect_runtime::{ConnectModel, Report};

fn read<T: ConnectModel>(bytes: &[u8]) -> Result<T, Report> {
    connect_runtime::from_reader(bytes)
}

fn main() {}
