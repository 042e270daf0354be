//! The cases: each shape with its two decoders.

use connect_benches::{comparison::Case, contender};

use crate::{models, records};

/// The least time of `serde_json` divided by ours.
const TARGET: f64 = 2.0;

macro_rules! cases {
    ($($name:literal: $model:ident from $record:ident;)*) => {
        vec![$(Case {
            name: $name,
            records: records::generate(records::$record),
            contenders: [
                contender!(connect_runtime::from_str::<models::$model>),
                contender!(serde_json::from_str::<models::$model>),
            ],
            target: TARGET,
        }),*]
    };
}

pub(crate) fn all() -> Vec<Case<2>> {
    cases! {
        "internal tag first": Internal from tag_first;
        "internal tag last": Internal from tag_last;
        "adjacent tag first": Adjacent from content_last;
        "adjacent tag last": Adjacent from content_first;
        "untagged": Field from field;
        "flattened struct": WithStruct from with_struct;
        "flattened map": WithMap from with_map;
    }
}
