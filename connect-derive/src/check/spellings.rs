//! Works out the names of fields and variants in JSON, and reports duplicate spellings.

use std::collections::{HashMap, hash_map};

use proc_macro2::Span;
use syn::{Ident, ext::IdentExt};

use super::context::Casings;
use crate::{
    attributes::raw::{Entries, Entry},
    case::Casing,
    errors::Errors,
    model::WireNames,
    table::Key,
};

/// The spellings of the fields or variants so far, each with its name in Rust.
pub(super) struct Spellings {
    /// "field" or "variant".
    what: &'static str,
    apply: fn(Casing, &str) -> String,
    casings: Casings,
    /// Each with whether it has no quotes.
    taken: HashMap<String, (String, bool)>,
    /// The same in lower case, where the case is ignored.
    folded: Option<HashMap<String, String>>,
}

/// Where a spelling comes from.
#[derive(Clone, Copy)]
enum Origin {
    Name,
    Alias,
    AliasAll,
}

impl Spellings {
    pub(super) fn of_fields(casings: Casings, ignore_case: bool) -> Self {
        Self::new("field", Casing::apply_to_field, casings, ignore_case)
    }

    pub(super) fn of_variants(casings: Casings, ignore_case: bool) -> Self {
        Self::new("variant", Casing::apply_to_variant, casings, ignore_case)
    }

    fn new(what: &'static str, apply: fn(Casing, &str) -> String, casings: Casings, ignore_case: bool) -> Self {
        Self { what, apply, casings, taken: HashMap::new(), folded: ignore_case.then(HashMap::new) }
    }

    /// The names of a field or variant. If its attributes are broken, the remaining ones may give the wrong names.
    pub(super) fn wire(&mut self, ident: &Ident, entries: &Entries, errors: &mut Errors) -> WireNames {
        let rust = ident.unraw().to_string();
        if entries.broken {
            return WireNames::of(rust);
        }
        let cased = |casing: Option<Casing>| casing.map(|casing| (self.apply)(casing, &rust));
        let renamed = entries.get(Key::Rename).and_then(Entry::name);
        let made = |casing| Some((cased(casing)?, ident.span(), false));
        let written = renamed.clone().or_else(|| made(self.casings.rename));
        let own = written.unwrap_or_else(|| (rust.clone(), ident.span(), false));
        let alias_all = made(self.casings.alias).filter(|made| renamed.is_none() && made.0 != own.0);
        let mut wire = WireNames::of(own.0.clone());
        wire.bare.extend(own.2.then(|| own.0.clone()));
        self.take(&own, &rust, Origin::Name, errors);
        let written = entries.all(Key::Alias).filter_map(Entry::name).map(|alias| (alias, Origin::Alias));
        for (alias, origin) in written.chain(alias_all.map(|made| (made, Origin::AliasAll))) {
            if self.take(&alias, &rust, origin, errors) {
                wire.bare.extend(alias.2.then(|| alias.0.clone()));
                wire.aliases.push(alias.0);
            }
        }
        wire
    }

    /// Records the spelling, at this place in the source; returns whether it is new.
    fn take(
        &mut self,
        (spelling, span, bare): &(String, Span, bool),
        rust: &str,
        origin: Origin,
        errors: &mut Errors,
    ) -> bool {
        match self.taken.entry(spelling.clone()) {
            hash_map::Entry::Vacant(entry) => {
                entry.insert((rust.to_owned(), *bare));
                self.take_folded(spelling, rust, *span, errors);
                return true;
            }
            // Two attributes may give a field the same spelling.
            hash_map::Entry::Occupied(entry) if entry.get().0 == rust => {
                if entry.get().1 != *bare {
                    errors.add(*span, describe_quotes(spelling));
                }
            }
            hash_map::Entry::Occupied(entry) => {
                errors.add(*span, describe_duplicate(self.what, spelling, &entry.get().0, rust, origin));
            }
        }
        false
    }

    fn take_folded(&mut self, spelling: &str, rust: &str, span: Span, errors: &mut Errors) {
        let Some(folded) = &mut self.folded else { return };
        let first = folded.entry(spelling.to_ascii_lowercase()).or_insert_with(|| rust.to_owned());
        if first != rust {
            errors.add(span, describe_case(self.what, spelling, first, rust));
        }
    }
}

fn describe_case(what: &str, spelling: &str, first: &str, second: &str) -> String {
    format!(
        "`{spelling}` would name two {what}s, `{first}` and `{second}`, since `ignore_case` is on: give one of them \
         another name, or remove `ignore_case`"
    )
}

fn describe_quotes(spelling: &str) -> String {
    format!(
        "`{spelling}` is given both with and without quotes: keep the one that the API writes, the other is accepted as \
         drift"
    )
}

fn describe_duplicate(what: &str, spelling: &str, first: &str, second: &str, origin: Origin) -> String {
    let remedy = match origin {
        Origin::Name => "give one of them another name with `rename = \"..\"`",
        Origin::Alias => "remove this alias",
        Origin::AliasAll => "`alias_all` adds it as a second name here, so name this one with `rename = \"..\"`",
    };
    format!("`{spelling}` would name two {what}s, `{first}` and `{second}`: {remedy}")
}
