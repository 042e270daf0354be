//! The cases: five kinds of records, each with its three decoders and the target ratio.

use connect_benches::{comparison::Case, contender};

use crate::corpus::{self, Ids};
use crate::{ours, peers};

pub(crate) fn all() -> Vec<Case<3>> {
    let compact = corpus::records(Ids::Strings);
    vec![
        owned("string ids", 1.5, corpus::compact(&compact)),
        number_ids(),
        owned("pretty-printed", 1.3, corpus::pretty(&compact)),
        owned("shuffled keys", 1.1, corpus::compact(&corpus::shuffle(compact.clone()))),
        borrowed(corpus::compact(&compact)),
    ]
}

fn owned(name: &'static str, target: f64, records: Vec<String>) -> Case<3> {
    Case {
        name,
        records,
        contenders: [
            contender!(connect_runtime::from_str::<connect_runtime::ConnectSession>),
            contender!(serde_json::from_str::<peers::string_ids::ConnectSession>),
            contender!(sonic_rs::from_str::<peers::string_ids::ConnectSession>),
        ],
        target,
    }
}

fn number_ids() -> Case<3> {
    Case {
        name: "number ids",
        records: corpus::compact(&corpus::records(Ids::Numbers)),
        contenders: [
            contender!(connect_runtime::from_str::<connect_runtime::ConnectSession>),
            contender!(serde_json::from_str::<peers::number_ids::ConnectSession>),
            contender!(sonic_rs::from_str::<peers::number_ids::ConnectSession>),
        ],
        target: 1.8,
    }
}

fn borrowed(records: Vec<String>) -> Case<3> {
    Case {
        name: "borrowed fields",
        records,
        contenders: [
            contender!(connect_runtime::from_str::<ours::ConnectSession<'_>>),
            contender!(serde_json::from_str::<peers::borrowed::ConnectSession<'_>>),
            contender!(sonic_rs::from_str::<peers::borrowed::ConnectSession<'_>>),
        ],
        target: 1.9,
    }
}
