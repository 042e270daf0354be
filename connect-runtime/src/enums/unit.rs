//! Unit-only enums, and the names of variants.

use std::borrow::Cow;

use crate::{
    drift::DriftKind,
    message::Message,
    reader::{Failure, Reader},
    report::Code,
    shape::Spellings,
};

/// The names of an enum's variants, known at compile time.
#[derive(Debug)]
pub struct VariantNames {
    /// The enum's name, for messages.
    pub name: &'static str,
    /// The canonical names.
    pub variants: &'static [&'static str],
    /// Every name that is accepted.
    pub spellings: Spellings,
}

impl VariantNames {
    /// The name nearest to `name`, if it is near enough for a suggestion.
    fn nearest(&self, name: &str) -> Option<&'static str> {
        self.spellings.nearest(name, |index, name| self.variants.get(index) == Some(&name))
    }

    /// Whether `name` is a name of a variant.
    pub fn has(&self, name: &str) -> bool {
        self.spellings.find(name).is_some()
    }
}

/// A name that was read.
#[derive(Debug)]
pub enum VariantName<'de> {
    /// The name of the variant with this index.
    Known(usize),
    /// A name that no variant has.
    Unknown(Cow<'de, str>),
}

/// Reads the name of a variant; returns its index.
pub fn decode_name(reader: &mut Reader<'_>, names: &'static VariantNames) -> Result<usize, Failure> {
    let (start, _) = reader.token();
    match read_name(reader, names)? {
        VariantName::Known(index) => Ok(index),
        VariantName::Unknown(name) => Err(refuse(reader, start, start, &name, names)),
    }
}

/// Reads the name of a variant; one that no variant has is drift.
pub fn decode_open_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
) -> Result<VariantName<'de>, Failure> {
    let (start, _) = reader.token();
    let name = read_name(reader, names)?;
    if let VariantName::Unknown(unknown) = &name {
        record_unknown(reader, start, start, unknown, names, true)?;
    }
    Ok(name)
}

/// Records a name that no variant has, or refuses it if the enum is not `open`. The name was read from the offset
/// `start` on; the value that it belongs to is at the offset `at` (both in bytes).
#[cold]
pub(super) fn record_unknown(
    reader: &mut Reader<'_>,
    at: usize,
    start: usize,
    name: &str,
    names: &VariantNames,
    open: bool,
) -> Result<(), Failure> {
    if !open || reader.policy.strict {
        return Err(refuse(reader, at, start, name, names));
    }
    reader.record_drift(DriftKind::UnknownVariant, at);
    Ok(())
}

#[inline]
fn read_name<'de>(reader: &mut Reader<'de>, names: &'static VariantNames) -> Result<VariantName<'de>, Failure> {
    if reader.json.next_token() != Some(b'"') {
        return Err(reader.wrong_type("a string"));
    }
    let name = reader.json.string()?;
    Ok(names.spellings.find(&name).map_or_else(|| VariantName::Unknown(name), VariantName::Known))
}

#[cold]
fn refuse(reader: &mut Reader<'_>, at: usize, start: usize, name: &str, names: &VariantNames) -> Failure {
    reader.invalid(at, Code::UnknownVariant, |reader| {
        let (hint, param) = match names.nearest(name).filter(|_| !reader.is_sensitive()) {
            Some(near) => ("did you mean `{nearest}`?", ("nearest", near.into())),
            None => ("expected {choices}", ("choices", names.variants.into())),
        };
        let message =
            Message::fill(&format!(" is not a variant of `{{model}}`, {hint}"), [("model", names.name.into()), param]);
        Message { text: reader.show(start) + &message.text, ..message }
    })
}
