//! Measures how much a field costs to compile, in lines of generated code.

use super::expand_to_pretty_text;

/// The lines of code for a struct of plain fields.
fn count_lines(fields: usize) -> usize {
    let fields: Vec<_> = (0..fields).map(|index| format!("field_{index}: String")).collect();
    expand_to_pretty_text(&format!("struct Model {{ {} }}", fields.join(", "))).lines().count()
}

#[test]
fn a_plain_field_adds_at_most_twenty_lines() {
    // prettyplease breaks lines at 89 characters; in the format of rustc's own printer they are 10.
    assert_eq!((count_lines(12) - count_lines(2)) / 10, 20);
}
