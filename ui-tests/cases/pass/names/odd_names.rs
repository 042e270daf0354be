//! Names without quotes, in any case and at paths, in code without a prelude and under strict lints.

#![no_implicit_prelude]
#![deny(warnings, clippy::pedantic)]
#![allow(dead_code)]

use ::connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Level {
    #[connect(rename = 1, alias = true)]
    Low,
    #[connect(other)]
    Other(i64),
}

#[derive(ConnectModel)]
enum Anything {
    #[connect(rename = -1)]
    Low,
    #[connect(other)]
    Other(::connect_runtime::serde_json::Value),
}

#[derive(ConnectModel)]
#[connect(ignore_case, tag = "type")]
enum Event<T> {
    #[connect(default)]
    Click {
        x: u8,
    },
    Move(Place<T>),
}

#[derive(ConnectModel)]
pub struct Place<T> {
    #[connect(path = "at.x.value", range(max = 5))]
    x: ::core::option::Option<T2>,
    #[connect(path = "at.y")]
    y: T,
    #[connect(path = "other.y", default = 3)]
    z: u8,
}

type T2 = u16;

#[derive(ConnectModel, ::core::default::Default)]
#[connect(default)]
struct Defaulted<'a> {
    #[connect(path = "at.x", length(max = 5))]
    x: ::std::borrow::Cow<'a, str>,
    #[connect(path = "at.y")]
    y: u8,
}

fn main() {}
