use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(check = "ends_after_start", length(min = 1))]
struct Stay {
    #[connect(length(mn = 1, max = "9"), pattern = "(", one_of("a", "a"))]
    guest: String,
    #[connect(range(min = 9, max = 1), multiple_of = 0, default = 12)]
    nights: u8,
    #[connect(each(lenght(min = 1), range(0..=5)), unique = true)]
    rooms: Vec<u8>,
    #[connect(skip, sensitive, email(text = "no address"))]
    contact: String,
}

fn main() {}
