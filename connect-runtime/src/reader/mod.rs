//! The reader of all types: a cursor over the input, the problems found so far, and the policy in force.

use std::borrow::Cow;

use crate::{
    drift::{DriftKind, DriftLog},
    json::{Cursor, FaultKind, Halted},
    message::Message,
    report::{Code, Mark, Problems, inside::place_in_strings, resolve::Resolver},
    shape::Shape,
};

pub(crate) mod coerce;
pub(crate) mod containers;
mod cut_off;
pub(crate) mod excluded_keys;
mod exclusion;
mod inside;
mod pointers;
mod policy;
mod rare;
mod record;
mod repair;
mod repeated;
mod repetition;
mod respelled;
mod show;

pub use excluded_keys::Entry;
use excluded_keys::ExcludedKeys;
use pointers::Pointers;
pub(crate) use policy::{Origin, Policy};
use rare::Rare;
pub use repeated::Duplicates;

/// Why there is no value. The reason is already recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The value is invalid; it was skipped, and decoding continues after it.
    Invalid,
    /// The input is malformed or a limit was exceeded; nothing more is read.
    Halted,
}

impl From<Halted> for Failure {
    fn from(Halted: Halted) -> Self {
        Self::Halted
    }
}

/// Reads JSON text for [`Decode`](crate::Decode).
#[derive(Debug)]
pub struct Reader<'de> {
    pub(crate) json: Cursor<'de>,
    pub(crate) problems: Problems,
    pub(crate) drift: DriftLog,
    pub(crate) policy: Policy,
    pub(crate) current: CurrentEntry<'de>,
    /// The offset in bytes of the text in its stream; `None` for a text that the user never saw.
    pub(crate) text_start: Option<usize>,
    /// How many bytes were read to try variants of untagged enums.
    pub(crate) work: usize,
    /// Keys that belong to something around the model that reads their object.
    pub(crate) excluded: ExcludedKeys,
    /// The offset in bytes after the `sensitive` value that was read last: what contains it must not be shown either.
    secret_end: usize,
    rare: Option<Box<Rare>>,
    pointers: Pointers,
    modes: Modes,
    /// Whether a coerced value needs more than to be counted; derived from the rest when that changes.
    examines_coercion: bool,
}

/// The entry of an object that is being read: where its key is, and where its value ends.
///
/// The reader keeps no other path to a value. Keys that are read in order set nothing but `value_end`, since their
/// names are known.
#[derive(Debug, Default)]
pub(crate) struct CurrentEntry<'de> {
    /// The offset in bytes of the key that was looked up last.
    pub(crate) key: usize,
    /// That key, if it has no escapes.
    pub(crate) name: Option<&'de str>,
    /// The offset in bytes of the opening brace of that key's object.
    pub(crate) object: usize,
    /// The shape in which that key was looked up.
    pub(crate) shape: Option<&'static Shape>,
    /// The offset in bytes of the end of the value that was read last, to return to from the next key.
    pub(crate) value_end: usize,
}

/// Settings for the current value.
#[derive(Debug, Clone, Copy, Default)]
struct Modes {
    /// Coercion is refused.
    strict: bool,
    /// The value is an object's key, where numbers are spelled as strings.
    in_key: bool,
}

impl<'de> Reader<'de> {
    #[inline]
    pub(crate) fn new(json: Cursor<'de>, problems: Problems, drift: DriftLog, policy: Policy) -> Self {
        let modes = Modes { strict: policy.strict, ..Modes::default() };
        let examines_coercion = modes.strict || drift.lists();
        Self {
            json,
            problems,
            drift,
            policy,
            current: CurrentEntry::default(),
            text_start: Some(0),
            work: 0,
            excluded: ExcludedKeys::default(),
            secret_end: 0,
            rare: None,
            pointers: Pointers::default(),
            modes,
            examines_coercion,
        }
    }

    /// Whether the next value starts with `opening` in a format that writes some types in a binary form.
    #[inline]
    pub(crate) fn has_binary_form(&mut self, opening: u8) -> bool {
        self.policy.origin == Origin::Compact && self.json.next_token() == Some(opening)
    }

    /// For what is about to be noted.
    #[cold]
    pub(crate) fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// A number that is zero while nothing is noted.
    pub(crate) fn rare_count(&self, count: impl Fn(&Rare) -> usize) -> usize {
        self.rare.as_deref().map_or(0, count)
    }

    /// Moves to the next token; returns its offset and first byte.
    #[inline]
    pub(crate) fn token(&mut self) -> (usize, Option<u8>) {
        let byte = self.json.next_token();
        (self.json.at(), byte)
    }

    fn with_modes<T>(&mut self, modes: Modes, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (self.modes, self.examines_coercion);
        self.modes = modes;
        self.examines_coercion = modes.strict || modes.in_key || self.drift.lists();
        let result = read(self);
        (self.modes, self.examines_coercion) = outer;
        result
    }

    /// Reads with coercion refused.
    pub(crate) fn with_strict<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.with_modes(Modes { strict: true, ..self.modes }, read)
    }

    /// Reads with the value's text kept out of messages and drift.
    pub(crate) fn with_redaction<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.problems.sensitive, true);
        let result = read(self);
        self.problems.sensitive = outer;
        self.secret_end = self.json.at();
        result
    }

    /// Reads an object's key.
    pub(crate) fn as_key<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.with_modes(Modes { in_key: true, ..self.modes }, read)
    }

    /// Reads what a pointer leads to.
    #[inline]
    pub(crate) fn behind_pointer<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let outer = self.pointers;
        let Some(pointers) = outer.follow(self.json.at()) else { return Err(self.endless()) };
        self.pointers = pointers;
        let value = read(self);
        self.pointers = outer;
        value
    }

    #[cold]
    fn endless(&mut self) -> Failure {
        let message = Message::fill(
            "the value is read as one type inside another without an end",
            [("reason", "endless".into())],
        );
        self.json.halt(FaultKind::Depth, self.json.at(), message).into()
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.problems.sensitive
    }

    /// Whether drift is refused.
    pub(crate) fn is_strict(&self) -> bool {
        self.modes.strict
    }

    /// Records that the value from `start` to here was coerced, or refuses it as not `wanted`.
    #[inline]
    pub(crate) fn record_coercion(&mut self, start: usize, wanted: &str) -> Result<(), Failure> {
        if self.examines_coercion {
            return self.examine_coercion(start, wanted);
        }
        self.drift.count_coerced();
        Ok(())
    }

    #[cold]
    fn examine_coercion(&mut self, start: usize, wanted: &str) -> Result<(), Failure> {
        if self.modes.in_key {
            return Ok(());
        }
        if self.modes.strict {
            let message = |reader: &Self| reader.unexpected(start, wanted).and(" (strict)").with("reason", "strict");
            return Err(self.invalid(start, Code::WrongType, message));
        }
        self.drift.add(DriftKind::Coerced, start, self.is_sensitive());
        Ok(())
    }

    /// Records that the value at the offset `start`, which was skipped, is invalid.
    #[cold]
    pub(crate) fn invalid<M: Into<Message>>(
        &mut self,
        start: usize,
        code: Code,
        message: impl FnOnce(&Self) -> M,
    ) -> Failure {
        let message = if self.problems.has_room() { message(self).into() } else { Message::default() };
        self.problems.add_at(start, code, || message);
        if self.secrets()(start) {
            self.problems.hide_last();
        }
        Failure::Invalid
    }

    /// Skips the current value and records that it is not `wanted`.
    #[cold]
    pub(crate) fn wrong_type(&mut self, wanted: &str) -> Failure {
        let (start, _) = self.token();
        if self.json.skip_value().is_err() {
            return Failure::Halted;
        }
        self.invalid(start, Code::WrongType, |reader| reader.unexpected(start, wanted))
    }

    /// The key that was looked up last.
    #[inline]
    pub(crate) fn current_name(&self) -> Cow<'de, str> {
        match self.current.name {
            Some(name) => Cow::Borrowed(name),
            None => self.json.key_at(self.current.key),
        }
    }

    /// Returns to the key that was looked up last.
    pub(crate) fn return_to_key(&mut self) {
        let (_, depth_left) = self.json.place();
        self.json.return_to((self.current.key, depth_left));
    }

    /// Resolves the paths of the problems found since `mark`, which are relative to the value at `start`, to offsets.
    /// `field_of` gives the field that a key belongs to.
    pub(crate) fn resolve_since(&mut self, mark: Mark, start: usize, field_of: impl Fn(&str) -> Option<usize>) {
        let opened = self.rare.as_deref().map_or(&[][..], |rare| &rare.opened);
        let (mut resolver, has_secret) = (Resolver::new(self.json.text(), start, opened), self.secrets());
        for problem in self.problems.since(mark) {
            resolver.place(problem, &field_of);
            problem.hidden |= problem.at.is_some_and(&has_secret);
        }
        place_in_strings(self.problems.since(mark), self.json.text(), opened);
        self.problems.keep_first(mark);
    }
}
