//! The fields of CSV records, which are text that has no type.
//!
//! Asked for any value, `csv` guesses: `007` becomes `7`, and `1.10` becomes `1.1`. Asked for text, it passes the field
//! as it is; then a number is read from it if the model's field is one, as from any string.

use std::{any::type_name, fmt};

use serde::de::{Deserializer, Error, Visitor};

/// Whether this is the deserializer of `csv`. Nothing but its name tells, since other deserializers refuse a request for
/// text where they have something else.
pub(super) fn is_cell<D>() -> bool {
    type_name::<D>().trim_start_matches("&mut ").starts_with("csv::")
}

/// Passes a field of a record to a visitor: as text, or as null if it is blank and `blank_is_null` says so.
pub(super) struct Cell<V, F> {
    pub(super) visitor: V,
    pub(super) blank_is_null: F,
}

impl<'de, V: Visitor<'de>, F: FnOnce() -> bool> Visitor<'de> for Cell<V, F> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        if (self.blank_is_null)() { self.visitor.visit_unit() } else { self.visitor.visit_str("") }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_str(self.visitor)
    }
}
