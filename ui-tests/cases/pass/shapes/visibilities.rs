#![deny(private_interfaces, private_bounds, unnameable_types)]
#![allow(dead_code)]

use connect_runtime::ConnectModel;

pub mod models {
    use super::ConnectModel;

    #[derive(ConnectModel)]
    struct Private {
        id: u8,
    }

    #[derive(ConnectModel)]
    pub struct Public {
        #[connect(flatten)]
        private: Private,
        #[connect(flatten)]
        kind: Option<Kind>,
    }

    #[derive(ConnectModel)]
    #[connect(tag = "kind")]
    enum Kind {
        A { a: u8 },
    }

    #[derive(ConnectModel)]
    pub struct Newtype(Private);

    #[derive(ConnectModel)]
    pub struct Tuple(Private, pub u8);

    #[derive(ConnectModel)]
    pub enum External {
        Struct {
            id: u8,
        },
        Newtype(Newtype),
    }
}

fn main() {
    assert!(connect_runtime::from_str::<models::Public>(r#"{"id": 1, "a": 2, "kind": "A"}"#).is_ok());
    assert!(connect_runtime::from_str::<models::External>(r#"{"Newtype": {"id": 1}}"#).is_ok());
    assert_eq!(connect_runtime::from_str::<models::Tuple>(r#"[{"id": 1}, 2]"#).unwrap().1, 2);
}
