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

/// How long a line of a list may be, in bytes.
const WIDTH: usize = 80;

/// The names, each in backticks: on the line of the message if they are few, otherwise on indented lines below it.
pub(crate) fn list(names: &[&str]) -> String {
    let line = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if line.len() <= WIDTH { line } else { wrap(&line) }
}

fn wrap(list: &str) -> String {
    let (mut lines, mut room) = (String::new(), 0_usize);
    for name in list.split(' ') {
        if let Some(left) = room.checked_sub(name.len() + 1) {
            lines.extend([" ", name]);
            room = left;
        } else {
            lines.extend(["\n    ", name]);
            room = WIDTH.saturating_sub(name.len());
        }
    }
    lines
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
    use super::{list, nearest};

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

    #[test]
    fn a_short_list_stays_on_the_line_of_its_message_and_a_long_one_is_wrapped_below_it() {
        assert_eq!(list(&["tag", "content"]), "`tag`, `content`");
        let long = list(&["deny_unknown_fields"; 7]);
        let (first, rest) = long.trim_start_matches('\n').split_once('\n').expect("two lines");
        assert_eq!(first, "    `deny_unknown_fields`, `deny_unknown_fields`, `deny_unknown_fields`,");
        assert_eq!(rest.lines().count(), 2, "{long}");
        assert!(!list(&[]).contains('\n'));
    }
}
