use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(length(mn = 1), patern = "a", one_of()))]
    value: Vec<String>,
}

fn main() {}
