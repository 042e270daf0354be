//! A model of every shape that can be read in part, where nothing is imported.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]
#![allow(dead_code)]
#![no_implicit_prelude]

/// A public model.
#[derive(::connect_runtime::ConnectModel)]
#[connect(partial(name = "Draft", derive(Debug, Clone, PartialEq)))]
pub struct Answer<const N: usize> {
    /// Its title.
    pub title: ::std::string::String,
    /// Its kinds.
    #[connect(one_or_many, length(min = 1))]
    pub r#type: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    pub(crate) code: [u8; N],
    #[connect(whole)]
    opaque: Opaque,
    #[connect(skip)]
    skipped: u8,
    #[connect(flatten)]
    rest: ::std::collections::BTreeMap<::std::string::String, u8>,
    #[connect(null_as_default)]
    #[deprecated]
    value: u8,
    #[connect(serde, fallback, default = 4)]
    number: u8,
}

#[derive(Debug, Clone, PartialEq, ::connect_runtime::ConnectModel)]
struct Opaque {
    id: u8,
}

/// A public newtype.
#[derive(Debug, ::connect_runtime::ConnectModel)]
#[connect(partial, transparent)]
pub struct Title {
    #[connect(length(max = 9))]
    text: ::std::string::String,
}

#[derive(::connect_runtime::ConnectModel)]
#[connect(partial)]
struct Pair(u8, #[connect(whole)] Opaque);

#[derive(::connect_runtime::ConnectModel)]
#[connect(partial)]
struct Nothing {}

#[derive(::connect_runtime::ConnectModel)]
#[connect(partial)]
struct Unit;

#[derive(::connect_runtime::ConnectModel)]
#[connect(partial, tag = "type")]
enum Block {
    Text { text: ::std::string::String },
    Empty,
}

fn main() {
    let part = ::connect_runtime::partial::<Answer<2>>(r#"{"title": "a", "x": 1, "code": [1, 2], "type": ["b"#);
    let part: Draft<2> = part.into_value().unwrap();
    ::std::assert!(
        part.title.is_some()
            && part.code.is_some()
            && part.opaque.is_none()
            && part.rest.is_some_and(|rest| rest.len() == 1)
    );
    ::std::assert_eq!(part.r#type.map(|types| types.len()), ::std::option::Option::Some(1));
    let _ = (part.number, ::connect_runtime::partial::<Title>("").into_value());
    let _ = ::connect_runtime::partial::<Nothing>("{").value().is_some_and(|NothingPartial {}| true);
    let _ = ::connect_runtime::partial::<Unit>("").value().is_none();
    if let ::std::option::Option::Some(Pair(first, second)) = ::connect_runtime::partial::<Pair>("[").value() {
        let _ = (first, second.id);
    }
    if let ::std::option::Option::Some(Block::Text { text }) = ::connect_runtime::partial::<Block>("{").value() {
        let _ = text.len();
    }
    let _ = ::connect_runtime::partial::<Block>("").value().is_some_and(|block| ::std::matches!(block, Block::Empty));
}
