//! The way to the array of records: which container of a document is on it, and what is missing there.

use std::{borrow::Cow, mem};

use crate::{
    json::{Cursor, JsonText, Segment, pointer},
    message::Message,
    report::{Code, RecordStart, Report, quote::shorten},
};

/// How many of an object's keys a message about a missing one names.
const KEYS_SHOWN: usize = 5;

/// The form of the message about a value of another kind.
const WRONG_TYPE: &str = "expected {expected}, found {actual}";

/// The longest key that is kept for messages, in bytes as spelled in the input.
const KEY_BYTES: usize = 256;

/// What became of the array in the current document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Sought,
    Found,
    /// It is not there, which is reported.
    Missed,
}

/// What a value means on the way.
pub(super) enum Value {
    /// It is not on the way, or a container in which it goes on.
    Passed,
    /// The array of records.
    Records,
    /// The way ends here.
    Wrong(Report),
}

/// A container on the way.
#[derive(Debug)]
struct Level {
    start: RecordStart,
    is_object: bool,
    /// How many items or keys came so far.
    count: usize,
    /// The first of its keys.
    keys: Vec<String>,
    /// Whether the key of the step came.
    has_step: bool,
}

#[derive(Debug)]
pub(super) struct Way {
    steps: Vec<String>,
    /// The containers on the way that are open, outermost first.
    levels: Vec<Level>,
    goal: Goal,
    /// Whether the next value is the one that the next step leads to.
    at_step: bool,
}

impl Way {
    pub(super) fn new(steps: Vec<String>) -> Self {
        Self { steps, levels: Vec::new(), goal: Goal::Sought, at_step: true }
    }

    /// Starts the next document.
    pub(super) fn restart(&mut self) {
        self.levels.clear();
        (self.goal, self.at_step) = (Goal::Sought, true);
    }

    /// How many containers on the way are open.
    pub(super) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// How much to keep of a key, in bytes as spelled in the input.
    pub(super) fn key_limit(&self) -> usize {
        // A character takes six bytes if it is escaped, and one outside the Basic Multilingual Plane twelve for its four.
        let step = self.steps.get(self.levels.len().wrapping_sub(1)).map_or(0, |step| 6 * step.len());
        step.max(KEY_BYTES) + 1
    }

    /// Takes the value that starts with the byte `first` directly in the innermost container.
    pub(super) fn take_value(&mut self, first: u8, here: impl FnOnce() -> RecordStart) -> Value {
        let depth = self.levels.len();
        if let Some(Level { is_object: false, count, .. }) = self.levels.last_mut() {
            let step = self.steps.get(depth - 1);
            self.at_step = step.and_then(|step| pointer::index(step)) == Some(*count);
            *count += 1;
        }
        if !mem::take(&mut self.at_step) || self.goal != Goal::Sought {
            return Value::Passed;
        }
        let Some(step) = self.steps.get(self.levels.len()) else { return self.take_last(first, here) };
        let is_object = first == b'{';
        if is_object || (first == b'[' && pointer::index(step).is_some()) {
            let keys = Vec::new();
            self.levels.push(Level { start: here(), is_object, count: 0, keys, has_step: false });
            return Value::Passed;
        }
        self.goal = Goal::Missed;
        let expected = format!("an object with the key `{}`", shorten(step));
        let message = Message::fill(WRONG_TYPE, [("expected", expected.into()), ("actual", kind(first).into())]);
        Value::Wrong(report(Code::WrongType, self.path(self.levels.len()), message, here()))
    }

    /// Takes the value that the last step leads to.
    fn take_last(&mut self, first: u8, here: impl FnOnce() -> RecordStart) -> Value {
        if first == b'[' {
            self.goal = Goal::Found;
            return Value::Records;
        }
        self.goal = Goal::Missed;
        let params = [("expected", "the array of records".into()), ("actual", kind(first).into())];
        let message = Message::fill(WRONG_TYPE, params);
        Value::Wrong(report(Code::WrongType, self.path(self.levels.len()), message, here()))
    }

    /// Takes the key spelled `raw` directly in the innermost container, which starts at `start`. A report if it repeats the
    /// key of the step.
    pub(super) fn take_key(&mut self, raw: &[u8], start: RecordStart) -> Option<Report> {
        let depth = self.levels.len();
        let (step, limit) = (self.steps.get(depth.wrapping_sub(1))?, self.key_limit());
        let level = self.levels.last_mut()?;
        let key = unescape(raw).filter(|_| raw.len() < limit);
        level.count += 1;
        if key.as_ref() == Some(step) {
            let repeats = mem::replace(&mut level.has_step, true);
            self.at_step = !repeats;
            if !repeats || self.goal == Goal::Missed {
                return None;
            }
            let params = [("field", shorten(step).into())];
            let message = Message::fill("`{field}` repeats a field that the object already has", params);
            return Some(report(Code::DuplicateField, self.path(depth), message, start));
        }
        if level.keys.len() < KEYS_SHOWN {
            level.keys.push(key.unwrap_or_else(|| String::from_utf8_lossy(raw).into_owned()));
        }
        None
    }

    /// Leaves the innermost container. A report if it does not have what the step asks for.
    pub(super) fn leave(&mut self) -> Option<Report> {
        let path = self.path(self.levels.len());
        let level = self.levels.pop()?;
        if self.goal != Goal::Sought {
            return None;
        }
        self.goal = Goal::Missed;
        let step = shorten(self.steps.get(self.levels.len())?);
        let message = if level.is_object {
            format!("`{step}` is missing, the object has {}", describe_keys(&level))
        } else {
            format!("the item {step} is missing, the array has {}", describe_count(level.count))
        };
        let message = Message::of(message, [("field", step.into())]);
        Some(report(Code::MissingField, path, message, level.start))
    }

    /// The path of the innermost container, for what is wrong with its syntax.
    pub(super) fn here(&self) -> Vec<Segment> {
        self.path(self.levels.len().saturating_sub(1))
    }

    /// The path of the array of records.
    pub(super) fn to_records(&self) -> Vec<Segment> {
        self.path(self.steps.len())
    }

    /// The path of the first `length` steps.
    fn path(&self, length: usize) -> Vec<Segment> {
        let steps = self.steps.iter().zip(&self.levels).take(length);
        let segment = |(step, level): (&String, &Level)| match pointer::index(step) {
            Some(index) if !level.is_object => Segment::Index(index),
            _ => Segment::Key(step.clone()),
        };
        steps.map(segment).collect()
    }
}

/// The report of a problem at the first character of a value or key.
fn report(code: Code, path: Vec<Segment>, message: Message, start: RecordStart) -> Report {
    Report::at(code, path, message, start, 1)
}

fn unescape(raw: &[u8]) -> Option<String> {
    let text = [b"\"", raw, b"\""].concat();
    Cursor::again(JsonText::new(&text)).string().ok().map(Cow::into_owned)
}

fn kind(first: u8) -> &'static str {
    match first {
        b'{' => "an object",
        b'[' => "an array",
        b'"' => "a string",
        b't' => "`true`",
        b'f' => "`false`",
        b'n' => "`null`",
        _ => "a number",
    }
}

fn describe_keys(level: &Level) -> String {
    let mut keys: Vec<String> = level.keys.iter().map(|key| format!("`{}`", shorten(key))).collect();
    if level.count > keys.len() {
        keys.push(format!("{} more", level.count - keys.len()));
    }
    match keys.split_last() {
        None => "no keys".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn describe_count(count: usize) -> String {
    match count {
        1 => "1 item".to_owned(),
        count => format!("{count} items"),
    }
}
