use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(strict, renameAll = "snake_case")]
enum Status {
    #[connect(default)]
    Active,
    #[connect(alias = "Active")]
    Running,
    #[connect(other, rename = "rest")]
    Other(f64),
    #[connect(other)]
    Rest,
}

fn main() {}
