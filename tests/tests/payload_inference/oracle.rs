//! What ConnectModel must make of a payload, worked out with serde: the payload is rewritten as if the API had kept to the
//! inferred types, and what serde reads from that is the answer.

use serde_json::value::RawValue;

use crate::{
    infer::{Field, Kind, Width, value_of},
    tree::Tree,
};

/// How much leniency the rewriting stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Policy {
    /// Only integers that are spelled as floats.
    Strict,
    /// Also numbers and bools in strings, and strings that are numbers.
    Lenient,
}

/// Whether serde takes this and ConnectModel must not: arrays for structs, keys of maps that come twice, names of variants as
/// keys.
pub(crate) fn is_refused(kind: &Kind, tree: &Tree) -> bool {
    match (kind, tree) {
        (Kind::Nullable(kind), tree) => is_refused(kind, tree),
        (Kind::List(item) | Kind::Fixed(item, _), Tree::List(items)) => {
            items.iter().any(|value| is_refused(item, value))
        }
        (Kind::Map(kind), Tree::Object(entries)) => {
            let repeats = |index: usize, key: &String| entries[..index].iter().any(|(earlier, _)| earlier == key);
            entries.iter().enumerate().any(|(index, (key, value))| repeats(index, key) || is_refused(kind, value))
        }
        (Kind::Record(_) | Kind::Variants(..), Tree::List(_)) | (Kind::Names(_), Tree::Object(_)) => true,
        (Kind::Record(fields), Tree::Object(entries)) => entries.iter().any(|entry| is_entry_refused(fields, entry)),
        (Kind::Variants(tag, variants), Tree::Object(entries)) => {
            let fields = fields_of(tag, variants, entries);
            fields.is_some_and(|fields| entries.iter().any(|entry| is_entry_refused(fields, entry)))
        }
        _ => false,
    }
}

fn is_entry_refused(fields: &[Field], (key, value): &(String, Tree)) -> bool {
    fields.iter().any(|field| field.key == *key && is_refused(&field.kind, value))
}

/// The fields of the variant that an object says it is.
fn fields_of<'k>(tag: &str, variants: &'k [(String, Vec<Field>)], entries: &[(String, Tree)]) -> Option<&'k [Field]> {
    let Some(Tree::Text(name)) = value_of(entries, tag) else { return None };
    variants.iter().find(|(variant, _)| variant == name).map(|(_, fields)| fields.as_slice())
}

/// The payload without what only leniency accepts, and without unknown keys.
pub(crate) fn rewrite(kind: &Kind, tree: &Tree, policy: Policy) -> Tree {
    match (kind, tree) {
        (Kind::Nullable(_), Tree::Null) => Tree::Null,
        (Kind::Nullable(kind), tree) => rewrite(kind, tree, policy),
        (Kind::List(item) | Kind::Fixed(item, _), Tree::List(items)) => {
            Tree::List(items.iter().map(|value| rewrite(item, value, policy)).collect())
        }
        (Kind::Map(kind), Tree::Object(entries)) => {
            Tree::Object(entries.iter().map(|(key, value)| (key.clone(), rewrite(kind, value, policy))).collect())
        }
        (Kind::Record(fields), Tree::Object(entries)) => rewrite_fields(fields, None, entries, policy),
        (Kind::Variants(tag, variants), Tree::Object(entries)) => match fields_of(tag, variants, entries) {
            Some(fields) => rewrite_fields(fields, Some(tag), entries, policy),
            None => tree.clone(),
        },
        (Kind::Either(kinds), tree) => rewrite_scalar(kinds, tree, policy),
        (kind, tree) => rewrite_scalar(std::slice::from_ref(kind), tree, policy),
    }
}

/// Whether both are the same JSON, however their numbers are spelled.
fn is_same(left: &Tree, right: &Tree) -> bool {
    match (left, right) {
        (Tree::Number(left), Tree::Number(right)) => {
            // Integers that a float can't hold are the same only if they are spelled alike.
            let number = |text: &str| text.parse().ok().filter(|number: &f64| number.abs() < 9e15);
            left == right || number(left).is_some_and(|left| number(right) == Some(left))
        }
        (Tree::List(left), Tree::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Tree::Object(left), Tree::Object(right)) => {
            let same = |((left_key, left), (right_key, right)): (&(String, Tree), &(String, Tree))| {
                left_key == right_key && is_same(left, right)
            };
            left.len() == right.len() && left.iter().zip(right).all(same)
        }
        (left, right) => left == right,
    }
}

fn rewrite_fields(fields: &[Field], tag: Option<&str>, entries: &[(String, Tree)], policy: Policy) -> Tree {
    let rewritten = entries.iter().enumerate().filter_map(|(index, (key, value))| {
        let field = fields.iter().find(|field| field.key == *key);
        let repeats =
            policy == Policy::Lenient && value_of(&entries[..index], key).is_some_and(|first| is_same(first, value));
        let value = match field {
            // The same value again is drift.
            Some(_) if repeats => return None,
            Some(field) => rewrite(&field.kind, value, policy),
            None if tag == Some(key) => value.clone(),
            None => return None,
        };
        Some((key.clone(), value))
    });
    Tree::Object(rewritten.collect())
}

/// A scalar as the first kind that takes it as it is, else as the first that takes it leniently.
fn rewrite_scalar(kinds: &[Kind], tree: &Tree, policy: Policy) -> Tree {
    let exact = kinds.iter().find_map(|kind| exactly(kind, tree));
    let lenient = || kinds.iter().find_map(|kind| leniently(kind, tree)).filter(|_| policy == Policy::Lenient);
    exact.or_else(lenient).unwrap_or_else(|| tree.clone())
}

fn exactly(kind: &Kind, tree: &Tree) -> Option<Tree> {
    let fits = match (kind, tree) {
        (Kind::Bool, Tree::Bool(_)) | (Kind::Text, Tree::Text(_)) => true,
        (Kind::Float, Tree::Number(text)) => text.parse().is_ok_and(f64::is_finite),
        (Kind::Integer(width), Tree::Number(text)) => return to_integer(text, *width),
        _ => false,
    };
    fits.then(|| tree.clone())
}

fn leniently(kind: &Kind, tree: &Tree) -> Option<Tree> {
    match (kind, tree) {
        (Kind::Bool, Tree::Text(text)) if text == "true" || text == "false" => Some(Tree::Bool(text == "true")),
        (Kind::Text, Tree::Number(text)) => Some(Tree::Text(text.clone())),
        (Kind::Integer(_) | Kind::Float, Tree::Text(text)) if is_number(text) => {
            exactly(kind, &Tree::Number(text.clone()))
        }
        _ => None,
    }
}

/// Whether this is a number of JSON, and nothing else.
fn is_number(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    starts && serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| raw.get() == text)
}

/// The number spelled as an integer, if it has an integral value in range.
fn to_integer(text: &str, width: Width) -> Option<Tree> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.bytes().all(|digit| digit == b'0') {
        return Some(Tree::Number("0".to_owned()));
    }
    let point = i64::try_from(whole.len()).ok()?.checked_add(exponent.parse().ok()?)?;
    let point = usize::try_from(point).ok().filter(|&point| point < 40)?;
    let (before, after) = digits.split_at(point.min(digits.len()));
    let integer: i128 = format!("{sign}{before:0<point$}").parse().ok()?;
    let fits = after.bytes().all(|digit| digit == b'0') && (width.min..=width.max).contains(&integer);
    fits.then(|| Tree::Number(integer.to_string()))
}
