#![no_implicit_prelude]

#[derive(::connect_runtime::ConnectModel)]
#[connect(rename_all = "camelCase")]
struct Account<'a, T> {
    account_id: &'a str,
    label: ::std::option::Option<::std::string::String>,
    #[connect(default)]
    items: ::std::vec::Vec<T>,
    #[connect(default = 25)]
    size: u32,
    #[connect(strict)]
    exact: u32,
    #[connect(skip)]
    cache: ::std::string::String,
}

#[derive(::connect_runtime::ConnectModel)]
#[connect(default)]
struct Settings {
    pages: u32,
}

impl ::std::default::Default for Settings {
    fn default() -> Self {
        Self { pages: 1 }
    }
}

#[derive(::connect_runtime::ConnectModel)]
enum Status {
    Active,
    #[connect(other)]
    Other(::std::string::String),
}

fn main() {
    let account: Account<'_, Status> =
        ::std::result::Result::unwrap(::connect_runtime::from_str("{\"accountId\": \"a\", \"exact\": 1}"));
    ::std::assert_eq!(account.account_id, "a");
    let settings: Settings = ::std::result::Result::unwrap(::connect_runtime::from_str("{}"));
    ::std::assert_eq!(settings.pages, 1);
}
