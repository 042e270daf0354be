//! Infers the kind of a place in a payload from the values seen there.

use std::collections::BTreeSet;

use crate::tree::Tree;

/// What the values of one place have in common.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Any JSON: no value was seen, or values of kinds that have nothing in common.
    Any,
    Bool,
    Integer(Width),
    Float,
    Text,
    /// One of these strings.
    Names(Vec<String>),
    /// Scalars of these kinds.
    Either(Vec<Kind>),
    /// Null was seen as well.
    Nullable(Box<Kind>),
    List(Box<Kind>),
    /// Arrays of this length.
    Fixed(Box<Kind>, usize),
    /// An object whose keys are data.
    Map(Box<Kind>),
    Record(Vec<Field>),
    /// Objects whose fields depend on the value of this key.
    Variants(&'static str, Vec<(String, Vec<Field>)>),
}

/// An integer type: its name and bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Width {
    pub(crate) name: &'static str,
    pub(crate) min: i128,
    pub(crate) max: i128,
}

/// A key of a record.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) key: String,
    pub(crate) kind: Kind,
    /// Whether some of the objects don't have it.
    pub(crate) may_be_absent: bool,
}

/// The entries of an object.
type Entries<'t> = &'t [(String, Tree)];

/// The integer types, narrow ones first.
const WIDTHS: [Width; 4] = [
    Width { name: "u32", min: 0, max: u32::MAX as i128 },
    Width { name: "i32", min: i32::MIN as i128, max: i32::MAX as i128 },
    Width { name: "u64", min: 0, max: u64::MAX as i128 },
    Width { name: "i64", min: i64::MIN as i128, max: i64::MAX as i128 },
];

/// Keys that name the kind of an object.
const TAGS: [&str; 4] = ["type", "kind", "op", "form"];

/// The kind of a place where these values were seen.
pub(crate) fn infer(values: &[&Tree]) -> Kind {
    let present: Vec<&Tree> = values.iter().copied().filter(|value| **value != Tree::Null).collect();
    let kind = infer_present(&present);
    if present.len() < values.len() { Kind::Nullable(Box::new(kind)) } else { kind }
}

fn infer_present(values: &[&Tree]) -> Kind {
    let all = |is: fn(&Tree) -> bool| !values.is_empty() && values.iter().all(|value| is(value));
    if all(|value| matches!(value, Tree::Object(_))) {
        infer_object(&values.iter().filter_map(|value| entries(value)).collect::<Vec<_>>())
    } else if all(|value| matches!(value, Tree::List(_))) {
        infer_list(values)
    } else if all(is_scalar) {
        infer_scalars(values)
    } else {
        Kind::Any
    }
}

fn entries(value: &Tree) -> Option<Entries<'_>> {
    if let Tree::Object(entries) = value { Some(entries) } else { None }
}

fn is_scalar(value: &Tree) -> bool {
    matches!(value, Tree::Bool(_) | Tree::Number(_) | Tree::Text(_))
}

fn infer_scalars(values: &[&Tree]) -> Kind {
    let of = |is: fn(&Tree) -> bool| values.iter().copied().filter(|value| is(value)).collect::<Vec<_>>();
    let bools = of(|value| matches!(value, Tree::Bool(_)));
    let numbers = of(|value| matches!(value, Tree::Number(_)));
    let texts = of(|value| matches!(value, Tree::Text(_)));
    let is_mixed = [&bools, &numbers, &texts].iter().filter(|group| !group.is_empty()).count() > 1;
    let mut kinds = Vec::new();
    if !bools.is_empty() {
        kinds.push(Kind::Bool);
    }
    if !numbers.is_empty() {
        kinds.push(infer_number(&numbers));
    }
    if !texts.is_empty() {
        kinds.push(if is_mixed { Kind::Text } else { infer_text(&texts) });
    }
    if is_mixed { Kind::Either(kinds) } else { kinds.remove(0) }
}

fn infer_number(values: &[&Tree]) -> Kind {
    let integer = |value: &&Tree| if let Tree::Number(text) = value { text.parse::<i128>().ok() } else { None };
    let Some(integers) = values.iter().map(integer).collect::<Option<Vec<_>>>() else { return Kind::Float };
    let fits = |width: &&Width| integers.iter().all(|integer| (width.min..=width.max).contains(integer));
    WIDTHS.iter().find(fits).map_or(Kind::Float, |width| Kind::Integer(*width))
}

/// Words of which some come again are the names of an enum.
fn infer_text(values: &[&Tree]) -> Kind {
    let texts = values.iter().filter_map(|value| if let Tree::Text(text) = value { Some(text) } else { None });
    let mut names: Vec<String> = Vec::new();
    for text in texts {
        if !names.contains(text) {
            names.push(text.clone());
        }
    }
    let is_word = |name: &String| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let is_enum = names.len() > 1 && names.len() < values.len() && names.iter().all(is_word);
    if is_enum { Kind::Names(names) } else { Kind::Text }
}

fn infer_list(values: &[&Tree]) -> Kind {
    let lists: Vec<&Vec<Tree>> =
        values.iter().filter_map(|value| if let Tree::List(items) = value { Some(items) } else { None }).collect();
    let item = infer(&lists.iter().flat_map(|items| items.iter()).collect::<Vec<_>>());
    let lengths: BTreeSet<usize> = lists.iter().map(|items| items.len()).collect();
    match (lengths.first(), &item) {
        (Some(&length @ 2..), Kind::Integer(_) | Kind::Float) if lengths.len() == 1 && lists.len() > 1 => {
            Kind::Fixed(Box::new(item), length)
        }
        _ => Kind::List(Box::new(item)),
    }
}

fn infer_object(objects: &[Entries<'_>]) -> Kind {
    let mut keys = objects.iter().flat_map(|entries| entries.iter()).map(|(key, _)| key);
    if keys.all(|key| key.contains(['-', ':'])) {
        let values: Vec<&Tree> = objects.iter().flat_map(|entries| entries.iter()).map(|(_, value)| value).collect();
        return Kind::Map(Box::new(infer(&values)));
    }
    let variants = TAGS.iter().find_map(|tag| Some(Kind::Variants(tag, infer_variants(tag, objects)?)));
    variants.unwrap_or_else(|| Kind::Record(infer_fields(objects)))
}

fn infer_fields(objects: &[Entries<'_>]) -> Vec<Field> {
    let mut keys: Vec<&String> = Vec::new();
    for (key, _) in objects.iter().flat_map(|entries| entries.iter()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let field = |key: &String| {
        let values: Vec<&Tree> = objects.iter().filter_map(|entries| value_of(entries, key)).collect();
        Field { key: key.clone(), kind: infer(&values), may_be_absent: values.len() < objects.len() }
    };
    keys.into_iter().map(field).collect()
}

/// The value of the first entry with this key.
pub(crate) fn value_of<'t>(entries: &'t [(String, Tree)], key: &str) -> Option<&'t Tree> {
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// The fields for each value of the tag, if every object has it and the fields depend on it.
fn infer_variants(tag: &str, objects: &[Entries<'_>]) -> Option<Vec<(String, Vec<Field>)>> {
    let mut groups: Vec<(String, Vec<Entries<'_>>)> = Vec::new();
    for entries in objects {
        let Some(Tree::Text(name)) = value_of(entries, tag) else { return None };
        match groups.iter_mut().find(|(known, _)| known == name) {
            Some((_, group)) => group.push(entries),
            None => groups.push((name.clone(), vec![entries])),
        }
    }
    let mut variants: Vec<(String, Vec<Field>)> =
        groups.into_iter().map(|(name, group)| (name, infer_fields(&group))).collect();
    let keys = |fields: &[Field]| fields.iter().map(|field| field.key.clone()).collect::<BTreeSet<_>>();
    let first = keys(&variants.first()?.1);
    if variants.iter().all(|(_, fields)| keys(fields) == first) {
        return None;
    }
    for (_, fields) in &mut variants {
        fields.retain(|field| field.key != tag);
    }
    Some(variants)
}
