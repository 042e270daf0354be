use connect_runtime::{ConnectModel, Report};

fn read<T: ConnectModel>(text: &str) -> Result<T, Report> {
    connect_runtime::from_str(text)
}

fn main() {}
