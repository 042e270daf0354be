use std::{collections::HashMap, fmt::Debug, hash::Hash};

use connect_runtime::{ConnectModel, from_str};

trait Labelled {
    type Label;
}

impl Labelled for u8 {
    type Label = String;
}

#[derive(ConnectModel, Debug)]
struct Page<K: Eq + Hash, T, L>
where
    K: Debug + for<'de> connect_runtime::Decode<'de>,
    T: Debug + Clone,
    L: Labelled,
    L::Label: Debug,
    HashMap<K, u8>: for<'de> connect_runtime::Decode<'de>,
{
    items: Vec<Option<T>>,
    counts: HashMap<K, u8>,
    label: L::Label,
    qualified: <L as Labelled>::Label,
}

fn main() {
    let text = r#"{"items": [1, null], "counts": {"a": 1}, "label": "l", "qualified": "q"}"#;
    let page: Page<String, u16, u8> = from_str(text).unwrap();
    assert_eq!((page.items.len(), page.counts["a"], page.label.as_str()), (2, 1, "l"));
    assert!(page.validate().is_ok());
    let page: Page<String, u16, u8> = serde_json::from_str(text).unwrap();
    assert_eq!(page.qualified, "q");
}
