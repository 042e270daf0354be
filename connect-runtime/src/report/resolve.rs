//! Resolves the trails of problems to offsets in the input.

use super::problem::{Problem, Step};
use crate::json::{JsonText, Places, Segment, find};

/// Resolves the problems of one value, each starting from the previous one: the invalid items of a long array take a
/// single scan, and those of a map or set take two.
pub(crate) struct Resolver<'t> {
    text: JsonText<'t>,
    /// The offset in bytes of the value that the trails start from.
    start: usize,
    /// The containers on the way to the previous problem, outermost first.
    known: Vec<Known<'t>>,
}

/// A container that a step was resolved in.
struct Known<'t> {
    container: usize,
    segment: Segment,
    /// `None` if the container has no such entry.
    found: Option<usize>,
    /// All its entries, once a second one was looked for by its name.
    places: Option<Places<'t>>,
}

impl<'t> Resolver<'t> {
    pub(crate) const fn new(text: JsonText<'t>, start: usize) -> Self {
        Self { text, start, known: Vec::new() }
    }

    /// Follows the trail as far as the input has it. `field_of` gives the field of the outermost object that a key
    /// belongs to.
    pub(crate) fn place(&mut self, problem: &mut Problem, field_of: impl Fn(&str) -> Option<usize>) {
        if problem.at.is_some() {
            return;
        }
        let mut at = self.start;
        for depth in 0.. {
            let Some(step) = problem.trail.last() else { break };
            let found = match step {
                Step::To(segment) => self.find(depth, at, segment, &field_of),
                Step::Member(_, spelling) => spelling.as_ref().and_then(|name| self.find_named(depth, at, name)),
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
        field_of: &impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        let known = self.known.get(depth).filter(|known| known.container == container);
        let found = match (segment, known) {
            (_, Some(known)) if known.segment == *segment => return known.found,
            (Segment::Index(index), Some(Known { segment: Segment::Index(before), found: Some(found), .. }))
                if before < index =>
            {
                find::find_index_after(self.text, *found, index - before)
            }
            // A single value in place of an array.
            (Segment::Index(0), _) if !find::is_array(self.text, container) => Some(container),
            (Segment::Index(index), _) => find::find_index(self.text, container, *index),
            (Segment::Key(name), _) => match field_of(name).filter(|_| depth == 0) {
                Some(field) => {
                    find::find_key(self.text, container, |key| field_of(key) == Some(field)).map(|found| found.value)
                }
                None => return self.find_named(depth, container, name),
            },
        }?;
        self.remember(depth, Known { container, segment: segment.clone(), found: Some(found), places: None });
        Some(found)
    }

    /// The offset of the entry of a map or set that is spelled `name` as a key.
    fn find_named(&mut self, depth: usize, container: usize, name: &str) -> Option<usize> {
        let (text, segment) = (self.text, Segment::Key(name.to_owned()));
        let Some(known) = self.known.get_mut(depth).filter(|known| known.container == container) else {
            // Most often it is the only one.
            let found = find::find_entry(text, container, name);
            self.remember(depth, Known { container, segment, found, places: None });
            return found;
        };
        if known.segment == segment {
            return known.found;
        }
        let found = known.places.get_or_insert_with(|| Places::of_entries(text, container)).find(name);
        (known.segment, known.found) = (segment, found);
        self.known.truncate(depth + 1);
        found
    }

    fn remember(&mut self, depth: usize, known: Known<'t>) {
        self.known.truncate(depth);
        self.known.push(known);
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
        let mut resolver = Resolver::new(text.into(), 1);
        let found = trails.map(|trail| {
            let mut problem = problem(trail);
            resolver.place(&mut problem, |key| ["a", "b", "c"].iter().position(|name| *name == key.to_lowercase()));
            let rest = problem.at.and_then(|at| text.get(at..)).unwrap_or_default();
            (rest.chars().next().unwrap_or_default(), problem.trail.len())
        });
        let wanted = ['2', '3', '1', '4', '4', '[', '5', '7', '6', '[', '['];
        assert_eq!(found.map(|(found, _)| found), wanted);
        assert_eq!(found.map(|(_, left)| left), [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    }
}
