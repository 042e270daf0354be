//! How much a field costs to compile, measured in lines of generated code.

use super::expand_to_pretty_text;

/// The expanded lines of a struct with so many plain fields.
fn count_lines(fields: usize) -> usize {
    let fields: Vec<_> = (0..fields).map(|index| format!("field_{index}: String")).collect();
    expand_to_pretty_text(&format!("struct Model {{ {} }}", fields.join(", "))).lines().count()
}

#[test]
fn a_plain_field_adds_at_most_twenty_lines() {
    // As prettyplease breaks lines, of 89 characters; rustc's own printer makes 10 of these.
    assert_eq!((count_lines(12) - count_lines(2)) / 10, 20);
}
