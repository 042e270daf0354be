//! Finds an attribute by its name, and says what may be meant where there is none of that name.

mod table;

pub(crate) use self::table::{Attribute, Form, Key, Place, RuleName, Source, Use};

/// The row of `name` at `place`, or what is wrong with it.
pub(crate) fn find(source: Source, place: Place, name: &str) -> Result<&'static Attribute, String> {
    let rows: Vec<_> = source.table().iter().filter(|row| row.name == name).collect();
    if rows.is_empty() {
        return Err(describe_unknown(source, place, name));
    }
    rows.iter().find(|row| row.place == place).copied().ok_or_else(|| describe_misplaced(name, place, &rows))
}

/// The rule of this `name` in `each(..)`, or what is wrong with it.
pub(crate) fn find_rule(name: &str) -> Result<(&'static Attribute, RuleName), String> {
    let as_rule = |row: &'static Attribute| match row.used {
        Use::Means(_, Form::Rule(rule)) => Some((row, rule)),
        _ => None,
    };
    let rules: Vec<_> = Source::Connect.table().iter().filter_map(as_rule).collect();
    rules.iter().find(|(row, _)| row.name == name).copied().ok_or_else(|| {
        if let Some(row) = Source::Connect.table().iter().find(|row| row.name == name) {
            return format!("`{name}` belongs on {}, not in `each`, which takes rules", row.place.with_article());
        }
        if let Some(message) = describe_argument(name) {
            return message;
        }
        let names: Vec<_> = rules.iter().map(|(row, _)| row.name).collect();
        match nearest(name, &names) {
            Some(near) => format!("unknown rule `{name}`, did you mean `{near}`?"),
            None => format!("unknown rule `{name}`, expected one of {}", list(&names)),
        }
    })
}

/// Where the argument of this name belongs, if it is one of a rule.
fn describe_argument(name: &str) -> Option<String> {
    if name == "message" {
        let message =
            "`message` is an argument of a rule: write it in the rule's parentheses, as in `email(message = \"..\")`";
        return Some(message.to_owned());
    }
    let takes =
        |row: &&Attribute| matches!(row.used, Use::Means(_, Form::Rule(rule)) if rule.arguments().contains(&name));
    let rules = Source::Connect.table().iter().filter(takes).map(|row| format!("`{}({name} = ..)`", row.name));
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
    if other.table().iter().any(|row| row.name == name && row.place == place && !matches!(row.used, Use::Refused(_))) {
        let theirs = other.as_str();
        return format!("`{name}` is an attribute of `{theirs}`, not of `{ours}`: write it in `#[{theirs}(..)]`");
    }
    if let Some(message) = describe_argument(name).filter(|_| source == Source::Connect) {
        return message;
    }
    let everywhere: Vec<_> = source.table().iter().map(|row| row.name).collect();
    match nearest(name, &here).or_else(|| nearest(name, &everywhere)) {
        Some(near) => format!("unknown {ours} attribute `{name}`, did you mean `{near}`?"),
        None => format!("unknown {ours} attribute `{name}`, expected one of {}", list(&here)),
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
    let near = names.iter().map(|name| (distance(&wanted, &fold(name)), *name));
    let nearest = near.min_by_key(|(distance, _)| *distance)?;
    let starts = |name: &&&str| {
        let name = fold(name);
        wanted.len() >= 4 && (name.starts_with(&wanted) || (name.len() >= 3 && wanted.starts_with(&name)))
    };
    match nearest {
        (distance, name) if distance <= (wanted.len() / 3).max(1) => Some(name),
        _ => names.iter().find(starts).copied(),
    }
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

#[cfg(test)]
mod tests {
    use super::{Place, Source, find, names_at, nearest};

    #[test]
    fn the_nearest_name_is_suggested_only_if_it_may_be_meant() {
        let names = names_at(Source::Connect, Place::Container);
        for (wanted, near) in [
            ("renameAll", Some("rename_all")),
            ("rename-all", Some("rename_all")),
            ("reanme_all", Some("rename_all")),
            ("deny_unknown", Some("deny_unknown_fields")),
            ("defalut", Some("default")),
            ("x", None),
            ("", None),
            ("frobnicate", None),
        ] {
            assert_eq!(nearest(wanted, &names), near, "{wanted}");
        }
    }

    #[test]
    fn every_row_is_found_where_it_belongs_and_misplaced_elsewhere() {
        for source in [Source::Connect, Source::Serde] {
            for row in source.table() {
                let found = find(source, row.place, row.name).unwrap();
                assert!(std::ptr::eq(found, row), "{} stands twice in the table", row.name);
            }
        }
        let misplaced = find(Source::Connect, Place::Field, "crate").unwrap_err();
        assert_eq!(misplaced, "`crate` belongs on the container, not on a field");
    }
}
