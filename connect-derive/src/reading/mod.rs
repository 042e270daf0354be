//! How a field's value is read: attributes that wrap its decoding, and attributes that replace it.

pub(crate) mod emit;
pub(crate) mod wrappers;

use proc_macro2::Span;
use syn::ExprPath;

use self::wrappers::{Effect, OnOption, WRAPPERS, Wrapper};
use crate::{
    attributes::raw::{Entries, Entry, Field},
    defaults::Default,
    errors::Errors,
    table::{Key, Source},
    types,
};

/// How a field's value is read.
pub(crate) struct Reading<'a> {
    /// From the outside to the inside.
    pub(crate) wrappers: Vec<Wrapping<'a>>,
    pub(crate) decoder: Decoder<'a>,
}

/// A wrapper on a field.
pub(crate) struct Wrapping<'a> {
    pub(crate) wrapper: &'static Wrapper,
    /// What replaces a value, if the wrapper takes a default.
    pub(crate) default: Option<Default<'a>>,
}

/// What decodes a field's value; spans are those of the attributes that choose it.
pub(crate) enum Decoder<'a> {
    /// Its type.
    Type,
    /// Its type, item by item.
    Items { one_or_many: Option<Span>, skip_invalid: Option<Span> },
    /// The function `decode` of a module.
    With(&'a ExprPath),
    /// The type's serde implementation.
    Serde(Span),
    /// A function that takes a deserializer.
    Deserialize(ExprPath),
    /// The `FromStr` of the type, or of the one in the `Option`.
    FromStr { span: Span, optional: bool },
    /// The owned form of a `Cow<'static, ..>`, or of the one in the `Option`.
    Owned { optional: bool },
}

/// The attributes of `connect` that decode a value in place of its type.
const DECODERS: [Key; 3] = [Key::With, Key::Serde, Key::FromStr];

/// The attributes that have the type decode its items.
const ITEMS: [Key; 2] = [Key::OneOrMany, Key::SkipInvalid];

/// All attributes that decide how a value is read.
pub(crate) fn keys() -> impl Iterator<Item = Key> {
    WRAPPERS.iter().map(|wrapper| wrapper.key).chain(DECODERS).chain(ITEMS)
}

/// The [`keys`] that need a field with a value of its own.
pub(crate) fn keys_of_a_value() -> impl Iterator<Item = Key> {
    keys().filter(|key| !WRAPPERS.iter().any(|wrapper| wrapper.key == *key && wrapper.effect == Effect::Mode))
}

/// Whether the attribute decodes a value in place of its type.
pub(crate) fn is_decoder(key: Key) -> bool {
    DECODERS.contains(&key) || matches!(key, Key::SerdeWith | Key::DeserializeWith)
}

/// Whether nothing can be said of a value that is incomplete: with another decoder, or if what is invalid is replaced.
pub(crate) fn is_whole(key: Key) -> bool {
    is_decoder(key) || matches!(key, Key::Fallback | Key::SkipInvalid)
}

/// Whether an attribute says that something other than the field's type decodes the value.
pub(crate) fn is_foreign(entries: &Entries) -> bool {
    entries.list.iter().any(|entry| is_decoder(entry.key))
}

/// Whether the field's type decodes the value. A `Cow<'static, ..>` would have to borrow from the input.
pub(crate) fn is_by_type(field: &Field<'_>) -> bool {
    !is_foreign(&field.entries) && !is_owned(field)
}

fn is_owned(field: &Field<'_>) -> bool {
    let is_whole = !ITEMS.iter().any(|key| field.entries.has(*key));
    is_whole && types::is_static_cow(types::inside_option(field.ty).unwrap_or(field.ty))
}

/// Whether the field's default also replaces values that are present.
pub(crate) fn takes_default(entries: &Entries) -> bool {
    WRAPPERS.iter().any(|wrapper| wrapper.takes_default && entries.has(wrapper.key))
}

impl<'a> Reading<'a> {
    /// Checks a field with a value of its own; `strict` is the container's.
    pub(crate) fn check(field: &'a Field<'a>, strict: bool, errors: &mut Errors) -> Self {
        check_options(field, errors);
        let wrappers = requested(&field.entries, strict).map(|wrapper| {
            let default = wrapper.takes_default.then(|| check_replacement(&field.entries, wrapper.key, errors));
            Wrapping { wrapper, default: default.flatten() }
        });
        Self { wrappers: wrappers.collect(), decoder: check_decoder(field, errors) }
    }

    /// The reading of a field without a value of its own: only reader modes.
    pub(crate) fn modes(entries: &Entries, strict: bool) -> Self {
        let modes = requested(entries, strict).filter(|wrapper| wrapper.effect == Effect::Mode);
        Self { wrappers: modes.map(|wrapper| Wrapping { wrapper, default: None }).collect(), decoder: Decoder::Type }
    }

    pub(crate) fn has(&self, key: Key) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.key == key)
    }

    /// Whether it accepts values that the type itself does not.
    pub(crate) fn widens(&self) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.effect == Effect::Widens)
    }

    /// Whether nothing can be said of a value that is incomplete.
    pub(crate) fn is_whole(&self) -> bool {
        let skips = matches!(self.decoder, Decoder::Items { skip_invalid: Some(_), .. });
        skips || !self.is_by_type() || self.has(Key::Fallback)
    }

    /// Whether it is more than the type's own decoding in some mode of the reader.
    pub(crate) fn is_changed(&self) -> bool {
        self.widens() || !matches!(self.decoder, Decoder::Type)
    }

    /// Whether the value may have another form in JSON than that of its type.
    pub(crate) fn takes_any_json(&self) -> bool {
        matches!(self.decoder, Decoder::With(_) | Decoder::Deserialize(_) | Decoder::Items { one_or_many: Some(_), .. })
    }

    /// Whether the type decodes the value: what its `Decode` says then holds for the field.
    pub(crate) fn is_by_type(&self) -> bool {
        matches!(self.decoder, Decoder::Type | Decoder::Items { .. })
    }
}

fn requested(entries: &Entries, strict: bool) -> impl Iterator<Item = &'static Wrapper> {
    WRAPPERS.iter().filter(move |wrapper| entries.has(wrapper.key) || (strict && wrapper.key == Key::Strict))
}

/// Reports wrappers that only make sense on an `Option`, or only on other types.
fn check_options(field: &Field<'_>, errors: &mut Errors) {
    let (entries, optional) = (&field.entries, types::is_option(field.ty));
    for wrapper in WRAPPERS {
        let Some(Entry { name, span, .. }) = entries.get(wrapper.key) else { continue };
        match wrapper.on_option {
            OnOption::Required(reason) if !optional => {
                errors.add(*span, format!("`{name}` is for an `Option`: {reason}"));
            }
            OnOption::NeedsDefault(reason) if optional && !entries.has(Key::Default) => {
                errors.add(*span, format!("`{name}` has no effect here: {reason}"));
            }
            OnOption::Same | OnOption::Required(_) | OnOption::NeedsDefault(_) => {}
        }
    }
}

/// What replaces a value that is not accepted: the field's own default, else that of its type.
fn check_replacement<'a>(entries: &'a Entries, key: Key, errors: &mut Errors) -> Option<Default<'a>> {
    let entry = entries.get(key)?;
    let own = entries.get(Key::Default).and_then(|default| Default::check(default, errors));
    Some(own.unwrap_or(Default::Trait(entry.span)))
}

fn check_decoder<'a>(field: &'a Field<'a>, errors: &mut Errors) -> Decoder<'a> {
    let entries = &field.entries;
    if let Some(entry) = entries.list.iter().find(|entry| DECODERS.contains(&entry.key)) {
        check_alone(entries, entry, errors);
        return check_own_decoder(field, entry);
    }
    if let Some(decoder) = check_serde_function(entries, errors) {
        entries.refuse(&ITEMS, "a serde function reads the value", errors);
        return decoder;
    }
    let span = |key| entries.get(key).map(|entry| entry.span);
    match ITEMS.map(span) {
        [None, None] if is_owned(field) => Decoder::Owned { optional: types::is_option(field.ty) },
        [None, None] => Decoder::Type,
        [one_or_many, skip_invalid] => Decoder::Items { one_or_many, skip_invalid },
    }
}

/// Reports attributes that can't be combined with `decoder`.
fn check_alone(entries: &Entries, decoder: &Entry, errors: &mut Errors) {
    let name = decoder.name;
    let others: Vec<_> = DECODERS.into_iter().filter(|key| *key != decoder.key).collect();
    entries.refuse(&others, &format!("`{name}` reads the value; remove one of them"), errors);
    entries.refuse(&ITEMS, &format!("`{name}` reads the value as a whole"), errors);
    if decoder.key != Key::With {
        entries.refuse(&[Key::Strict], &format!("`{name}` never coerces"), errors);
    }
}

fn check_own_decoder<'a>(field: &'a Field<'a>, entry: &'a Entry) -> Decoder<'a> {
    match (entry.key, entry.path()) {
        (Key::With, Some(path)) => Decoder::With(path),
        (Key::FromStr, _) => Decoder::FromStr { span: entry.span, optional: types::is_option(field.ty) },
        _ => Decoder::Serde(entry.span),
    }
}

/// serde's `with = "module"` means its function `deserialize`.
fn check_serde_function<'a>(entries: &Entries, errors: &mut Errors) -> Option<Decoder<'a>> {
    if let Some(function) = entries.get_from(Source::Serde, Key::DeserializeWith) {
        return function.parse_path(errors).map(Decoder::Deserialize);
    }
    let module = entries.get_from(Source::Serde, Key::SerdeWith)?;
    let mut path = module.parse_path(errors)?;
    path.path.segments.push(syn::Ident::new("deserialize", module.text()?.span()).into());
    Some(Decoder::Deserialize(path))
}
