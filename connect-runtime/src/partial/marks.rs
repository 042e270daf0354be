//! Which values of a text are not finished, and which are wrong or have something wrong in them.

use crate::json::scan;

/// Offsets of values, each list in ascending order.
#[derive(Debug)]
pub(crate) struct Marks {
    /// The values that the text ends in.
    open: Vec<usize>,
    /// The values and keys that have a problem themselves.
    wrong: Vec<usize>,
    /// The containers that are open or have a problem in them.
    mixed: Vec<usize>,
    /// The open values that are wrong however they go on, since their type never starts so.
    pub(crate) impossible: Vec<usize>,
}

impl Marks {
    /// The marks of `text`, which has problems of values and keys at the offsets `wrong`, and others below the values at
    /// `below`.
    pub(crate) fn new(text: &str, open: Vec<usize>, mut wrong: Vec<usize>, below: &[usize]) -> Self {
        let mut problems: Vec<usize> = wrong.iter().chain(below).copied().collect();
        problems.sort_unstable();
        wrong.sort_unstable();
        let mut mixed = containers_around(text, &problems);
        mixed.extend(&open);
        mixed.sort_unstable();
        Self { open, wrong, mixed, impossible: Vec::new() }
    }

    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.open.binary_search(&at).is_ok()
    }

    pub(crate) fn is_wrong(&self, at: usize) -> bool {
        self.wrong.binary_search(&at).is_ok()
    }

    /// Whether the value is finished and nothing in it is wrong.
    pub(crate) fn is_sound(&self, at: usize) -> bool {
        self.mixed.binary_search(&at).is_err() && !self.is_wrong(at)
    }
}

/// The offsets of the containers at or around the offsets `problems`, in one pass over the text.
fn containers_around(text: &str, problems: &[usize]) -> Vec<usize> {
    let mut walk = Walk { left: problems, open: Vec::new(), marked: 0, found: Vec::new() };
    let (bytes, mut at) = (text.as_bytes(), 0);
    while let Some(&byte) = bytes.get(at).filter(|_| !walk.left.is_empty()) {
        walk.mark_before(at);
        match byte {
            b'{' | b'[' => walk.open.push(at),
            b'}' | b']' => walk.close(),
            b'"' => at = string_end(bytes, at + 1),
            _ => {}
        }
        at += 1;
    }
    walk.mark_before(usize::MAX);
    walk.found
}

struct Walk<'p> {
    /// The offsets that were not passed yet.
    left: &'p [usize],
    /// The containers around the current offset.
    open: Vec<usize>,
    /// How many of these were found already.
    marked: usize,
    found: Vec<usize>,
}

impl Walk<'_> {
    /// Finds the containers that are open here, if there is a problem before the offset `at`.
    fn mark_before(&mut self, at: usize) {
        let passed = self.left.iter().take_while(|&&problem| problem < at).count();
        if passed > 0 {
            self.left = self.left.get(passed..).unwrap_or_default();
            self.found.extend(self.open.get(self.marked..).unwrap_or_default());
            self.marked = self.open.len();
        }
    }

    fn close(&mut self) {
        self.open.pop();
        self.marked = self.marked.min(self.open.len());
    }
}

/// The offset of the closing quote of the string whose first character is at `at`.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = scan::string_stop(bytes, at);
        match bytes.get(at) {
            Some(b'\\') => at += 2,
            Some(b'"') | None => return at,
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::containers_around;

    #[test]
    fn the_containers_around_a_problem_are_found_and_no_others() {
        let text = r#"{"a]": [1, {"b": 2}, [3]], "c": {"d": "}"}}"#;
        let found = |offsets: &[usize]| {
            let mut found = containers_around(text, offsets);
            found.sort_unstable();
            found
        };
        assert!(found(&[]).is_empty());
        assert_eq!(found(&[8]), [0, 7]);
        assert_eq!(found(&[11]), [0, 7, 11]);
        assert_eq!(found(&[17, 22]), [0, 7, 11, 21]);
        assert_eq!(found(&[38]), [0, 32]);
        assert_eq!(found(&[1]), [0]);
    }
}
