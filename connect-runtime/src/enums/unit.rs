//! Enums of names.

use std::borrow::Cow;

use crate::{
    drift::DriftKind,
    reader::{Failure, Reader},
    report::{Code, quote::list},
    shape::Spellings,
};

/// What is known of an enum of names at compile time.
#[derive(Debug)]
pub struct Names {
    /// The enum's name, for messages.
    pub name: &'static str,
    /// The canonical names.
    pub variants: &'static [&'static str],
    /// Every name that is accepted.
    pub spellings: Spellings,
}

impl Names {
    /// Whether `name` is one of a variant.
    pub fn has(&self, name: &str) -> bool {
        self.spellings.find(name).is_some()
    }
}

/// A name that was read.
#[derive(Debug)]
pub enum Name<'de> {
    /// The index of its variant.
    Known(usize),
    /// Of no variant.
    Unknown(Cow<'de, str>),
}

/// Reads the name of a variant; its index.
pub fn decode_name(reader: &mut Reader<'_>, names: &'static Names) -> Result<usize, Failure> {
    let (start, _) = reader.token();
    match read_name(reader, names)? {
        Name::Known(index) => Ok(index),
        Name::Unknown(name) => Err(refuse(reader, start, start, &name, names)),
    }
}

/// Reads the name of a variant; one that no variant has is drift.
pub fn decode_open_name<'de>(reader: &mut Reader<'de>, names: &'static Names) -> Result<Name<'de>, Failure> {
    let (start, _) = reader.token();
    let name = read_name(reader, names)?;
    if let Name::Unknown(unknown) = &name {
        note_unknown(reader, start, start, unknown, names, true)?;
    }
    Ok(name)
}

/// Takes note of a name that no variant has, or refuses it where the enum is not `open`: the name was read from the
/// offset `start` on, the value that it is about is at the offset `at` (both in bytes).
#[cold]
pub(super) fn note_unknown(
    reader: &mut Reader<'_>,
    at: usize,
    start: usize,
    name: &str,
    names: &Names,
    open: bool,
) -> Result<(), Failure> {
    if !open || reader.policy.strict {
        return Err(refuse(reader, at, start, name, names));
    }
    reader.drifted(DriftKind::UnknownVariant, at);
    Ok(())
}

#[inline]
fn read_name<'de>(reader: &mut Reader<'de>, names: &'static Names) -> Result<Name<'de>, Failure> {
    if reader.json.next_token() != Some(b'"') {
        return Err(reader.wrong_type("a string"));
    }
    let name = reader.json.string()?;
    Ok(names.spellings.find(&name).map_or_else(|| Name::Unknown(name), Name::Known))
}

#[cold]
fn refuse(reader: &mut Reader<'_>, at: usize, start: usize, name: &str, names: &Names) -> Failure {
    reader.invalid(at, Code::UnknownVariant, |reader| {
        let hint = match names.spellings.nearest(name).filter(|_| !reader.is_sensitive()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("expected {}", list(names.variants)),
        };
        format!("{} is no `{}`, {hint}", reader.show(start), names.name)
    })
}
