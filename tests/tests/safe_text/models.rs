//! Models and a reader whose errors repeat what they are given.

#![allow(dead_code, reason = "the models are only refused")]

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Read},
    str::FromStr,
};

use connect_runtime::{ConnectModel, Rejection};
use serde::{Deserialize, Deserializer, de::Error};

/// A value whose parser, function or deserializer repeats it in its error.
#[derive(Debug)]
pub(crate) struct Repeated;

impl FromStr for Repeated {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Err(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Repeated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(String::deserialize(deserializer)?))
    }
}

pub(crate) mod repeated {
    pub(crate) fn decode(json: &str) -> Result<Option<super::Repeated>, String> {
        Err(serde_json::from_str(json).unwrap_or_default())
    }
}

fn repeat(text: &str) -> Result<(), String> {
    Err(text.to_owned())
}

#[derive(Debug, ConnectModel)]
pub(crate) struct Doors {
    #[connect(from_str)]
    from_str: Option<Repeated>,
    #[connect(with = repeated)]
    with: Option<Repeated>,
    #[connect(serde)]
    serde: Option<Repeated>,
    #[connect(custom = repeat)]
    custom: Option<String>,
    #[connect(one_of("a"))]
    one_of: Option<String>,
    #[connect(with = connect_runtime::with::csv)]
    csv: Option<Vec<u8>>,
    map: Option<HashMap<String, u8>>,
    either: Option<Either>,
    color: Option<Color>,
    checked: Option<Checked>,
}

#[derive(Debug, ConnectModel)]
#[connect(untagged)]
pub(crate) enum Either {
    Number(u8),
    Map(BTreeMap<String, Repeat>),
}

#[derive(Debug, ConnectModel)]
pub(crate) struct Repeat(#[connect(custom = repeat)] String);

#[derive(Debug, ConnectModel)]
pub(crate) enum Color {
    Red,
}

#[derive(Debug, ConnectModel)]
#[connect(check = Self::repeat)]
pub(crate) struct Checked {
    text: String,
}

impl Checked {
    fn repeat(&self) -> Result<(), Rejection> {
        Err(Rejection::new(self.text.clone()).code(self.text.clone()).field(self.text.clone()))
    }
}

#[derive(Debug, ConnectModel)]
pub(crate) struct Plain {
    text: Option<String>,
}

/// Fails with an error that repeats foreign text.
pub(crate) struct Broken(pub(crate) String);

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other(self.0.clone()))
    }
}
