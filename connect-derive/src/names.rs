//! The attributes there are, and the ones nearest to a misspelt name.

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Container,
    Field,
    Variant,
}

impl Place {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Container => "container",
            Self::Field => "field",
            Self::Variant => "variant",
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
    connect(Field, Key::Alias, Text, "alias", "alias = \"name\""),
    connect(Field, Key::Default, FlagOrExpr, "default", "default = 3"),
    connect(Field, Key::Required, Flag, "required", "required"),
    connect(Field, Key::Skip, Flag, "skip", "skip"),
    connect(Field, Key::Strict, Flag, "strict", "strict"),
    connect(Variant, Key::Rename, Text, "rename", "rename = \"name\""),
    connect(Variant, Key::Alias, Text, "alias", "alias = \"name\""),
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
    serde(Field, "alias", Means(Key::Alias, Text), "alias = \"name\""),
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
    serde(Variant, "alias", Means(Key::Alias, Text), "alias = \"name\""),
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

/// The row of `name` at `place`, or what is wrong with it.
pub(crate) fn find(source: Source, place: Place, name: &str) -> Result<&'static Attribute, String> {
    let table = source.table();
    let mut rows = table.iter().filter(|row| row.name == name).peekable();
    if rows.peek().is_none() {
        return Err(describe_unknown(source, place, name));
    }
    rows.clone().find(|row| row.place == place).ok_or_else(|| {
        let places: Vec<_> = rows.map(|row| format!("a {}", row.place.as_str())).collect();
        format!("`{name}` belongs on {}, not on a {}", places.join(" or "), place.as_str())
            .replace("a container", "the container")
    })
}

fn describe_unknown(source: Source, place: Place, name: &str) -> String {
    let here = names_at(source, place);
    let everywhere: Vec<_> = source.table().iter().map(|row| row.name).collect();
    let what = format!("unknown {} attribute `{name}`", source.as_str());
    match nearest(name, &here).or_else(|| nearest(name, &everywhere)) {
        Some(near) => format!("{what}, did you mean `{near}`?"),
        None => format!("{what}, expected one of {}", list(&here)),
    }
}

/// The names of all attributes at `place`.
pub(crate) fn names_at(source: Source, place: Place) -> Vec<&'static str> {
    source.table().iter().filter(|row| row.place == place).map(|row| row.name).collect()
}

/// The names, each in backticks.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The one of `names` that is near enough to `wanted` to be meant.
pub(crate) fn nearest(wanted: &str, names: &[&'static str]) -> Option<&'static str> {
    let wanted = fold(wanted);
    let allowed = (wanted.len() / 3).max(1);
    let near = names.iter().map(|name| (distance(&wanted, &fold(name)), *name));
    let nearest = near.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= allowed);
    nearest.map(|(_, name)| name)
}

/// The letters that matter: `renameAll`, `rename-all` and `rename_all` are one.
fn fold(name: &str) -> Vec<char> {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many letters must be added, dropped, changed or swapped with their neighbour to get from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &to) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&to) && b.get(j - 1) == Some(&from);
            let swap = if swapped { at(&before, j - 1) + 1 } else { usize::MAX };
            let change = at(&above, j) + usize::from(from != to);
            row.push(change.min(at(&above, j + 1) + 1).min(at(&row, j) + 1).min(swap));
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
