//! Tests that the docs of the derive list what there is.

use crate::{
    reading::wrappers::WRAPPERS,
    table::{Place, Source},
};

/// The section of the docs about attributes at `place`.
fn section(place: Place) -> &'static str {
    let heading = match place {
        Place::Container => "# On the container",
        Place::Field => "# On a field",
        Place::Variant => "# On a variant",
    };
    let (_, rest) = include_str!("lib.rs").split_once(&format!("/// {heading}\n")).unwrap();
    rest.split_once("/// # ").unwrap().0
}

#[test]
fn the_docs_list_every_attribute_and_no_other() {
    for place in [Place::Container, Place::Field, Place::Variant] {
        let rows = section(place).lines().filter_map(|line| line.strip_prefix("/// | `"));
        let mut documented: Vec<_> = rows.filter_map(|row| row.split([' ', '`', '(']).next()).collect();
        documented.dedup();
        let known: Vec<_> = Source::Connect.table().filter(|row| row.place == place).map(|row| row.name).collect();
        assert_eq!(documented, known, "{place:?}");
    }
}

#[test]
fn the_docs_list_the_wrappers_from_the_outside_to_the_inside() {
    let names: Vec<_> = WRAPPERS.iter().map(|wrapper| format!("`{}`", wrapper.function)).collect();
    let docs = include_str!("lib.rs").replace("\n///", "");
    assert!(docs.contains(&format!("From the outside to the inside they are: {}, and then", names.join(", "))));
}

#[test]
fn the_docs_name_every_serde_attribute() {
    let (_, docs) = include_str!("lib.rs").split_once("/// # Attributes of serde\n").unwrap();
    let (docs, _) = docs.split_once("#[proc_macro_derive").unwrap();
    for row in Source::Serde.table() {
        assert!(docs.contains(&format!("`{}`", row.name)), "{} is not documented", row.name);
    }
}
