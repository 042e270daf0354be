//! Searches for a pattern in a default by its syntax tree: the `regex` engine would take long to compile just for that.

use std::collections::BTreeSet;

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

/// Whether the pattern matches anywhere in the string; `None` if that is not known here.
pub(super) fn find(pattern: &str, text: &str) -> Option<bool> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    step(&hir, text, &starts).map(|ends| !ends.is_empty())
}

/// The ends of all matches of the expression that begin at one of `starts`.
fn step(hir: &Hir, text: &str, starts: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
    match hir.kind() {
        HirKind::Empty => Some(starts.clone()),
        HirKind::Literal(literal) => {
            let begins = |at: &&usize| text.as_bytes().get(**at..).is_some_and(|rest| rest.starts_with(&literal.0));
            Some(starts.iter().filter(begins).map(|at| at + literal.0.len()).collect())
        }
        HirKind::Class(Class::Unicode(class)) => {
            let in_class = |letter: &char| class.iter().any(|range| (range.start()..=range.end()).contains(letter));
            let next =
                |at: &usize| text.get(*at..)?.chars().next().filter(in_class).map(|letter| at + letter.len_utf8());
            Some(starts.iter().filter_map(next).collect())
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Look(look) => look_around(*look, text, starts),
        HirKind::Repetition(repetition) => repeat(repetition, text, starts),
        HirKind::Capture(capture) => step(&capture.sub, text, starts),
        HirKind::Concat(parts) => parts.iter().try_fold(starts.clone(), |starts, part| step(part, text, &starts)),
        HirKind::Alternation(parts) => {
            let ends: Option<Vec<_>> = parts.iter().map(|part| step(part, text, starts)).collect();
            Some(ends?.into_iter().flatten().collect())
        }
    }
}

fn look_around(look: Look, text: &str, starts: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
    let holds = |at: &&usize| match look {
        Look::Start => **at == 0,
        Look::End => **at == text.len(),
        _ => false,
    };
    matches!(look, Look::Start | Look::End).then(|| starts.iter().filter(holds).copied().collect())
}

fn repeat(repetition: &Repetition, text: &str, starts: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
    let mut ends = if repetition.min == 0 { starts.clone() } else { BTreeSet::new() };
    let mut starts = starts.clone();
    // A round that finds no new end is the last: further rounds would find the same.
    for round in 1..=repetition.max.unwrap_or(u32::MAX) {
        starts = step(&repetition.sub, text, &starts)?;
        let before = ends.len();
        if round >= repetition.min {
            ends.extend(&starts);
        }
        if starts.is_empty() || (round >= repetition.min && ends.len() == before) {
            break;
        }
    }
    Some(ends)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn patterns_are_found_where_regex_finds_them() {
        for (pattern, text) in [
            ("^[a-z]+$", "abc"),
            ("b", "abc"),
            ("^(a|bc)*$", "abcbca"),
            ("^a{2,3}$", "aaa"),
            ("^(a?){5}$", "aa"),
            (r"^\p{L}\d?$", "é7"),
            ("(?i)^ABC$", "aBc"),
            ("^.*x$", "yyx"),
            ("", ""),
        ] {
            assert_eq!(find(pattern, text), Some(true), "{pattern} is in {text}");
        }
        for (pattern, text) in [
            ("^[a-z]+$", "aBc"),
            ("b", "ac"),
            ("^(a|bc)*$", "ab"),
            ("^a{2,3}$", "aaaa"),
            ("^a{2,}$", "a"),
            ("^.$", "\n"),
        ] {
            assert_eq!(find(pattern, text), Some(false), "{pattern} is not in {text}");
        }
        assert_eq!(find(r"\bword\b", "word"), None);
    }
}
