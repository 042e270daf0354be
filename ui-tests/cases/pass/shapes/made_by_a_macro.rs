#![allow(dead_code)]

use connect_runtime::{ConnectModel, from_str};

macro_rules! event {
    ($name:ident by $tag:literal { $($variant:ident($content:ty) = $text:literal,)* }) => {
        #[derive(ConnectModel)]
        #[connect(tag = $tag)]
        enum $name {
            $(#[connect(rename = $text)] $variant($content),)*
            Named { #[connect(flatten)] rest: $crate::Page },
        }
    };
}

macro_rules! wrapper {
    ($name:ident($inner:ty), $module:path) => {
        #[derive(ConnectModel)]
        struct $name(#[connect(with = $module)] $inner);
    };
}

#[derive(ConnectModel)]
struct Page {
    size: u8,
}

event! { Event by "type" { Created(Page) = "created", Moved(Option<Page>) = "moved", } }
wrapper! { List(Vec<u8>), connect_runtime::with::csv }

fn main() {
    assert!(matches!(from_str(r#"{"size": 1, "type": "created"}"#), Ok(Event::Created(Page { size: 1 }))));
    assert!(matches!(from_str(r#"{"size": 1, "type": "Named"}"#), Ok(Event::Named { rest: Page { size: 1 } })));
    assert_eq!(from_str::<List>(r#""1,2""#).unwrap().0, [1, 2]);
}
