//! Emits the tables of names for the runtime.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use crate::{
    model::{Target, WireNames},
    spans,
};

/// All names and aliases, each with the index of its field or variant, in the order that the runtime needs.
pub(super) fn table<'a>(wires: impl Iterator<Item = &'a WireNames>, ignore_case: bool) -> TokenStream {
    let (table, ignoring_case) = (table_of(wires, false), ignore_case.then(|| quote!(.ignoring_case())));
    quote!(#table #ignoring_case)
}

/// The names with quotes, or the `bare` ones.
fn table_of<'a>(wires: impl Iterator<Item = &'a WireNames>, bare: bool) -> TokenStream {
    let spellings = |(index, wire): (usize, &'a WireNames)| {
        let wanted = wire.all().filter(move |spelling| wire.is_bare(spelling) == bare);
        wanted.map(move |spelling| (spelling.as_str(), index))
    };
    let mut sorted: Vec<_> = wires.enumerate().flat_map(spellings).collect();
    sorted.sort_by_key(|(spelling, index)| (spelling.len(), *index));
    let rows = sorted.into_iter().map(|(spelling, index)| quote!((#spelling, #index)));
    quote!(__rt::Spellings::new(&[#(#rows),*]))
}

/// The table `__NAMES` of the variants of an enum.
pub(super) fn names<'a>(
    target: &Target<'_>,
    wires: impl Iterator<Item = &'a WireNames> + Clone,
    ignore_case: bool,
    default: Option<usize>,
) -> TokenStream {
    let name = target.ident.unraw().to_string();
    let variants = wires.clone().map(|wire| &wire.name);
    let bare = if wires.clone().all(|wire| wire.bare.is_empty()) {
        quote!(__rt::None)
    } else {
        let table = table_of(wires.clone(), true);
        quote!(__rt::Some(const { &#table }))
    };
    let spellings = table(wires, ignore_case);
    let default = default.map_or_else(|| quote!(__rt::None), |index| quote!(__rt::Some(#index)));
    quote! {
        const __NAMES: &__rt::VariantNames = &__rt::VariantNames {
            name: #name,
            variants: &[#(#variants),*],
            spellings: #spellings,
            bare: #bare,
            default: #default,
        };
    }
}

/// Whether a name of a variant may start with the byte `__first`.
pub(super) fn may_start_with<'a>(wires: impl Iterator<Item = &'a WireNames>) -> TokenStream {
    let mut first = quote!(b'"');
    let (mut number, mut word) = (false, false);
    for (wire, name) in wires.flat_map(|wire| wire.all().map(move |name| (wire, name))) {
        number |= name.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        word |= wire.is_bare(name) && (name == "true" || name == "false");
    }
    if number {
        first.extend(quote!(|b'-'| b'0'..=b'9'));
    }
    if word {
        first.extend(quote!(|b't'| b'f'));
    }
    if number || word {
        quote_spanned!(spans::hidden()=> ::core::matches!(__first, #first))
    } else {
        quote_spanned!(spans::hidden()=> __first == b'"')
    }
}

/// The row for the field called `name` in JSON.
pub(super) fn field(name: &str, rust: &str) -> TokenStream {
    let key = key(name);
    quote!(__rt::Field::new(#name, #rust, #key))
}

/// The name as a key in JSON (RFC 8259, section 7), with the colon: `"name":`.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 3);
    key.push('"');
    for letter in name.chars() {
        match letter {
            '"' => key.push_str("\\\""),
            '\\' => key.push_str("\\\\"),
            '\n' => key.push_str("\\n"),
            '\r' => key.push_str("\\r"),
            '\t' => key.push_str("\\t"),
            '\u{8}' => key.push_str("\\b"),
            '\u{c}' => key.push_str("\\f"),
            // Writing to a String can't fail.
            control if control < ' ' => drop(write!(key, "\\u{:04x}", u32::from(control))),
            plain => key.push(plain),
        }
    }
    key.push_str("\":");
    key
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_are_what_serde_json_writes() {
        for name in ["id", "", "a\"b", "a\\b", "a\nb\r\t", "\u{1}\u{8}\u{c}\u{1f}", "é/😀\u{7f}"] {
            assert_eq!(key(name), format!("{}:", serde_json::to_string(name).unwrap()));
        }
    }
}
