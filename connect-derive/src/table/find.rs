//! Looks up attributes and rules by name, and describes names that are unknown or misplaced.

use super::{Attribute, Place, Source, Use};
use crate::{
    nearest::{list, nearest},
    rules::{RULES, Spec},
};

/// The row of `name` at `place`, or a message that says what is wrong with it.
pub(crate) fn attribute(source: Source, place: Place, name: &str) -> Result<&'static Attribute, String> {
    let rows: Vec<_> = source.table().filter(|row| row.name == name).collect();
    if rows.is_empty() {
        return Err(describe_unknown(source, place, name));
    }
    rows.iter().find(|row| row.place == place).copied().ok_or_else(|| describe_misplaced(name, place, &rows))
}

/// The rule called `name` in `each(..)`, or a message that says what is wrong with it.
pub(crate) fn rule(name: &str) -> Result<&'static Spec, String> {
    RULES.iter().find(|spec| spec.name == name).copied().ok_or_else(|| describe_unknown_rule(name))
}

fn describe_unknown_rule(name: &str) -> String {
    if let Some(row) = Source::Connect.table().find(|row| row.name == name) {
        return format!("`{name}` belongs on {}, not in `each`, which takes rules", row.place.with_article());
    }
    if let Some(message) = describe_argument(name) {
        return message;
    }
    let names: Vec<_> = RULES.iter().map(|spec| spec.name).collect();
    match nearest(name, &names) {
        Some(near) => format!("unknown rule `{name}`, did you mean `{near}`?"),
        None => format!("unknown rule `{name}`, expected one of {}", list(&names)),
    }
}

/// Says where to write `name`, if it is an argument of a rule.
fn describe_argument(name: &str) -> Option<String> {
    if name == "message" {
        let message =
            "`message` is an argument of a rule: write it in the rule's parentheses, as in `email(message = \"..\")`";
        return Some(message.to_owned());
    }
    let takes = RULES.iter().filter(|spec| spec.arguments.contains(&name));
    let rules = takes.map(|spec| format!("`{}({name} = ..)`", spec.name));
    let examples = rules.collect::<Vec<_>>().join(" or ");
    (!examples.is_empty()).then(|| format!("`{name}` is an argument of a rule: write {examples}"))
}

fn describe_misplaced(name: &str, place: Place, rows: &[&Attribute]) -> String {
    let right: Vec<_> = rows.iter().map(|row| row.place.with_article()).collect();
    format!("`{name}` belongs on {}, not on {}", right.join(" or "), place.with_article())
}

fn describe_unknown(source: Source, place: Place, name: &str) -> String {
    let (here, ours) = (names_at(source, place), source.as_str());
    let other = source.other();
    if other.table().any(|row| row.name == name && row.place == place && !matches!(row.used, Use::Refused(_))) {
        let theirs = other.as_str();
        return format!("`{name}` is an attribute of `{theirs}`, not of `{ours}`: write it in `#[{theirs}(..)]`");
    }
    if let Some(message) = describe_argument(name).filter(|_| source == Source::Connect) {
        return message;
    }
    let everywhere: Vec<_> = source.table().map(|row| row.name).collect();
    match nearest(name, &here).or_else(|| nearest(name, &everywhere)) {
        Some(near) => format!("unknown {ours} attribute `{name}`, did you mean `{near}`?"),
        None => format!("unknown {ours} attribute `{name}`, expected one of {}", list_at(source, place)),
    }
}

/// The names of all attributes at `place`, for messages; the rules come after the others.
pub(crate) fn list_at(source: Source, place: Place) -> String {
    let is_rule = |name: &&str| RULES.iter().any(|spec| spec.name == *name);
    let (rules, others): (Vec<_>, Vec<_>) = names_at(source, place).into_iter().partition(is_rule);
    if rules.is_empty() { list(&others) } else { format!("{}\nor one of the rules {}", list(&others), list(&rules)) }
}

fn names_at(source: Source, place: Place) -> Vec<&'static str> {
    source.table().filter(|row| row.place == place).map(|row| row.name).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Source};

    #[test]
    fn every_row_is_found_where_it_belongs_and_misplaced_elsewhere() {
        for source in [Source::Connect, Source::Serde] {
            for row in source.table() {
                let found = super::attribute(source, row.place, row.name).unwrap();
                assert!(std::ptr::eq(found, row), "{} is in the table twice", row.name);
            }
        }
        let misplaced = super::attribute(Source::Connect, Place::Field, "crate").err();
        assert_eq!(misplaced.as_deref(), Some("`crate` belongs on the container, not on a field"));
    }
}
