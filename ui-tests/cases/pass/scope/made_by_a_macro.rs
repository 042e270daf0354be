use connect_runtime::{ConnectModel, from_str};

macro_rules! model {
    ($name:ident { $($field:ident: $ty:ty = $default:expr,)* }) => {
        #[derive(ConnectModel)]
        #[connect(rename_all = "camelCase")]
        struct $name {
            plain: $crate::Text,
            $(#[connect(default = $default)] $field: $ty,)*
        }
    };
}

macro_rules! renamed {
    ($name:literal, $casing:literal) => {
        #[derive(ConnectModel)]
        #[connect(rename_all = $casing)]
        struct Renamed {
            #[connect(rename = $name)]
            field: u8,
            other_field: u8,
        }
    };
}

type Text = String;

model!(Account { page_size: u32 = 25, labels: Vec<Option<u8>> = Vec::new(), });
renamed!("name", "camelCase");

fn main() {
    let account: Account = from_str(r#"{"plain": "a"}"#).unwrap();
    assert_eq!((account.plain.as_str(), account.page_size, account.labels.len()), ("a", 25, 0));
    let renamed: Renamed = from_str(r#"{"name": 1, "otherField": 2}"#).unwrap();
    assert_eq!((renamed.field, renamed.other_field), (1, 2));
}
