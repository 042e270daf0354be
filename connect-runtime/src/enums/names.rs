//! The names of variants, and what becomes of a name that none of them has.

use crate::{
    drift::DriftKind,
    json::{JsonText, Number, find},
    message::{Message, quote::list},
    reader::{Failure, Reader, coerce},
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
    /// Every string that is accepted as a name.
    pub spellings: Spellings,
    /// The names without quotes, which are integers or bools; `None` if there are none, as almost always.
    pub bare: Option<&'static Spellings>,
    /// The variant of a value without a tag.
    pub default: Option<usize>,
}

impl VariantNames {
    /// The name nearest to `name`, if it is near enough for a suggestion.
    fn nearest(&self, name: &str) -> Option<&'static str> {
        self.spellings.nearest(name, |index, name| self.variants.get(index) == Some(&name))
    }

    /// Whether `name` is a name of a variant.
    pub fn has(&self, name: &str) -> bool {
        self.find_any(name).is_some()
    }

    /// The variant that `name` names, whether in quotes or not.
    pub(super) fn find_any(&self, name: &str) -> Option<usize> {
        self.spellings.find_any(name).or_else(|| self.find_bare(name))
    }

    /// Whether `key` is the key `wanted` that the enum itself has.
    pub(super) fn is_key(&self, key: &str, wanted: &str) -> bool {
        key == wanted || (self.spellings.ignores_case() && key.eq_ignore_ascii_case(wanted))
    }

    /// The variant that the value at the offset `at` names.
    pub(super) fn find_at(&self, text: JsonText<'_>, at: usize) -> Option<usize> {
        self.find_any(&find::string_at(text, at).unwrap_or_else(|| find::scalar_at(text, at)))
    }

    /// The variant whose name without quotes has the same value as `name`.
    pub(super) fn find_bare(&self, name: &str) -> Option<usize> {
        let bare = self.bare?;
        bare.find(name).or_else(|| bare.find(&coerce::canonical_integer(Number::parse(name)?)?))
    }

    /// What a value that names a variant is, for messages.
    pub(super) fn describe_value(&self) -> String {
        if self.bare.is_some() { list(self.variants) } else { "a string".to_owned() }
    }
}

/// A name that was read.
#[derive(Debug)]
pub enum VariantName<T> {
    /// The name of the variant with this index.
    Known(usize),
    /// A name that no variant has.
    Unknown(T),
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
