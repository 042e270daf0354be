//! Finds the known name nearest to an unknown one, for "did you mean" suggestions.

/// The nearest of `names`, if it is near enough that `wanted` is probably a misspelling of it.
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

/// The names, each in backticks.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The letters that are compared: `renameAll`, `rename-all` and `rename_all` are equal.
fn fold(name: &str) -> Vec<char> {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The edit distance: how many letters must be added, dropped, changed or swapped with a neighbour to turn `a` into
/// `b`.
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
    use super::nearest;

    #[test]
    fn a_name_is_suggested_only_if_it_is_near_enough() {
        let names = [
            "rename_all",
            "rename_all_fields",
            "alias_all",
            "tag",
            "content",
            "untagged",
            "transparent",
            "deny_unknown_fields",
            "default",
            "strict",
            "check",
            "crate",
            "no_deserialize",
        ];
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
}
