use std::borrow::Cow;

use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Account<'a, 'b: 'a, T: 'a> {
    id: &'a str,
    label: Option<Cow<'b, str>>,
    owner: Owner<'a>,
    #[connect(default)]
    more: Vec<T>,
}

#[derive(ConnectModel)]
struct Owner<'de> {
    #[serde(borrow)]
    name: &'de str,
}

fn read<'t>(text: &'t str) -> &'t str {
    from_str::<Account<'t, 't, &'t str>>(text).unwrap().owner.name
}

fn main() {
    let text = String::from(r#"{"id": "a", "owner": {"name": "b"}, "more": ["c"]}"#);
    assert_eq!(read(&text), "b");
    let account: Account<'_, '_, u8> = from_str(r#"{"id": "a", "owner": {"name": "b"}}"#).unwrap();
    assert!(account.validate().is_ok() && account.label.is_none() && account.id == "a" && account.more.is_empty());
}
