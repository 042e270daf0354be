//! Reads a text that may be cut off: once for what is wrong with it, once for what there is of the value.

use super::{cut::Cut, marks::Marks, model::PartialModel, outcome::Partial, parts::Parts};
use crate::{
    decode::Decode,
    decoder::{Decoded, Decoder},
    drift::Drift,
    json::{not_json, not_utf8},
    report::{Code, Problem, Problems, RecordStart, Report, Source},
};

/// A byte after the text that is no whole character: the first of one that is cut off, or broken.
#[derive(Clone, Copy)]
pub(super) struct Tail {
    pub(super) byte: u8,
    pub(super) broken: bool,
}

/// Reads `text`, which may be followed by bytes that are not.
pub(super) fn read<T: PartialModel>(decoder: &Decoder, text: &str, tail: Option<Tail>) -> Partial<T> {
    if let Err(report) = decoder.limit_input(text.len()) {
        return Partial::refused(report);
    }
    let mut cut = Cut::of(text, decoder.dialect());
    let mut found = find_problems::<T>(decoder, &cut);
    if let Some(halt) = found.problems.last().filter(|last| last.code.ends_reading()).and_then(|last| last.at) {
        cut = Cut::of(text.get(..halt).unwrap_or_default(), decoder.dialect());
    } else {
        found.problems.extend(find_fault(&mut cut, text, tail));
    }
    let mut marks = mark(&cut, &found.problems);
    let mut reader = decoder.reader_of_cut(&cut.completed, cut.end);
    let value = Parts::new(&mut reader, &mut marks).read::<T>().ok().flatten();
    let problems = certain(found.problems, &cut, &marks);
    let report = (!problems.is_empty())
        .then(|| Report::new(Problems::of(problems, decoder.max_issues_listed()), Source::Text(text.into())));
    let complete = found.decoded.filter(|_| cut.whole && report.is_none());
    Partial::new(text, cut, value, complete, report)
}

/// What the text is if it ends as it was completed.
struct Found<T> {
    decoded: Option<Decoded<T>>,
    problems: Vec<Problem>,
}

fn find_problems<T: for<'de> Decode<'de>>(decoder: &Decoder, cut: &Cut) -> Found<T> {
    if cut.completed.is_empty() {
        return Found { decoded: None, problems: Vec::new() };
    }
    let mut reader = decoder.reader_of_cut(&cut.completed, cut.end);
    let read = T::decode(&mut reader);
    reader.record_fault();
    let drift = Drift::new(&mut reader.drift, cut.completed.as_str().into(), || RecordStart::START);
    Found { decoded: read.ok().map(|value| Decoded { value, drift }), problems: reader.problems.into_list() }
}

/// What can't be JSON: after that the text is not complete.
fn find_fault(cut: &mut Cut, text: &str, tail: Option<Tail>) -> Option<Problem> {
    let fault = cut.fault.take().map(|fault| {
        let named = not_json::name(text.into(), &fault);
        (fault.at, named.unwrap_or(fault.message))
    });
    let tail = tail.filter(|tail| tail.broken || cut.whole);
    let (at, message) = fault.or_else(|| tail.map(|tail| (text.len(), not_utf8(tail.byte))))?;
    cut.whole = false;
    Some(Problem { code: Code::Syntax, message, hidden: false, at: Some(at), trail: Vec::new(), end: None })
}

/// The offset of the first open value of which it is not known yet what is wrong in it: one that no variant of an untagged
/// enum accepts so far, or a string, which may hold JSON text.
fn undecided(cut: &Cut, problems: &[Problem]) -> usize {
    let open = problems.iter().filter(|problem| problem.code == Code::NoVariant).filter_map(|problem| problem.at);
    open.filter(|at| cut.open.binary_search(at).is_ok()).chain(cut.open_string()).min().unwrap_or(usize::MAX)
}

fn mark(cut: &Cut, problems: &[Problem]) -> Marks {
    let undecided = undecided(cut, problems);
    let (mut wrong, mut below) = (Vec::new(), Vec::new());
    for problem in problems.iter().filter(|problem| !problem.code.ends_reading()) {
        match problem.at {
            Some(at) if at >= undecided || cut.open.binary_search(&at).is_ok() => {}
            Some(at) if problem.trail.is_empty() => wrong.push(at),
            at => below.extend(at),
        }
    }
    Marks::new(&cut.completed, cut.open.clone(), wrong, &below)
}

/// The problems that stay whatever comes next.
fn certain(problems: Vec<Problem>, cut: &Cut, marks: &Marks) -> Vec<Problem> {
    let undecided = undecided(cut, &problems);
    let is_certain = |problem: &Problem| {
        let at = problem.at.unwrap_or_default();
        let impossible = problem.code == Code::WrongType && problem.trail.is_empty() && marks.impossible.contains(&at);
        problem.code.ends_reading() || impossible || (at < undecided && !marks.is_open(at))
    };
    problems.into_iter().filter(is_certain).collect()
}
