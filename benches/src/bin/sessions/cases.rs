//! What is measured: five kinds of records, each with its three decoders and the ratio to reach.

use std::fmt::Debug;
use std::hint::black_box;

use crate::corpus::{self, Ids};
use crate::{ours, peers};

/// One row of the table.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) records: Vec<String>,
    pub(crate) ours: Contender,
    pub(crate) serde_json: Contender,
    pub(crate) sonic_rs: Contender,
    /// Time of the faster peer divided by ours, at least.
    pub(crate) target: f64,
}

/// One decoder of one model.
pub(crate) struct Contender {
    /// Decodes the records one by one and drops each.
    pub(crate) decode: fn(&[String]),
    /// The `Debug` text of what was decoded: the models of all contenders have the same names in it.
    pub(crate) show: fn(&str) -> String,
}

/// A contender for `$decode`, monomorphic so that nothing but the decoding is timed.
macro_rules! contender {
    ($decode:expr) => {
        Contender { decode: |records| decode_each(records, $decode), show: |record| show($decode(record)) }
    };
}

pub(crate) fn all() -> Vec<Case> {
    let compact = corpus::records(Ids::Strings);
    vec![
        owned("string ids", 1.5, corpus::compact(&compact)),
        number_ids(),
        owned("pretty-printed", 1.3, corpus::pretty(&compact)),
        owned("shuffled keys", 1.1, corpus::compact(&corpus::shuffle(compact.clone()))),
        borrowed(corpus::compact(&compact)),
    ]
}

fn owned(name: &'static str, target: f64, records: Vec<String>) -> Case {
    Case {
        name,
        records,
        ours: contender!(connect_runtime::from_str::<connect_runtime::ConnectSession>),
        serde_json: contender!(serde_json::from_str::<peers::string_ids::ConnectSession>),
        sonic_rs: contender!(sonic_rs::from_str::<peers::string_ids::ConnectSession>),
        target,
    }
}

fn number_ids() -> Case {
    Case {
        name: "number ids",
        records: corpus::compact(&corpus::records(Ids::Numbers)),
        ours: contender!(connect_runtime::from_str::<connect_runtime::ConnectSession>),
        serde_json: contender!(serde_json::from_str::<peers::number_ids::ConnectSession>),
        sonic_rs: contender!(sonic_rs::from_str::<peers::number_ids::ConnectSession>),
        target: 1.8,
    }
}

fn borrowed(records: Vec<String>) -> Case {
    Case {
        name: "borrowed fields",
        records,
        ours: contender!(connect_runtime::from_str::<ours::ConnectSession<'_>>),
        serde_json: contender!(serde_json::from_str::<peers::borrowed::ConnectSession<'_>>),
        sonic_rs: contender!(sonic_rs::from_str::<peers::borrowed::ConnectSession<'_>>),
        target: 1.9,
    }
}

fn decode_each<'a, T, E>(records: &'a [String], decode: impl Fn(&'a str) -> Result<T, E>) {
    for record in records {
        black_box(&decode(black_box(record.as_str())));
    }
}

fn show<T: Debug, E: Debug>(decoded: Result<T, E>) -> String {
    match decoded {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("refused: {error:?}"),
    }
}
