//! The attributes there are: what parses them, names them in messages and checks the docs.

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Container,
    Field,
    Variant,
}

impl Place {
    pub(super) fn with_article(self) -> &'static str {
        match self {
            Self::Container => "the container",
            Self::Field => "a field",
            Self::Variant => "a variant",
        }
    }
}

/// Whose attribute it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source {
    Connect,
    Serde,
}

impl Source {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Serde => "serde",
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Connect => Self::Serde,
            Self::Serde => Self::Connect,
        }
    }

    pub(crate) fn table(self) -> &'static [Attribute] {
        match self {
            Self::Connect => CONNECT,
            Self::Serde => SERDE,
        }
    }
}

/// What an attribute means, whoever's it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Key {
    Alias,
    AliasAll,
    Bound,
    Crate,
    Default,
    DenyUnknownFields,
    NoDeserialize,
    Other,
    Rename,
    RenameAll,
    Required,
    Skip,
    Strict,
    Untagged,
}

/// What may stand behind an attribute's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// Nothing.
    Flag,
    /// `= ".."`
    Text,
    /// Nothing, or `= expression`.
    FlagOrExpr,
    /// Nothing, or `= "path"`.
    FlagOrText,
    /// `= ".."`, or `(serialize = "..", deserialize = "..")`.
    TextOrSides,
}

/// What is made of an attribute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Use {
    Means(Key, Form),
    /// It concerns serializing alone, or nothing that is done here.
    Accepted,
    /// It can't be honoured; the text says why, and what to do.
    Refused(&'static str),
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) used: Use,
    /// How it is written, for messages.
    pub(crate) example: &'static str,
}

const fn connect(place: Place, key: Key, form: Form, name: &'static str, example: &'static str) -> Attribute {
    Attribute { name, place, used: Use::Means(key, form), example }
}

const fn serde(place: Place, name: &'static str, used: Use, example: &'static str) -> Attribute {
    Attribute { name, place, used, example }
}

use Form::{Flag, FlagOrExpr, FlagOrText, Text, TextOrSides};
use Place::{Container, Field, Variant};
use Use::{Accepted, Means, Refused};

#[rustfmt::skip]
const CONNECT: &[Attribute] = &[
    connect(Container, Key::RenameAll, Text, "rename_all", "rename_all = \"camelCase\""),
    connect(Container, Key::AliasAll, Text, "alias_all", "alias_all = \"snake_case\""),
    connect(Container, Key::DenyUnknownFields, Flag, "deny_unknown_fields", "deny_unknown_fields"),
    connect(Container, Key::Default, Flag, "default", "default"),
    connect(Container, Key::Strict, Flag, "strict", "strict"),
    connect(Container, Key::Crate, Text, "crate", "crate = \"path::to::connect_runtime\""),
    connect(Container, Key::NoDeserialize, Flag, "no_deserialize", "no_deserialize"),
    connect(Field, Key::Rename, Text, "rename", "rename = \"name\""),
    connect(Field, Key::Alias, Text, "alias", "alias = \"one\", alias = \"another\""),
    connect(Field, Key::Default, FlagOrExpr, "default", "default = 3"),
    connect(Field, Key::Required, Flag, "required", "required"),
    connect(Field, Key::Skip, Flag, "skip", "skip"),
    connect(Field, Key::Strict, Flag, "strict", "strict"),
    connect(Variant, Key::Rename, Text, "rename", "rename = \"name\""),
    connect(Variant, Key::Alias, Text, "alias", "alias = \"one\", alias = \"another\""),
    connect(Variant, Key::Skip, Flag, "skip", "skip"),
    connect(Variant, Key::Other, Flag, "other", "other"),
];

const LATER: Use = Refused("is not supported yet");

#[rustfmt::skip]
const SERDE: &[Attribute] = &[
    serde(Container, "rename", Accepted, ""),
    serde(Container, "rename_all", Means(Key::RenameAll, TextOrSides), "rename_all = \"camelCase\""),
    serde(Container, "rename_all_fields", LATER, ""),
    serde(Container, "deny_unknown_fields", Means(Key::DenyUnknownFields, Flag), "deny_unknown_fields"),
    serde(Container, "tag", LATER, ""),
    serde(Container, "content", LATER, ""),
    serde(Container, "untagged", LATER, ""),
    serde(Container, "bound", Means(Key::Bound, TextOrSides), "bound = \"T: MyTrait\""),
    serde(Container, "default", Means(Key::Default, FlagOrText), "default = \"path::to::function\""),
    serde(Container, "transparent", LATER, ""),
    serde(Container, "remote", Refused("can't be honoured: a model is read into its own type"), ""),
    serde(Container, "from", Refused("can't be honoured: read the other type, then convert the value"), ""),
    serde(Container, "try_from", Refused("can't be honoured: read the other type, then convert the value"), ""),
    serde(Container, "field_identifier", Refused("can't be honoured: a model is no identifier of serde's"), ""),
    serde(Container, "variant_identifier", Refused("can't be honoured: a model is no identifier of serde's"), ""),
    serde(Container, "into", Accepted, ""),
    serde(Container, "crate", Accepted, ""),
    serde(Container, "expecting", Accepted, ""),
    serde(Field, "rename", Means(Key::Rename, TextOrSides), "rename = \"name\""),
    serde(Field, "alias", Means(Key::Alias, Text), "alias = \"one\", alias = \"another\""),
    serde(Field, "default", Means(Key::Default, FlagOrText), "default = \"path::to::function\""),
    serde(Field, "skip", Means(Key::Skip, Flag), "skip"),
    serde(Field, "skip_deserializing", Means(Key::Skip, Flag), "skip_deserializing"),
    serde(Field, "bound", Means(Key::Bound, TextOrSides), "bound = \"T: MyTrait\""),
    serde(Field, "flatten", LATER, ""),
    serde(Field, "with", LATER, ""),
    serde(Field, "deserialize_with", LATER, ""),
    serde(Field, "borrow", Accepted, ""),
    serde(Field, "getter", Accepted, ""),
    serde(Field, "serialize_with", Accepted, ""),
    serde(Field, "skip_serializing", Accepted, ""),
    serde(Field, "skip_serializing_if", Accepted, ""),
    serde(Variant, "rename", Means(Key::Rename, TextOrSides), "rename = \"name\""),
    serde(Variant, "alias", Means(Key::Alias, Text), "alias = \"one\", alias = \"another\""),
    serde(Variant, "skip", Means(Key::Skip, Flag), "skip"),
    serde(Variant, "skip_deserializing", Means(Key::Skip, Flag), "skip_deserializing"),
    serde(Variant, "other", Means(Key::Other, Flag), "other"),
    serde(Variant, "untagged", Means(Key::Untagged, Flag), "untagged"),
    serde(Variant, "rename_all", LATER, ""),
    serde(Variant, "bound", LATER, ""),
    serde(Variant, "with", LATER, ""),
    serde(Variant, "deserialize_with", LATER, ""),
    serde(Variant, "borrow", Accepted, ""),
    serde(Variant, "serialize_with", Accepted, ""),
    serde(Variant, "skip_serializing", Accepted, ""),
];
