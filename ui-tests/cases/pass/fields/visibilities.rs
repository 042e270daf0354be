#![deny(private_interfaces, private_bounds)]
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
        pub everyone: u8,
        pub(crate) here: u8,
        pub(super) above: u8,
        pub(in crate::models) inside: u8,
        alone: Private,
        option: Option<Private>,
        #[connect(default)]
        status: Status,
    }

    #[derive(ConnectModel, Default)]
    enum Status {
        #[default]
        Active,
    }

    #[derive(ConnectModel)]
    pub(crate) struct Crate {
        pub(self) id: Private,
    }
}

fn main() {
    let text = r#"{"everyone": 1, "here": 2, "above": 3, "inside": 4, "alone": {"id": 5}}"#;
    let public: models::Public = connect_runtime::from_str(text).unwrap();
    assert_eq!((public.everyone, public.here, public.above), (1, 2, 3));
}
