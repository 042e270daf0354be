#![no_implicit_prelude]

#[derive(::connect_runtime::ConnectModel)]
#[connect(check = Account::check)]
struct Account<'a, T> {
    #[connect(length(min = 1, max = 9), pattern = "^[a-z]+$", one_of("a", "b"), custom = is_fine)]
    id: &'a str,
    #[connect(range(min = 1, exclusive_max = 9), multiple_of = 2, sensitive)]
    size: ::std::option::Option<u8>,
    #[connect(unique, length(equal = 2), each(range(min = 0)))]
    items: ::std::vec::Vec<T>,
    #[connect(ip(v4, message = "is no address"))]
    address: ::std::option::Option<::std::string::String>,
}

impl<T> Account<'_, T> {
    fn check(&self) -> ::std::result::Result<(), &'static str> {
        ::std::result::Result::Ok(())
    }
}

fn is_fine(_: &str) -> ::std::result::Result<(), &'static str> {
    ::std::result::Result::Ok(())
}

fn main() {
    let account: Account<'_, u8> =
        ::std::result::Result::unwrap(::connect_runtime::from_str("{\"id\": \"a\", \"items\": [1, 2]}"));
    ::std::assert_eq!(account.items.len(), 2);
}
