//! Unit-only enums, and the names of variants.

use std::borrow::Cow;

use crate::{
    decode::Decode,
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
    match read_name(reader, names, false)? {
        VariantName::Known(index) => Ok(index),
        VariantName::Unknown(_) => Err(Failure::Invalid),
    }
}

/// Reads the name of a variant; one that no variant has is drift.
pub fn decode_open_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
) -> Result<VariantName<'de>, Failure> {
    read_name(reader, names, true)
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
fn read_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<'de>, Failure> {
    if reader.json.next_token() == Some(b'"') {
        read_name_here(reader, names, open)
    } else {
        read_name_as_key(reader, names, open)
    }
}

/// Reads the current string or key; one that no variant has is recorded.
#[inline]
fn read_name_here<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<'de>, Failure> {
    let start = reader.json.at();
    let name = reader.string()?;
    if let Some(index) = names.spellings.find(&name) {
        return Ok(VariantName::Known(index));
    }
    record_unknown(reader, start, start, &name, names, open)?;
    Ok(VariantName::Unknown(name))
}

/// Reads `{"name": null}` from an object that has a tag, too: a name alone has no place beside it.
#[cold]
fn read_name_as_key<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<'de>, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') || !reader.excluded.affect(start) {
        return Err(reader.wrong_type("a string"));
    }
    reader.json.open()?;
    let (mut count, mut found, mut name) = (0, 0, Err(Failure::Invalid));
    while reader.next_own_key(&mut count, start)? {
        name = if found == 0 { read_entry(reader, names, open) } else { skip_entry(reader) };
        if let Err(Failure::Halted) = name {
            return name;
        }
        found += 1;
    }
    if found == 1 {
        return name;
    }
    Err(reader.invalid(start, Code::WrongType, |_| {
        let expected = format!("one field that names a variant of `{}` besides the tag", names.name);
        Message::expected(&expected, &found.to_string(), "object").with("model", names.name).with("reason", "tag")
    }))
}

/// Reads the current key as a name, and its value, which is null.
fn read_entry<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<'de>, Failure> {
    let name = read_name_here(reader, names, open);
    if let Err(Failure::Halted) = name {
        return name;
    }
    reader.json.skip_colon()?;
    match name {
        Ok(VariantName::Known(_)) => <()>::decode(reader).and(name),
        _ => reader.json.skip_value().map_err(Failure::from).and(name),
    }
}

fn skip_entry<'de>(reader: &mut Reader<'de>) -> Result<VariantName<'de>, Failure> {
    reader.json.string()?;
    reader.json.skip_colon()?;
    reader.json.skip_value()?;
    Err(Failure::Invalid)
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
