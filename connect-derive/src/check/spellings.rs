//! Works out the names of fields and variants in JSON, and reports duplicate spellings.

use std::collections::{HashMap, hash_map};

use proc_macro2::Span;
use syn::{Ident, LitStr, ext::IdentExt};

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
    taken: HashMap<String, String>,
}

/// Where a spelling comes from.
#[derive(Clone, Copy)]
enum Origin {
    Name,
    Alias,
    AliasAll,
}

impl Spellings {
    pub(super) fn of_fields(casings: Casings) -> Self {
        Self { what: "field", apply: Casing::apply_to_field, casings, taken: HashMap::new() }
    }

    pub(super) fn of_variants(casings: Casings) -> Self {
        Self { what: "variant", apply: Casing::apply_to_variant, casings, taken: HashMap::new() }
    }

    /// The names of a field or variant. If its attributes are broken, the remaining ones may give the wrong names.
    pub(super) fn wire(&mut self, ident: &Ident, entries: &Entries, errors: &mut Errors) -> WireNames {
        let rust = ident.unraw().to_string();
        if entries.broken {
            return WireNames { name: rust, aliases: Vec::new() };
        }
        let cased = |casing: Option<Casing>| casing.map(|casing| (self.apply)(casing, &rust));
        let renamed = entries.get(Key::Rename).and_then(Entry::text);
        let own = renamed.map(LitStr::value).or_else(|| cased(self.casings.rename));
        let name = own.unwrap_or_else(|| rust.clone());
        let made = cased(self.casings.alias).filter(|made| renamed.is_none() && *made != name);
        let mut aliases = Vec::new();
        self.take(&name, &rust, Origin::Name, renamed.map_or(ident.span(), LitStr::span), errors);
        for entry in entries.all(Key::Alias) {
            let Some(text) = entry.text() else { continue };
            aliases.extend(self.take(&text.value(), &rust, Origin::Alias, text.span(), errors));
        }
        aliases.extend(made.and_then(|made| self.take(&made, &rust, Origin::AliasAll, ident.span(), errors)));
        WireNames { name, aliases }
    }

    /// Records the spelling and returns it, if it is new.
    fn take(&mut self, spelling: &str, rust: &str, origin: Origin, span: Span, errors: &mut Errors) -> Option<String> {
        match self.taken.entry(spelling.to_owned()) {
            hash_map::Entry::Vacant(entry) => {
                entry.insert(rust.to_owned());
                return Some(spelling.to_owned());
            }
            // Two attributes may give a field the same spelling.
            hash_map::Entry::Occupied(entry) if entry.get() == rust => {}
            hash_map::Entry::Occupied(entry) => {
                errors.add(span, describe_duplicate(self.what, spelling, entry.get(), rust, origin));
            }
        }
        None
    }
}

fn describe_duplicate(what: &str, spelling: &str, first: &str, second: &str, origin: Origin) -> String {
    let remedy = match origin {
        Origin::Name => "give one of them another name with `rename = \"..\"`",
        Origin::Alias => "remove this alias",
        Origin::AliasAll => "`alias_all` adds it as a second name here, so name this one with `rename = \"..\"`",
    };
    format!("`{spelling}` would name two {what}s, `{first}` and `{second}`: {remedy}")
}
