//! Tests that no attribute is accepted and then ignored.

use super::expand_to_text;
use crate::table::{Place, Source, Use};

/// Types that together take every field attribute.
const TYPES: [&str; 6] = ["String", "u8", "Option<u8>", "Option<String>", "Vec<String>", "Inner"];

fn expand_field(container: &str, attribute: &str, ty: &str) -> String {
    let text = format!("#[derive(ConnectModel)] {container} struct Model {{ {attribute} a: {ty}, b: u8 }}");
    expand_to_text(&syn::parse_str(&text).unwrap())
}

/// Whether the attribute is accepted on some field, and changes the code there.
fn has_effect(attribute: &str) -> bool {
    let on = |container, ty| {
        let text = expand_field(container, attribute, ty);
        !text.contains("compile_error") && text != expand_field(container, "", ty)
    };
    TYPES.iter().any(|ty| on("", ty) || on("#[connect(partial)]", ty))
}

#[test]
fn no_field_attribute_is_accepted_and_ignored() {
    let mut ignored = Vec::new();
    for source in [Source::Connect, Source::Serde] {
        let rows = source.table().filter(|row| row.place == Place::Field && matches!(row.used, Use::Means(..)));
        let attributes = rows.map(|row| format!("#[{}({})]", source.as_str(), row.example));
        ignored.extend(attributes.filter(|attribute| !has_effect(attribute)));
    }
    assert!(ignored.is_empty(), "accepted and ignored: {ignored:?}");
}

/// Types that many attributes fit, so that pairs of them do.
const SHARED: [&str; 6] =
    ["String", "Option<String>", "Option<u8>", "Vec<String>", "Option<Vec<String>>", "BTreeMap<String, String>"];

/// The attributes that each have an effect on a field of this type, with the expansions.
fn effective_on(ty: &str) -> Vec<(&'static str, String)> {
    let plain = expand_field("", "", ty);
    let rows = Source::Connect.table().filter(|row| row.place == Place::Field);
    let expanded = rows.map(|row| (row.example, expand_field("", &format!("#[connect({})]", row.example), ty)));
    expanded.filter(|(_, text)| !text.contains("compile_error") && *text != plain).collect()
}

/// What is wrong with two attributes on the same field, if anything.
fn find_fault(
    ty: &str,
    (first, first_alone): &(&str, String),
    (second, second_alone): &(&str, String),
) -> Option<String> {
    let both = expand_field("", &format!("#[connect({first}, {second})]"), ty);
    // Some examples have two attributes, and each may be refused.
    let examples =
        [first, second].map(|example| 1 + usize::from(example.contains(", alias") || example.contains(", zone")));
    let fault = match both.matches("compile_error").count() {
        0 if both == *first_alone => format!("`{second}` is ignored"),
        0 if both == *second_alone => format!("`{first}` is ignored"),
        errors if errors > examples[0].max(examples[1]) => format!("{errors} errors"),
        _ => return None,
    };
    Some(format!("`{first}, {second}` on {ty}: {fault}"))
}

#[test]
fn two_attributes_of_a_field_mean_both_or_are_one_error() {
    let mut faults = Vec::new();
    for ty in SHARED {
        let effective = effective_on(ty);
        for (index, first) in effective.iter().enumerate() {
            faults.extend(effective.iter().skip(index + 1).filter_map(|second| find_fault(ty, first, second)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
