//! What is measured: each shape with its two decoders.

use std::{fmt::Debug, hint::black_box};

use crate::{models, texts};

/// One row of the table.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) records: Vec<String>,
    pub(crate) ours: Contender,
    pub(crate) serde_json: Contender,
}

/// One decoder of one model.
pub(crate) struct Contender {
    /// Decodes the records one by one and drops each.
    pub(crate) decode: fn(&[String]),
    /// The `Debug` text of what was decoded.
    pub(crate) show: fn(&str) -> String,
}

/// A contender for `$decode`, monomorphic so that nothing but the decoding is timed.
macro_rules! contender {
    ($decode:expr) => {
        Contender { decode: |records| decode_each(records, $decode), show: |record| show($decode(record)) }
    };
}

macro_rules! cases {
    ($($name:literal: $model:ident from $text:ident;)*) => {
        vec![$(Case {
            name: $name,
            records: texts::hundred(texts::$text),
            ours: contender!(connect_runtime::from_str::<models::$model>),
            serde_json: contender!(serde_json::from_str::<models::$model>),
        }),*]
    };
}

pub(crate) fn all() -> Vec<Case> {
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
