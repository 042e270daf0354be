//! How a field's value is read: attributes that wrap its decoding, and attributes that replace it.

pub(crate) mod decoder;
pub(crate) mod emit;
mod json_string;
mod keys;
pub(crate) mod sentinels;
pub(crate) mod text;
pub(crate) mod wrappers;

pub(crate) use self::{
    decoder::{Decoder, Inside},
    keys::{converts, is_by_type, is_decoder, is_foreign, is_whole, keys, keys_of_a_value, takes_default_of_type},
};
use self::{
    json_string::JsonString,
    wrappers::{Effect, OnOption, WRAPPERS, Wrapper},
};
use crate::{
    attributes::{
        literals::Literal,
        raw::{Entries, Entry, Field},
    },
    defaults::Default,
    errors::Errors,
    rules::Change,
    table::Key,
    types,
};

/// How a field's value is read.
pub(crate) struct Reading<'a> {
    /// From the outside to the inside.
    pub(crate) wrappers: Vec<Wrapping<'a>>,
    /// Whether the value is read from the contents of a string; with the span of the attribute.
    pub(crate) json_string: Option<JsonString>,
    /// How the text changes, in order.
    pub(crate) changes: Vec<Change>,
    pub(crate) decoder: Decoder<'a>,
}

/// A wrapper on a field.
pub(crate) struct Wrapping<'a> {
    pub(crate) wrapper: &'static Wrapper,
    /// What replaces a value, if the wrapper takes a default.
    pub(crate) default: Option<Default<'a>>,
    /// The values that it is about.
    pub(crate) sentinels: Vec<&'a Literal>,
}

/// What the container says about the reading of its fields.
pub(crate) struct Inherited<'a> {
    pub(crate) strict: bool,
    pub(crate) entries: &'a Entries,
    /// The container's default, of which absent fields are taken.
    pub(crate) default: Option<Default<'a>>,
}

impl Inherited<'_> {
    /// Whether the field has a default, its own or the container's.
    fn gives_default(&self, field: &Field<'_>) -> bool {
        field.entries.has(Key::Default) || self.default.is_some()
    }
}

impl<'a> Reading<'a> {
    /// Checks a field with a value of its own.
    pub(crate) fn check(field: &'a Field<'a>, inherited: &Inherited<'a>, errors: &mut Errors) -> Self {
        check_options(field, inherited, errors);
        sentinels::refuse_contradiction(&field.entries, errors);
        let wrappers = WRAPPERS.iter().filter_map(|wrapper| Wrapping::check(wrapper, field, inherited, errors));
        Self {
            wrappers: wrappers.collect(),
            json_string: JsonString::check(field, errors),
            changes: text::check(&field.entries, errors),
            decoder: decoder::check(field, errors),
        }
    }

    /// The reading of a field without a value of its own: only reader modes.
    pub(crate) fn modes(entries: &Entries, strict: bool) -> Self {
        let modes = WRAPPERS.iter().filter(|wrapper| wrapper.effect == Effect::Mode);
        let wrappers = modes.filter(|wrapper| is_requested(wrapper, entries, strict)).map(Wrapping::mode);
        Self { wrappers: wrappers.collect(), json_string: None, changes: Vec::new(), decoder: Decoder::Type }
    }

    pub(crate) fn has(&self, key: Key) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.key == key)
    }

    /// All values that stand for something else.
    pub(crate) fn sentinels(&self) -> impl Iterator<Item = &'a Literal> {
        self.wrappers.iter().flat_map(|wrapping| wrapping.sentinels.iter().copied())
    }

    /// Whether the field's default also replaces values that are present.
    pub(crate) fn takes_default(&self) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.takes_default)
    }

    /// Whether it accepts values that the type itself does not.
    pub(crate) fn widens(&self) -> bool {
        self.json_string.is_some() || self.wrappers.iter().any(|wrapping| wrapping.wrapper.effect == Effect::Widens)
    }

    /// Whether nothing can be said of a value that is incomplete.
    pub(crate) fn is_whole(&self) -> bool {
        let skips = matches!(self.decoder, Decoder::Items { skip_invalid: Some(_), .. });
        skips || !self.is_by_type() || self.has(Key::Fallback) || self.json_string.is_some()
    }

    /// Whether it is more than the type's own decoding in some mode of the reader.
    pub(crate) fn is_changed(&self) -> bool {
        self.widens() || !self.changes.is_empty() || !matches!(self.decoder, Decoder::Type)
    }

    /// Whether the value may have another form in JSON than that of its type.
    pub(crate) fn takes_any_json(&self) -> bool {
        self.json_string.is_some()
            || matches!(
                self.decoder,
                Decoder::With(_) | Decoder::Deserialize(_) | Decoder::Items { one_or_many: Some(_), .. }
            )
    }

    /// Whether the type decodes the value: what its `Decode` says then holds for the field.
    pub(crate) fn is_by_type(&self) -> bool {
        match &self.decoder {
            Decoder::Type => true,
            Decoder::Items { inside, .. } => inside.is_by_type(),
            _ => false,
        }
    }
}

impl<'a> Wrapping<'a> {
    fn mode(wrapper: &'static Wrapper) -> Self {
        Self { wrapper, default: None, sentinels: Vec::new() }
    }

    /// The wrapper as it is on the field, if the field or its container asks for it.
    fn check(
        wrapper: &'static Wrapper,
        field: &'a Field<'a>,
        inherited: &Inherited<'a>,
        errors: &mut Errors,
    ) -> Option<Self> {
        let sentinels = sentinels::of(wrapper.key, field, inherited.entries, inherited.gives_default(field));
        if sentinels.is_empty() && !is_requested(wrapper, &field.entries, inherited.strict) {
            return None;
        }
        let default = wrapper.takes_default.then(|| check_replacement(field, wrapper.key, inherited, errors));
        Some(Self { wrapper, default: default.flatten(), sentinels })
    }
}

fn is_requested(wrapper: &Wrapper, entries: &Entries, strict: bool) -> bool {
    entries.has(wrapper.key) || (strict && wrapper.key == Key::Strict)
}

/// Reports wrappers that only make sense on an `Option`, or only on other types.
fn check_options(field: &Field<'_>, inherited: &Inherited<'_>, errors: &mut Errors) {
    let (entries, optional) = (&field.entries, types::is_option(field.ty));
    for wrapper in WRAPPERS {
        let has_default = inherited.gives_default(field);
        for entry @ Entry { name, span, .. } in entries.all(wrapper.key) {
            match wrapper.on_option {
                OnOption::Required(reason) if !optional => {
                    let reason = sentinels::reason(entry).unwrap_or(reason);
                    errors.add(*span, format!("`{name}` is for an `Option`: {reason}"));
                }
                OnOption::NeedsDefault(reason) if optional && !has_default => {
                    let reason = sentinels::reason(entry).unwrap_or(reason);
                    errors.add(*span, format!("`{name}` has no effect here: {reason}"));
                }
                OnOption::Same | OnOption::Required(_) | OnOption::NeedsDefault(_) => {}
            }
        }
    }
}

/// What replaces a value that is not accepted: the field's own default, else that of its type. What stands for the
/// default is replaced like an absent value: the default of the struct comes before that of the type.
fn check_replacement<'a>(
    field: &'a Field<'a>,
    key: Key,
    inherited: &Inherited<'a>,
    errors: &mut Errors,
) -> Option<Default<'a>> {
    if let Some(default) = field.entries.get(Key::Default) {
        return Default::check(default, errors).or_else(|| Some(Default::Trait(default.span)));
    }
    match &inherited.default {
        Some(whole) if key == Key::DefaultIf => Some(Default::Member(Box::new(whole.clone()), field.member.clone())),
        _ => field.entries.get(key).map(|entry| Default::Trait(entry.span)),
    }
}
