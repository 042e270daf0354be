//! Resolves the trails of problems to offsets in the input.

use super::problems::{Problem, Step};
use crate::json::{Segment, locate};

/// Resolves the problems of one value, each starting from the previous one: a hundred invalid items of a long array
/// take a single scan.
pub(crate) struct Resolver<'t> {
    text: &'t str,
    /// The offset in bytes of the value that the trails start from.
    start: usize,
    /// The steps to the previous problem, outermost first.
    known: Vec<Known>,
}

/// A resolved step.
struct Known {
    container: usize,
    segment: Segment,
    found: usize,
}

impl<'t> Resolver<'t> {
    pub(crate) const fn new(text: &'t str, start: usize) -> Self {
        Self { text, start, known: Vec::new() }
    }

    /// Follows the trail as far as the input has it. `is_key(found, name)` says whether the key `found` of the
    /// outermost object belongs to the field `name`.
    pub(crate) fn place(&mut self, problem: &mut Problem, is_key: impl Fn(&str, &str) -> bool) {
        if problem.at.is_some() {
            return;
        }
        let mut at = self.start;
        for depth in 0.. {
            let Some(step) = problem.trail.last() else { break };
            let found = match step {
                Step::To(segment) => self.find(depth, at, segment, &is_key),
                Step::Member(_, spelling) => locate::find_member(self.text, at, spelling),
            };
            let Some(found) = found else {
                // The spelling does not identify the item of the set: report the set instead.
                if let Step::Member(..) = step {
                    problem.trail.clear();
                }
                break;
            };
            at = found;
            problem.trail.pop();
        }
        problem.at = Some(at);
    }

    /// The offset of what `segment` leads to in the container at the byte offset `container`.
    fn find(
        &mut self,
        depth: usize,
        container: usize,
        segment: &Segment,
        is_key: &impl Fn(&str, &str) -> bool,
    ) -> Option<usize> {
        let known = self.known.get(depth).filter(|known| known.container == container);
        let found = match (segment, known) {
            (_, Some(known)) if known.segment == *segment => return Some(known.found),
            (Segment::Index(index), Some(Known { segment: Segment::Index(before), found, .. })) if before < index => {
                locate::find_index_after(self.text, *found, index - before)
            }
            // A single value in place of an array.
            (Segment::Index(0), _) if !locate::is_array(self.text, container) => Some(container),
            (Segment::Index(index), _) => locate::find_index(self.text, container, *index),
            (Segment::Key(name), _) if depth == 0 => self.find_value(container, |key| is_key(key, name)),
            (Segment::Key(name), _) => self.find_value(container, |key| key == name),
        }?;
        self.known.truncate(depth);
        self.known.push(Known { container, segment: segment.clone(), found });
        Some(found)
    }

    fn find_value(&self, object: usize, wanted: impl Fn(&str) -> bool) -> Option<usize> {
        locate::find_key(self.text, object, wanted).map(|found| found.value)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::code::Code, Problem, Resolver, Segment, Step};
    use crate::message::Message;

    fn problem(trail: &[&str]) -> Problem {
        let segment = |name: &&str| name.parse().map_or_else(|_| Segment::Key((*name).to_owned()), Segment::Index);
        let trail = trail.iter().rev().map(|name| Step::To(segment(name))).collect();
        Problem { code: Code::Length, message: Message::default(), hidden: false, at: None, trail }
    }

    #[test]
    fn a_problem_is_found_wherever_the_previous_one_was() {
        let text = r#" {"a":[[1,2],[3,4]],"b":{"a":[5]},"c":[6, 7]}"#;
        let trails: [&[&str]; 11] = [
            &["a", "0", "1"],
            &["a", "1", "0"],
            &["a", "0", "0"],
            &["a", "1", "1"],
            &["a", "1", "1"],
            &["a"],
            &["b", "a", "0"],
            &["c", "1"],
            &["c", "0"],
            &["a", "2"],
            &["A", "0"],
        ];
        let mut resolver = Resolver::new(text, 1);
        let found = trails.map(|trail| {
            let mut problem = problem(trail);
            resolver.place(&mut problem, |key, name| key == name.to_lowercase());
            let rest = problem.at.and_then(|at| text.get(at..)).unwrap_or_default();
            (rest.chars().next().unwrap_or_default(), problem.trail.len())
        });
        let wanted = ['2', '3', '1', '4', '4', '[', '5', '7', '6', '[', '['];
        assert_eq!(found.map(|(found, _)| found), wanted);
        assert_eq!(found.map(|(_, left)| left), [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    }
}
