//! The same records one by one and as one stream, in each of the three forms of a stream.

use crate::corpus::{self, Ids};

/// How often the thousand records are repeated, so the one-time cost of a stream is negligible.
const REPEATS: usize = 4;

#[derive(Clone, Copy)]
pub(crate) enum Form {
    Lines,
    Array,
    Values,
}

pub(crate) struct Input {
    pub(crate) records: Vec<String>,
    pub(crate) stream: Vec<u8>,
}

impl Input {
    pub(crate) fn new(ids: Ids, form: Form) -> Self {
        let once = corpus::compact(&corpus::records(ids));
        let records: Vec<String> = once.iter().cycle().take(once.len() * REPEATS).cloned().collect();
        let stream = match form {
            Form::Lines => records.join("\n") + "\n",
            Form::Array => format!("[{}]", records.join(",")),
            Form::Values => records.concat(),
        };
        Self { records, stream: stream.into_bytes() }
    }
}
