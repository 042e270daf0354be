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
