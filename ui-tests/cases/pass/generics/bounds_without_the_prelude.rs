//! Bounds and paths of every kind, where no name of the prelude is in scope.
#![no_implicit_prelude]
#![deny(warnings)]

use ::std::{borrow::Cow, clone::Clone, collections::HashMap, default::Default, vec::Vec};

use ::connect_runtime::ConnectModel;

pub trait Marked<'a> {}

#[derive(ConnectModel, Default)]
#[connect(default)]
pub struct Whole<T> {
    pub value: T,
}

#[derive(ConnectModel)]
#[serde(bound = "T: ::serde::Deserialize<'de> + Marked<'de>, for<'a> U: ::serde::Deserialize<'de>")]
pub struct Bounded<T, U> {
    #[connect(serde)]
    pub by_serde: Vec<T>,
    pub by_type: U,
}

#[derive(ConnectModel)]
pub struct Hashed<T, S> {
    pub map: HashMap<u8, T, S>,
    #[connect(serde)]
    pub value: T,
}

#[derive(ConnectModel, Clone)]
pub struct Early(pub Cow<'static, str>, #[serde(default = "Vec::<u8>::new")] pub Vec<u8>);

fn main() {}
