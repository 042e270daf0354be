//! Tags of CBOR, which `ciborium` passes as the variants of an enum with two items: the tag's number and the value.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, SeqAccess, Visitor};

/// The name of the variant of tagged values.
pub(super) const TAGGED: &str = "@@TAGGED@@";

/// Reads the value and leaves out the tag, since the model says what the value means.
pub(super) struct Tagged<S>(pub(super) S);

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Tagged<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tag and its value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<S::Value, A::Error> {
        items.next_element::<IgnoredAny>()?;
        items.next_element_seed(self.0)?.ok_or_else(|| A::Error::custom("a tag has no value"))
    }
}
