//! How a field's value is read: attributes that wrap its decoding, and attributes that replace it.

pub(crate) mod emit;
mod json_string;
pub(crate) mod sentinels;
pub(crate) mod text;
pub(crate) mod wrappers;

use std::borrow::Cow;

use proc_macro2::Span;
use syn::ExprPath;

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
    formats::Formats,
    rules::{Change, Rule},
    table::{Key, Source},
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

/// What decodes a field's value; spans are those of the attributes that choose it.
pub(crate) enum Decoder<'a> {
    /// Its type.
    Type,
    /// Its type, item by item.
    Items { one_or_many: Option<Span>, skip_invalid: Option<Span>, inside: Inside<'a> },
    /// The function `decode` of a module.
    With(Cow<'a, ExprPath>),
    /// The type's serde implementation.
    Serde(Span),
    /// A function that takes a deserializer.
    Deserialize(ExprPath),
    /// The `FromStr` of the type, or of the one in the `Option`.
    FromStr { span: Span, optional: bool },
    /// Formats of dates and times.
    Formats(Formats),
    /// The owned form of a `Cow<'static, ..>`, or of the one in the `Option`.
    Owned { optional: bool },
}

/// What reads the parts of a value in place of their types.
#[derive(std::default::Default)]
pub(crate) struct Inside<'a> {
    /// The module that reads the keys.
    pub(crate) keys: Option<&'a ExprPath>,
    /// What reads an item.
    pub(crate) item: Option<Box<Decoder<'a>>>,
    /// How the text of an item is changed.
    pub(crate) changes: Vec<Change>,
}

/// The attributes of `connect` that decode a value in place of its type.
const DECODERS: [Key; 4] = [Key::With, Key::Serde, Key::FromStr, Key::Format];

/// Attributes about what is inside all wrappers, and around the decoder.
const INSIDE: [Key; 4] = [Key::JsonString, Key::Trim, Key::Lowercase, Key::Uppercase];

/// The attributes that have the type decode its items.
const ITEMS: [Key; 2] = [Key::OneOrMany, Key::SkipInvalid];

/// All attributes that decide how a value is read.
pub(crate) fn keys() -> impl Iterator<Item = Key> {
    WRAPPERS.iter().map(|wrapper| wrapper.key).chain(INSIDE).chain(DECODERS).chain(ITEMS).chain([Key::Keys, Key::Zone])
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
pub(crate) fn is_whole(entry: &Entry) -> bool {
    is_decoder(entry.key) || converts(entry) || matches!(entry.key, Key::Fallback | Key::SkipInvalid | Key::JsonString)
}

/// Whether an attribute says that something other than the field's type decodes the value, or a part of it.
pub(crate) fn is_foreign(entries: &Entries) -> bool {
    entries.list.iter().any(|entry| is_decoder(entry.key) || converts(entry))
}

/// Whether something other than its type reads a part of the value.
pub(crate) fn converts(entry: &Entry) -> bool {
    entry.key == Key::Keys || entry.rule().is_some_and(Rule::converts)
}

/// Whether the field's type decodes the value. A `Cow<'static, ..>` would have to borrow from the input.
pub(crate) fn is_by_type(field: &Field<'_>) -> bool {
    !is_foreign(&field.entries) && !is_owned(field)
}

fn is_owned(field: &Field<'_>) -> bool {
    let is_whole = !ITEMS.iter().any(|key| field.entries.has(*key));
    is_whole && types::is_static_cow(types::inside_option(field.ty).unwrap_or(field.ty))
}

/// Whether a value that is present may become the `Default` of its type, where the field has no default of its own.
/// `of_container` is whether the struct has one.
pub(crate) fn takes_default_of_type(entries: &Entries, of_container: bool) -> bool {
    entries.has(Key::Fallback) || (entries.has(Key::DefaultIf) && !of_container)
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
            decoder: check_decoder(field, errors),
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

fn check_decoder<'a>(field: &'a Field<'a>, errors: &mut Errors) -> Decoder<'a> {
    let entries = &field.entries;
    if !entries.has(Key::Format) && !entries.broken {
        entries.refuse(&[Key::Zone], "it is the zone of a `format`, which is missing", errors);
    }
    if let Some(entry) = entries.list.iter().find(|entry| DECODERS.contains(&entry.key)) {
        check_alone(entries, entry, errors);
        return check_own_decoder(field, entry, errors);
    }
    if let Some(decoder) = check_serde_function(entries, errors) {
        entries.refuse(&ITEMS, "a serde function reads the value", errors);
        text::refuse_in_items(entries, "a serde function reads the value", errors);
        refuse_inside(entries, "a serde function reads the value", errors);
        return decoder;
    }
    let span = |key| entries.get(key).map(|entry| entry.span);
    let inside = Inside::of(entries);
    match ITEMS.map(span) {
        [None, None] if !inside.is_by_type() => Decoder::Items { one_or_many: None, skip_invalid: None, inside },
        [None, None] if is_owned(field) => Decoder::Owned { optional: types::is_option(field.ty) },
        [None, None] => Decoder::Type,
        [one_or_many, skip_invalid] => {
            if inside.keys.is_some() {
                entries.refuse(&[Key::OneOrMany], "it is for a list, and `keys` for a map; remove one of them", errors);
            }
            Decoder::Items { one_or_many, skip_invalid, inside }
        }
    }
}

impl<'a> Inside<'a> {
    fn of(entries: &'a Entries) -> Self {
        let rules = entries.all(Key::Rule).filter_map(Entry::rule);
        Self::of_rules(entries.get(Key::Keys).and_then(Entry::path), &rules.collect::<Vec<_>>())
    }

    fn of_rules(keys: Option<&'a ExprPath>, rules: &[&'a Rule]) -> Self {
        let changes = rules.iter().flat_map(|rule| rule.constraint.item_changes()).copied().collect();
        Self { keys, item: decoder_of_items(rules.iter().copied()), changes }
    }

    /// Whether the types of all parts read them.
    pub(crate) fn is_by_type(&self) -> bool {
        self.keys.is_none() && self.item.is_none() && self.changes.is_empty()
    }
}

/// What reads an item, if one of the `rules` is an `each` that says so.
fn decoder_of_items<'a>(mut rules: impl Iterator<Item = &'a Rule>) -> Option<Box<Decoder<'a>>> {
    rules.find_map(|rule| {
        let reading = rule.constraint.item_reading()?;
        if let Some(module) = &reading.with {
            return Some(Box::new(Decoder::With(Cow::Borrowed(module))));
        }
        if !reading.formats.is_empty() {
            let formats = Formats::check(reading.formats.iter(), reading.zone.as_ref(), &mut Errors::default());
            return formats.map(|formats| Box::new(Decoder::Formats(formats)));
        }
        let inside = Inside::of_rules(reading.keys.as_ref(), &rule.constraint.item_rules().iter().collect::<Vec<_>>());
        (!inside.is_by_type()).then(|| Box::new(Decoder::Items { one_or_many: None, skip_invalid: None, inside }))
    })
}

/// Reports what would read the parts of a value that is read as a whole.
pub(crate) fn refuse_inside(entries: &Entries, reason: &str, errors: &mut Errors) {
    for entry in entries.list.iter().filter(|entry| converts(entry)) {
        let name = if entry.key == Key::Keys { "keys(with = ..)" } else { "each(with = ..)" };
        errors.add(entry.span, format!("`{name}` has no effect here: {reason}"));
    }
}

/// Reports attributes that can't be combined with `decoder`.
fn check_alone(entries: &Entries, decoder: &Entry, errors: &mut Errors) {
    let name = decoder.name;
    let others: Vec<_> = DECODERS.into_iter().filter(|key| *key != decoder.key).collect();
    entries.refuse(&others, &format!("`{name}` reads the value; remove one of them"), errors);
    entries.refuse(&ITEMS, &format!("`{name}` reads the value as a whole"), errors);
    text::refuse_in_items(entries, &format!("`{name}` reads the value as a whole"), errors);
    refuse_inside(entries, &format!("`{name}` reads the value as a whole"), errors);
    if !matches!(decoder.key, Key::With | Key::Format) && !entries.has(Key::JsonString) {
        entries.refuse(&[Key::Strict], &format!("`{name}` never coerces"), errors);
    }
}

fn check_own_decoder<'a>(field: &'a Field<'a>, entry: &'a Entry, errors: &mut Errors) -> Decoder<'a> {
    match (entry.key, entry.path()) {
        (Key::Format, _) => {
            let texts = field.entries.all(Key::Format).filter_map(Entry::text);
            let formats = Formats::check(texts, field.entries.get(Key::Zone).and_then(Entry::text), errors);
            formats.map_or(Decoder::Type, Decoder::Formats)
        }
        (Key::With, Some(path)) => Decoder::With(Cow::Borrowed(path)),
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
    if is_ready_made(&path) {
        return Some(Decoder::With(Cow::Owned(path)));
    }
    path.path.segments.push(syn::Ident::new("deserialize", module.text()?.span()).into());
    Some(Decoder::Deserialize(path))
}

/// Whether the path is that of a module of the runtime, which also has a `decode` that says what it coerced.
fn is_ready_made(path: &ExprPath) -> bool {
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(&*names, [runtime, with, _] if runtime == "connect_runtime" && with == "with")
}
