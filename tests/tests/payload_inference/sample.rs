//! A sample, its inferred types, and how a payload of it must be read.

use std::fmt::Debug;

use connect_runtime::{DecodeOwned, Decoder};
use serde::de::DeserializeOwned;

use crate::{
    generated::SAMPLES,
    infer::{Kind, infer},
    mutate::Mutated,
    oracle::{Policy, is_refused, rewrite},
    tree::Tree,
};

/// The `Debug` of what was read, or `None` if it was refused.
type Outcome = Option<String>;

/// A payload and the readers of its types.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) json: &'static str,
    with_serde: fn(&[u8]) -> Outcome,
    with_model: fn(&[u8], strict: bool) -> Outcome,
}

impl Sample {
    pub(crate) const fn new<T: DeserializeOwned + DecodeOwned + Debug>(name: &'static str, json: &'static str) -> Self {
        Self { name, json, with_serde: read_with_serde::<T>, with_model: read_with_model::<T> }
    }
}

fn read_with_serde<T: DeserializeOwned + Debug>(json: &[u8]) -> Outcome {
    serde_json::from_slice::<T>(json).ok().map(|value| format!("{value:?}"))
}

fn read_with_model<T: DecodeOwned + Debug>(json: &[u8], strict: bool) -> Outcome {
    Decoder::new().strict(strict).from_slice::<T>(json).ok().map(|value| format!("{value:?}"))
}

/// A sample with what was inferred from it.
pub(crate) struct Case {
    pub(crate) sample: &'static Sample,
    pub(crate) tree: Tree,
    pub(crate) kind: Kind,
}

impl Case {
    pub(crate) fn all() -> Vec<Self> {
        SAMPLES.iter().map(Self::of).collect()
    }

    fn of(sample: &'static Sample) -> Self {
        let tree = Tree::read(sample.json.as_bytes()).expect("a sample is JSON");
        Self { sample, kind: infer(&[&tree]), tree }
    }

    /// What must come out, worked out with serde. What serde accepts of the text itself is not rewritten.
    fn expect(&self, tree: &Tree, with_serde: &Outcome, policy: Policy) -> Outcome {
        if is_refused(&self.kind, tree) {
            return None;
        }
        if with_serde.is_some() {
            return with_serde.clone();
        }
        let rewritten = rewrite(&self.kind, tree, policy);
        if rewritten == *tree { None } else { (self.sample.with_serde)(rewritten.to_json().as_bytes()) }
    }
}

/// How a payload was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reading {
    Accepted,
    /// Accepted, although not in strict mode.
    Coerced,
    Refused,
}

/// Compares what was read with serde's reading.
pub(crate) fn check(case: &Case, Mutated { json, tree }: &Mutated) -> Result<Reading, String> {
    // serde_json does not look at the bytes of strings that it skips; here all of the input must be UTF-8.
    let with_serde = str::from_utf8(json).ok().and_then(|_| (case.sample.with_serde)(json));
    let tree = tree.as_ref().filter(|_| str::from_utf8(json).is_ok());
    let read = |policy: Policy| {
        let found = (case.sample.with_model)(json, policy == Policy::Strict);
        let expected = tree.map_or_else(|| with_serde.clone(), |tree| case.expect(tree, &with_serde, policy));
        if found == expected {
            Ok(found.is_some())
        } else {
            Err(format!("{policy:?}\n    expected {expected:?}\n    found    {found:?}"))
        }
    };
    Ok(match (read(Policy::Strict)?, read(Policy::Lenient)?) {
        (true, _) => Reading::Accepted,
        (false, true) => Reading::Coerced,
        (false, false) => Reading::Refused,
    })
}
