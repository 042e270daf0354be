//! The table of attributes, used by parsing, messages and the test of the docs.

pub(crate) mod find;

use crate::rules::{RULES, Spec};

/// The part of an item that an attribute is on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Container,
    Field,
    Variant,
}

impl Place {
    fn with_article(self) -> &'static str {
        match self {
            Self::Container => "the container",
            Self::Field => "a field",
            Self::Variant => "a variant",
        }
    }
}

/// The crate that an attribute belongs to.
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

    fn other(self) -> Self {
        match self {
            Self::Connect => Self::Serde,
            Self::Serde => Self::Connect,
        }
    }

    /// The rows of its attributes.
    pub(crate) fn table(self) -> impl Iterator<Item = &'static Attribute> {
        let (rows, rules): (_, &[_]) = match self {
            Self::Connect => (CONNECT, &RULE_ROWS),
            Self::Serde => (SERDE, &[]),
        };
        rows.iter().chain(rules)
    }
}

/// The meaning of an attribute, whichever crate it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Key {
    Alias,
    AliasAll,
    Bound,
    Check,
    Content,
    Crate,
    Default,
    DefaultIf,
    DenyUnknownFields,
    DeserializeWith,
    Fallback,
    Flatten,
    Format,
    From,
    FromStr,
    IgnoreCase,
    JsonString,
    KeepTag,
    Keys,
    Lowercase,
    NoDeserialize,
    NoneIf,
    OneOrMany,
    Other,
    Partial,
    Path,
    Rename,
    RenameAll,
    RenameAllFields,
    Required,
    Rule,
    Sensitive,
    Serde,
    SerdeWith,
    Skip,
    SkipInvalid,
    Strict,
    Tag,
    Transparent,
    Trim,
    TryFrom,
    Untagged,
    Uppercase,
    Whole,
    With,
    Zone,
}

/// The form of an attribute's value.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// No value.
    Flag,
    /// `= ".."`
    Text,
    /// `= ".."`, or `=` an integer or bool.
    Name,
    /// No value, or `= expression`.
    FlagOrExpr,
    /// No value, or `= "path"`.
    FlagOrText,
    /// `= ".."`, or `(serialize = "..", deserialize = "..")`.
    TextOrSides,
    /// `= path`, of this kind of item.
    Path(&'static str),
    /// No value, or `(name = "..", derive(..))`.
    Companion,
    /// `(with = module)`
    Keys,
    /// `= ".."` with a type.
    Type,
    Rule(&'static Spec),
    /// `(..)` with a list of JSON values.
    Literals,
    /// No value: the same as [`Literals`](Self::Literals) with this JSON value.
    ShortFor(&'static str),
}

/// How an attribute is treated.
#[derive(Clone, Copy)]
pub(crate) enum Use {
    Means(Key, Form),
    /// It has no effect: it only concerns serializing, or nothing that the derive does.
    Accepted,
    /// It can't be honoured; the string says why and what to do.
    Refused(&'static str),
}

/// A row of the table.
#[derive(Clone, Copy)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) used: Use,
    /// An example of its use, for messages.
    pub(crate) example: &'static str,
}

const fn connect(place: Place, key: Key, form: Form, name: &'static str, example: &'static str) -> Attribute {
    Attribute { name, place, used: Use::Means(key, form), example }
}

const fn serde(place: Place, name: &'static str, used: Use, example: &'static str) -> Attribute {
    Attribute { name, place, used, example }
}

/// A row for each rule.
static RULE_ROWS: [Attribute; RULES.len()] = {
    const fn row(spec: &'static Spec) -> Attribute {
        connect(Place::Field, Key::Rule, Form::Rule(spec), spec.name, spec.example)
    }
    let mut rows = [row(RULES[0]); RULES.len()];
    let mut index = 1;
    while index < rows.len() {
        rows[index] = row(RULES[index]);
        index += 1;
    }
    rows
};

use Form::{Companion, Flag, FlagOrExpr, FlagOrText, Literals, Name, Path, ShortFor, Text, TextOrSides};
use Place::{Container, Field, Variant};
use Use::{Accepted, Means, Refused};

#[rustfmt::skip]
const CONNECT: &[Attribute] = &[
    connect(Container, Key::RenameAll, Text, "rename_all", "rename_all = \"camelCase\""),
    connect(Container, Key::RenameAllFields, Text, "rename_all_fields", "rename_all_fields = \"camelCase\""),
    connect(Container, Key::AliasAll, Text, "alias_all", "alias_all = \"snake_case\""),
    connect(Container, Key::IgnoreCase, Flag, "ignore_case", "ignore_case"),
    connect(Container, Key::Tag, Text, "tag", "tag = \"type\""),
    connect(Container, Key::Content, Text, "content", "content = \"data\""),
    connect(Container, Key::KeepTag, Flag, "keep_tag", "keep_tag"),
    connect(Container, Key::Untagged, Flag, "untagged", "untagged"),
    connect(Container, Key::Transparent, Flag, "transparent", "transparent"),
    connect(Container, Key::DenyUnknownFields, Flag, "deny_unknown_fields", "deny_unknown_fields"),
    connect(Container, Key::Default, Flag, "default", "default"),
    connect(Container, Key::Strict, Flag, "strict", "strict"),
    connect(Container, Key::DefaultIf, Literals, "default_if", "default_if(null)"),
    connect(Container, Key::NoneIf, Literals, "none_if", "none_if(\"\", \"N/A\")"),
    connect(Container, Key::TryFrom, Form::Type, "try_from", "try_from = \"Raw\""),
    connect(Container, Key::From, Form::Type, "from", "from = \"Raw\""),
    connect(Container, Key::Check, Path("function"), "check", "check = path::to::check"),
    connect(Container, Key::Crate, Text, "crate", "crate = \"path::to::connect_runtime\""),
    connect(Container, Key::NoDeserialize, Flag, "no_deserialize", "no_deserialize"),
    connect(Container, Key::Partial, Companion, "partial", "partial(name = \"Draft\", derive(Debug, Clone))"),
    connect(Field, Key::Rename, Text, "rename", "rename = \"name\""),
    connect(Field, Key::Alias, Text, "alias", "alias = \"one\", alias = \"another\""),
    connect(Field, Key::Path, Text, "path", "path = \"data.id\""),
    connect(Field, Key::Default, FlagOrExpr, "default", "default = 3"),
    connect(Field, Key::Required, Flag, "required", "required"),
    connect(Field, Key::Skip, Flag, "skip", "skip"),
    connect(Field, Key::Strict, Flag, "strict", "strict"),
    connect(Field, Key::Flatten, Flag, "flatten", "flatten"),
    connect(Field, Key::DefaultIf, ShortFor("null"), "null_as_default", "null_as_default"),
    connect(Field, Key::DefaultIf, Literals, "default_if", "default_if(\"N/A\", [])"),
    connect(Field, Key::NoneIf, ShortFor("\"\""), "empty_as_none", "empty_as_none"),
    connect(Field, Key::NoneIf, Literals, "none_if", "none_if(\"N/A\", 0)"),
    connect(Field, Key::JsonString, Flag, "json_string", "json_string"),
    connect(Field, Key::Trim, Flag, "trim", "trim"),
    connect(Field, Key::Lowercase, Flag, "lowercase", "lowercase"),
    connect(Field, Key::Uppercase, Flag, "uppercase", "uppercase"),
    connect(Field, Key::OneOrMany, Flag, "one_or_many", "one_or_many"),
    connect(Field, Key::SkipInvalid, Flag, "skip_invalid", "skip_invalid"),
    connect(Field, Key::Fallback, Flag, "fallback", "fallback"),
    connect(Field, Key::With, Path("module"), "with", "with = path::to::module"),
    connect(Field, Key::Format, Text, "format", "format = \"%d.%m.%Y\""),
    connect(Field, Key::Zone, Text, "zone", "format = \"%F %T\", zone = \"UTC\""),
    connect(Field, Key::Keys, Form::Keys, "keys", "keys(with = path::to::module)"),
    connect(Field, Key::Serde, Flag, "serde", "serde"),
    connect(Field, Key::FromStr, Flag, "from_str", "from_str"),
    connect(Field, Key::Sensitive, Flag, "sensitive", "sensitive"),
    connect(Field, Key::Whole, Flag, "whole", "whole"),
    connect(Variant, Key::Rename, Name, "rename", "rename = \"name\""),
    connect(Variant, Key::Alias, Name, "alias", "alias = \"one\", alias = \"another\""),
    connect(Variant, Key::RenameAll, Text, "rename_all", "rename_all = \"camelCase\""),
    connect(Variant, Key::AliasAll, Text, "alias_all", "alias_all = \"snake_case\""),
    connect(Variant, Key::Skip, Flag, "skip", "skip"),
    connect(Variant, Key::Other, Flag, "other", "other"),
    connect(Variant, Key::Default, Flag, "default", "default"),
];

const ON_THE_FIELD: Use = Refused("is not supported on a variant: put it on the field inside");

#[rustfmt::skip]
const SERDE: &[Attribute] = &[
    serde(Container, "rename", Accepted, ""),
    serde(Container, "rename_all", Means(Key::RenameAll, TextOrSides), "rename_all = \"camelCase\""),
    serde(Container, "rename_all_fields", Means(Key::RenameAllFields, TextOrSides), "rename_all_fields = \"camelCase\""),
    serde(Container, "deny_unknown_fields", Means(Key::DenyUnknownFields, Flag), "deny_unknown_fields"),
    serde(Container, "tag", Means(Key::Tag, Text), "tag = \"type\""),
    serde(Container, "content", Means(Key::Content, Text), "content = \"data\""),
    serde(Container, "untagged", Means(Key::Untagged, Flag), "untagged"),
    serde(Container, "bound", Means(Key::Bound, TextOrSides), "bound = \"T: MyTrait\""),
    serde(Container, "default", Means(Key::Default, FlagOrText), "default = \"path::to::function\""),
    serde(Container, "transparent", Means(Key::Transparent, Flag), "transparent"),
    serde(Container, "remote", Refused("can't be honoured: a model is read into its own type"), ""),
    serde(Container, "from", Means(Key::From, Form::Type), "from = \"Raw\""),
    serde(Container, "try_from", Means(Key::TryFrom, Form::Type), "try_from = \"Raw\""),
    serde(Container, "field_identifier", Refused("can't be honoured: a model is not a serde identifier"), ""),
    serde(Container, "variant_identifier", Refused("can't be honoured: a model is not a serde identifier"), ""),
    serde(Container, "into", Accepted, ""),
    serde(Container, "crate", Accepted, ""),
    serde(Container, "expecting", Accepted, ""),
    serde(Field, "rename", Means(Key::Rename, TextOrSides), "rename = \"name\""),
    serde(Field, "alias", Means(Key::Alias, Text), "alias = \"one\", alias = \"another\""),
    serde(Field, "default", Means(Key::Default, FlagOrText), "default = \"path::to::function\""),
    serde(Field, "skip", Means(Key::Skip, Flag), "skip"),
    serde(Field, "skip_deserializing", Means(Key::Skip, Flag), "skip_deserializing"),
    serde(Field, "bound", Means(Key::Bound, TextOrSides), "bound = \"T: MyTrait\""),
    serde(Field, "flatten", Means(Key::Flatten, Flag), "flatten"),
    serde(Field, "with", Means(Key::SerdeWith, Text), "with = \"path::to::module\""),
    serde(Field, "deserialize_with", Means(Key::DeserializeWith, Text), "deserialize_with = \"path::to::function\""),
    serde(Field, "borrow", Accepted, ""),
    serde(Field, "getter", Refused("can't be honoured: it only has an effect with `remote`, and a model is read into its own type; remove it"), ""),
    serde(Field, "serialize_with", Accepted, ""),
    serde(Field, "skip_serializing", Accepted, ""),
    serde(Field, "skip_serializing_if", Accepted, ""),
    serde(Variant, "rename", Means(Key::Rename, TextOrSides), "rename = \"name\""),
    serde(Variant, "alias", Means(Key::Alias, Text), "alias = \"one\", alias = \"another\""),
    serde(Variant, "skip", Means(Key::Skip, Flag), "skip"),
    serde(Variant, "skip_deserializing", Means(Key::Skip, Flag), "skip_deserializing"),
    serde(Variant, "other", Means(Key::Other, Flag), "other"),
    serde(Variant, "untagged", Means(Key::Untagged, Flag), "untagged"),
    serde(Variant, "rename_all", Means(Key::RenameAll, TextOrSides), "rename_all = \"camelCase\""),
    serde(Variant, "bound", Refused("is not supported on a variant: put it on the container"), ""),
    serde(Variant, "with", ON_THE_FIELD, ""),
    serde(Variant, "deserialize_with", ON_THE_FIELD, ""),
    serde(Variant, "borrow", Accepted, ""),
    serde(Variant, "serialize_with", Accepted, ""),
    serde(Variant, "skip_serializing", Accepted, ""),
];
