//! Reads the contents of a string as JSON text of their own, and brings back what was found there.

use super::{Failure, Origin, Policy, Reader};
use crate::{
    json::{Contents, Fault, FaultKind, locate::Locator},
    message::Message,
    report::Code,
};

impl Reader<'_> {
    /// Reads the contents of the string at the offset `start`, all of them, with `decode`.
    pub(crate) fn read_inside<T>(
        &mut self,
        start: usize,
        text: &str,
        decode: impl FnOnce(&mut Reader<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.note_opened(start);
        let mut inner = self.inside(text);
        let value = match decode(&mut inner) {
            Err(Failure::Halted) => Err(Failure::Halted),
            value => inner.json.finish().map_err(Failure::from).and(value),
        };
        let contents = Contents::new(self.json.text(), start, text);
        let fault = if value.is_err() { inner.json.take_fault() } else { None };
        let limit = fault.and_then(|fault| inner.keep_syntax_fault(fault));
        self.work = inner.work;
        if inner.secret_end > 0 {
            self.secret_end = self.json.at();
        }
        self.problems.absorb(inner.problems, &contents);
        self.drift.absorb(&inner.drift, &contents);
        match limit {
            Some(fault) => Err(self.json.halt_inside(place_fault(fault, &contents)).into()),
            None => value.map_err(|_| Failure::Invalid),
        }
    }

    /// Values that are tried as variants of an enum are read again.
    fn note_opened(&mut self, at: usize) {
        let opened = &mut self.rare().opened;
        while opened.last().is_some_and(|last| *last >= at) {
            opened.pop();
        }
        opened.push(at);
    }

    /// A reader of `text`, under all that holds for the current value.
    fn inside<'t>(&self, text: &'t str) -> Reader<'t> {
        let policy = Policy { origin: Origin::Text, cut: usize::MAX, ..self.policy };
        let json = self.json.of_contents(text.into());
        let mut inner = Reader::new(json, self.problems.for_contents(), self.drift.apart(), policy);
        (inner.modes, inner.examines_coercion) = (self.modes, self.examines_coercion);
        inner.text_start = None;
        (inner.work, inner.rare().outer_bytes) = (self.work, self.all_bytes());
        inner
    }

    /// The length of the whole input in bytes; the contents of strings count again.
    pub(crate) fn all_bytes(&self) -> usize {
        self.rare_count(|rare| rare.outer_bytes).saturating_add(self.json.text().len())
    }

    /// Records a fault in the syntax: what follows the string can still be read. Returns any other.
    #[cold]
    fn keep_syntax_fault(&mut self, fault: Fault) -> Option<Fault> {
        if fault.kind != FaultKind::Syntax {
            return Some(fault);
        }
        let (sensitive, mark) = (self.is_sensitive(), self.problems.mark());
        self.problems.add_at(fault.at, Code::InvalidValue, || {
            let wanted = Message::fill("expected {expected}", [("expected", "a string that holds JSON text".into())]);
            if sensitive { wanted } else { wanted.and(&format!(": {}", fault.message.text)) }
        });
        let end = fault.at + self.json.text().char_len(fault.at);
        self.problems.since(mark).iter_mut().for_each(|problem| problem.end = Some(end));
        None
    }
}

#[cold]
fn place_fault(fault: Fault, contents: &Contents<'_>) -> Fault {
    let mut inside = Locator::new(contents.text).locate(fault.at).segments;
    inside.extend(fault.inside);
    let at = contents.origins([fault.at].into_iter()).of(fault.at);
    Fault { at, inside, ..fault }
}
