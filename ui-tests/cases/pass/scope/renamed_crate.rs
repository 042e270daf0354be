extern crate connect_runtime as runtime;

mod nested {
    pub mod path {
        pub use connect_runtime::*;
        #[doc(hidden)]
        pub use connect_runtime::__private;
    }
}

#[derive(runtime::ConnectModel)]
#[connect(crate = "runtime")]
struct Account {
    id: u32,
}

#[derive(runtime::ConnectModel)]
#[connect(crate = "crate::nested::path")]
struct Page {
    accounts: Vec<Account>,
}

fn main() {
    let page: Page = runtime::from_str(r#"{"accounts": [{"id": 7}]}"#).unwrap();
    assert_eq!(page.accounts[0].id, 7);
}
