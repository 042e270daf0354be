use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
union Number {
    float: f32,
    bits: u32,
}

fn main() {}
