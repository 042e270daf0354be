//! The tables of names.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Wire;

/// All names and aliases with the index of what they stand for, in the order that the runtime needs.
pub(super) fn table<'a>(wires: impl Iterator<Item = &'a Wire>) -> TokenStream {
    let spellings = |(index, wire): (usize, &'a Wire)| {
        wire.aliases.iter().chain([&wire.name]).map(move |spelling| (spelling.as_str(), index))
    };
    let mut sorted: Vec<_> = wires.enumerate().flat_map(spellings).collect();
    sorted.sort_by_key(|(spelling, index)| (spelling.len(), *index));
    let rows = sorted.into_iter().map(|(spelling, index)| quote!((#spelling, #index)));
    quote!(__rt::Spellings::new(&[#(#rows),*]))
}

/// The table's row of the field that is called `name` in JSON.
pub(super) fn field(name: &str, rust: &str) -> TokenStream {
    let literal = literal(name);
    quote!(__rt::Field { name: #name, rust: #rust, literal: #literal })
}

/// The name as it stands in compact JSON behind another field (RFC 8259, section 7): `,"name":`.
fn literal(name: &str) -> String {
    let mut literal = String::with_capacity(name.len() + 4);
    literal.push_str(",\"");
    for letter in name.chars() {
        match letter {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '\u{8}' => literal.push_str("\\b"),
            '\u{c}' => literal.push_str("\\f"),
            // Writing to a String does not fail.
            control if control < ' ' => drop(write!(literal, "\\u{:04x}", u32::from(control))),
            plain => literal.push(plain),
        }
    }
    literal.push_str("\":");
    literal
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn literals_are_what_serde_json_writes() {
        for name in ["id", "", "a\"b", "a\\b", "a\nb\r\t", "\u{1}\u{8}\u{c}\u{1f}", "é/😀\u{7f}"] {
            assert_eq!(literal(name), format!(",{}:", serde_json::to_string(name).unwrap()));
        }
    }
}
