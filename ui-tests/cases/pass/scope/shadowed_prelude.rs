#![allow(dead_code)]

use connect_runtime::ConnectModel;

mod shadows {
    use super::ConnectModel;

    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct Result;
    pub struct Box;
    pub struct Vec;
    pub struct Default;
    pub struct Into;
    pub struct Decode;
    pub struct Slot;
    pub struct Reader;
    #[allow(non_camel_case_types)]
    pub struct usize;
    #[allow(non_camel_case_types)]
    pub struct bool;
    #[allow(non_camel_case_types)]
    pub struct str;

    #[derive(ConnectModel)]
    #[connect(rename_all = "camelCase")]
    pub struct Account {
        pub account_id: String,
        #[connect(default)]
        pub size: u32,
        #[connect(strict)]
        pub exact: std::option::Option<u8>,
        #[connect(skip)]
        cache: u8,
    }

    pub type String = std::string::String;

    #[derive(ConnectModel)]
    pub enum Status {
        Active,
        #[connect(other)]
        Other(std::string::String),
    }
}

fn main() {
    let account: shadows::Account = connect_runtime::from_str(r#"{"accountId": 7, "exact": 1}"#).unwrap();
    assert_eq!(account.account_id, "7");
    assert!(account.validate().is_ok());
}
