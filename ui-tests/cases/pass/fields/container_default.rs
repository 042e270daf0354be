#![deny(warnings)]
use connect_runtime::{ConnectModel, from_str};

struct Handle(u8);

#[derive(ConnectModel)]
#[connect(default)]
struct Settings {
    name: String,
    size: u8,
    #[connect(default = 40)]
    own: u8,
    #[connect(required)]
    must: Option<u8>,
    #[connect(skip)]
    handle: Handle,
    #[connect(skip, default = Handle(50))]
    own_handle: Handle,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: "default".to_owned(),
            size: 10,
            own: 20,
            must: None,
            handle: Handle(30),
            own_handle: Handle(30),
        }
    }
}

// A field can't be moved out of a type that implements `Drop`.
impl Drop for Settings {
    fn drop(&mut self) {}
}

#[derive(ConnectModel)]
#[serde(default = "start")]
struct Range {
    from: u8,
    to: u8,
}

fn start() -> Range {
    Range { from: 1, to: 2 }
}

#[derive(ConnectModel, Default)]
#[connect(default)]
struct AllSkipped {
    #[connect(skip)]
    only: u8,
}

#[derive(ConnectModel, Default)]
#[connect(default)]
struct Nothing {}

fn main() {
    let settings: Settings = from_str(r#"{"size": 7, "must": null}"#).unwrap();
    assert_eq!((settings.name.as_str(), settings.size, settings.own), ("default", 7, 40));
    assert_eq!((settings.must, settings.handle.0, settings.own_handle.0), (None, 30, 50));
    assert!(from_str::<Settings>("{}").is_err());
    assert!(from_str::<Settings>(r#"{"size": [], "must": null}"#).is_err());
    let range: Range = from_str(r#"{"to": 9}"#).unwrap();
    assert_eq!((range.from, range.to), (1, 9));
    assert_eq!(from_str::<AllSkipped>("{}").unwrap().only, 0);
    let Nothing {} = from_str::<Nothing>("{}").unwrap();
}
