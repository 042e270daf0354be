//! Fields inside objects of the model's own object, which a path leads to: `data.attributes.id`.

use std::mem;

use super::{
    absent_fields::AbsentFields,
    keys::{Keys, NextKey},
    slot::{Slot, fill},
    visit::{AtIndex, FieldVisitor},
};
use crate::{
    message::Message,
    reader::{Entry, Failure, Reader},
    report::{Code, Problems},
    shape::Shape,
};

/// The keys of an object that paths lead through.
#[derive(Debug)]
pub struct Steps {
    /// The number of this step among all of the model.
    pub index: usize,
    /// The keys.
    pub shape: &'static Shape,
    /// Whether a field inside is sensitive, so that what comes in place of the object is hidden.
    pub sensitive: bool,
    /// What each key leads to.
    pub targets: &'static [Target],
}

/// What a key in such an object leads to.
#[derive(Debug)]
pub enum Target {
    /// The field with this index.
    Field(usize),
    /// Another object.
    Steps(&'static Steps),
}

/// Where the object of a step is, or the null in its place.
#[derive(Debug)]
pub struct Step {
    at: usize,
    null: bool,
}

/// The fields whose paths start with the key of `index`; `read` visits them.
#[inline]
pub fn steps<'de>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    steps: &'static Steps,
    found: &mut [Slot<Step>],
    mut read: impl FnMut(&mut AtIndex<'_, 'de>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut own = take(found, steps.index);
    let decode = |reader: &mut Reader<'de>| read_object(reader, steps, found, &mut read);
    visitor.visit_field(index, &mut own, |_| true, decode)?;
    put(found, steps.index, own);
    Ok(())
}

fn take(found: &mut [Slot<Step>], index: usize) -> Slot<Step> {
    found.get_mut(index).map_or(Slot::Absent, |slot| mem::replace(slot, Slot::Absent))
}

fn put(found: &mut [Slot<Step>], index: usize, step: Slot<Step>) {
    if let Some(slot) = found.get_mut(index) {
        *slot = step;
    }
}

type Read<'r, 'de> = &'r mut dyn FnMut(&mut AtIndex<'_, 'de>) -> Result<(), Failure>;

/// Reads the object of a step, or null.
fn read_object<'de>(
    reader: &mut Reader<'de>,
    steps: &'static Steps,
    found: &mut [Slot<Step>],
    read: Read<'_, 'de>,
) -> Result<Step, Failure> {
    let (at, first) = reader.token();
    if first == Some(b'n') {
        reader.json.expect_literal("null")?;
        return Ok(Step { at, null: true });
    }
    let start = if steps.sensitive { reader.with_redaction(Reader::open_object) } else { reader.open_object() }?;
    let mut keys = Keys::new(steps.shape, start);
    reader.prepare_keys(&mut keys);
    loop {
        match reader.next_field(&mut keys)? {
            NextKey::Field(index) => read_target(reader, steps.targets.get(index), found, read)?,
            NextKey::Unknown => {
                let name = reader.current_name();
                reader.skip_unknown_field(Entry { name: &name, object: keys.start }, steps.shape)?;
            }
            NextKey::End => return Ok(Step { at, null: false }),
        }
    }
}

fn read_target<'de>(
    reader: &mut Reader<'de>,
    target: Option<&'static Target>,
    found: &mut [Slot<Step>],
    read: Read<'_, 'de>,
) -> Result<(), Failure> {
    match target {
        Some(Target::Field(index)) => {
            read(&mut AtIndex { reader, index: *index })?;
            reader.step_back();
        }
        Some(Target::Steps(steps)) => {
            let mut own = take(found, steps.index);
            fill(&mut own, reader, |reader| read_object(reader, steps, found, read))?;
            put(found, steps.index, own);
        }
        None => reader.json.skip_value()?,
    }
    Ok(())
}

/// Visits a field that a path leads to once all keys are read. `names` are the keys of the path, `trail` the numbers of
/// the objects that it leads through.
#[inline]
pub fn absent_at<'de>(
    visitor: &mut impl FieldVisitor<'de>,
    names: &'static [&'static str],
    trail: &'static [usize],
    found: &mut [Slot<Step>],
    visit: impl FnOnce(&mut AbsentAt<'_, '_, 'de>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    visitor.finish(|fields| {
        // Nothing is read, so nothing can fail.
        let _ = visit(&mut AbsentAt { fields, names, trail, found });
    });
    Ok(())
}

/// Fills a field that a path leads to, or reports it as missing.
#[derive(Debug)]
pub struct AbsentAt<'a, 'r, 'de> {
    fields: &'a mut AbsentFields<'r, 'de>,
    names: &'static [&'static str],
    trail: &'static [usize],
    found: &'a mut [Slot<Step>],
}

impl AbsentAt<'_, '_, '_> {
    /// Whether a step of the path was refused.
    fn has_failed(&self) -> bool {
        self.trail.iter().any(|step| matches!(self.found.get(*step), Some(Slot::Failed)))
    }

    #[cold]
    fn record_missing(&mut self) {
        let (mut at, mut names) = (self.fields.start, self.names);
        for step in self.trail {
            let Some(slot) = self.found.get_mut(*step) else { return };
            let Slot::Read(step) = slot else { break };
            at = step.at;
            if step.null {
                *slot = Slot::Failed;
                let message = || Message::expected("an object", "`null`", "null");
                self.fields.reader.invalid(at, Code::WrongType, |_| message());
                return;
            }
            names = names.get(1..).unwrap_or_default();
        }
        let message = || Message::fill("required field `{field}` is missing", [("field", self.names.join(".").into())]);
        self.fields.reader.problems.add_below_all(at, names, Code::MissingField, message);
    }
}

impl<'de> FieldVisitor<'de> for AbsentAt<'_, '_, 'de> {
    #[inline]
    fn visit_field<T>(
        &mut self,
        _: usize,
        slot: &mut Slot<T>,
        fill: impl FnOnce(&mut Slot<T>) -> bool,
        _: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<(), Failure> {
        let Slot::Absent = slot else { return Ok(()) };
        if self.has_failed() {
            *slot = Slot::Failed;
        } else if !fill(slot) {
            self.record_missing();
        }
        Ok(())
    }
}

/// Moves what `run` finds below the keys of a path.
fn below(names: &[&str], problems: &mut Problems, run: impl FnOnce(&mut Problems)) {
    let mark = problems.mark();
    run(problems);
    for name in names.iter().rev() {
        problems.below_key(mark, || (*name).to_owned());
    }
}

/// As [`check_slot`](super::slot::check_slot), at a path.
pub fn check_slot_at<T>(
    slot: &Slot<T>,
    names: &[&str],
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value() {
        below(names, problems, |problems| rules(value, problems));
    }
}

/// As [`check_slot_or`](super::slot::check_slot_or), at a path.
pub fn check_slot_at_or<T, M>(
    slot: &Slot<T>,
    default: Option<&M>,
    field: impl FnOnce(&M) -> &T,
    names: &[&str],
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value_or(default, field) {
        below(names, problems, |problems| rules(value, problems));
    }
}

/// Runs the rules of the models inside the field at a path.
pub fn validate_at<T>(value: &T, names: &[&str], problems: &mut Problems, nested: impl FnOnce(&T, &mut Problems)) {
    below(names, problems, |problems| nested(value, problems));
}

/// Runs the rules of the models inside the field at a path, then its own.
pub fn validate_at_with<T>(
    value: &T,
    names: &[&str],
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
    nested: impl FnOnce(&T, &mut Problems),
) {
    below(names, problems, |problems| {
        nested(value, problems);
        rules(value, problems);
    });
}
