//! The intended differences from serde. Nothing else may differ.

use std::fmt;

/// What a case of a difference may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    /// Only ConnectModel accepts the input.
    OnlyHere,
    /// Only serde accepts it.
    OnlySerde,
    /// Both accept it, as different values.
    OtherValue,
}

use Effect::{OnlyHere, OnlySerde, OtherValue};

/// A difference that is meant.
pub(crate) struct Difference {
    pub(crate) name: &'static str,
    /// Each of these must be shown by a case.
    pub(crate) effects: &'static [Effect],
    /// What happens here and in serde, in the words of the guide.
    pub(crate) sentence: &'static str,
    pub(crate) why: &'static str,
}

impl fmt::Debug for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {} (since {})", self.name, self.sentence, self.why)
    }
}

macro_rules! differences {
    ($($name:ident: $text:literal, [$($effect:ident),+], $sentence:literal, $why:literal;)*) => {
        $(pub(crate) static $name: Difference =
            Difference { name: $text, effects: &[$($effect),+], sentence: $sentence, why: $why };)*

        pub(crate) static ALL: &[&Difference] = &[$(&$name),*];
    };
}

differences! {
    NUMBER_IN_STRING: "number-in-string", [OnlyHere],
        "A string is accepted for a number if its whole content is a JSON number; `strict` turns this off.",
        "APIs quote numbers to keep their digits";
    STRING_FROM_NUMBER: "string-from-number", [OnlyHere],
        "A number is accepted for a string, as its exact text; `strict` turns this off.",
        "ids change from strings to numbers and back";
    BOOL_IN_STRING: "bool-in-string", [OnlyHere],
        "`\"true\"` and `\"false\"` are accepted for a bool; `strict` turns this off.",
        "form fields and query parameters are passed on as strings";
    INTEGRAL_FLOAT: "integral-float", [OnlyHere, OtherValue],
        "An integer may be spelled as any number of integral value: `5.0`, `5e2`, and as the key of a map `\"1.0\"` or `\"-0\"`.",
        "JSON has one kind of number, and many writers add `.0`";
    ESCAPED_KEY: "escaped-key", [OnlyHere],
        "A key that is a number or a bool may have escapes; `serde_json` refuses them.",
        "a string means the same however it is spelled";
    BUFFERED_NUMBER_KEY: "buffered-number-key", [OnlyHere],
        "Integer keys work in maps inside `flatten` and internally tagged enums, where serde has buffered them as strings.",
        "nothing is buffered here";
    BUFFERED_I128: "buffered-i128", [OnlyHere],
        "So do integers of 128 bits and `RawValue`, which serde can't take out of its buffer.",
        "nothing is buffered here";
    ABSENT_PHANTOM: "absent-phantom", [OnlyHere],
        "A `PhantomData` field needs no key, with or without `default`.",
        "it has no data that could be missing";
    ABSENT_NEWTYPE: "absent-newtype", [OnlyHere],
        "A newtype of an `Option` needs no key, since whether a key may be absent is up to the type.",
        "an alias, a newtype and a type parameter mean the same as the `Option` itself";
    NESTED_OPTION: "nested-option", [OtherValue],
        "`Option<Option<T>>` tells null, `Some(None)`, from an absent key, `None`; in serde both are `None`.",
        "patch APIs give them different meanings";
    OTHER_DROPS_CONTENT: "other-drops-content", [OnlyHere],
        "`other` on a unit variant drops the content of the unknown variant too, where serde accepts only null.",
        "a new variant may well have content";
    SURPLUS_ITEMS: "surplus-items", [OnlyHere],
        "A tuple or tuple struct skips items after its last position, as unknown fields; `[T; N]` takes exactly `N`.",
        "arrays grow at their end as objects gain keys";
    UNTAGGED_DRIFT: "untagged-drift", [OtherValue],
        "An untagged enum takes the first variant without drift, so unknown fields send a value on to a later variant that has them.",
        "it is the variant that describes the value best";
    STRUCT_FROM_ARRAY: "struct-from-array", [OnlySerde],
        "A struct is read from an object only; serde takes an array of its fields' values in order, too.",
        "an API that sends an array means something else";
    TAG_FROM_ARRAY: "tag-from-array", [OnlySerde],
        "So is a tagged enum; serde takes an array whose first item is the tag.",
        "an API that sends an array means something else";
    UNIT_FROM_OBJECT: "unit-from-object", [OnlySerde],
        "An enum of names is read from a string, or a number that is spelled as the name; serde takes `{\"Free\": null}`, too.",
        "no API writes a name like this";
    TAG_BY_INDEX: "tag-by-index", [OnlySerde],
        "A tag is a name, while serde takes the index of a variant for the tag of a flattened enum.",
        "the order of the variants is nobody's contract";
    DUPLICATE_MAP_KEY: "duplicate-map-key", [OnlySerde],
        "A duplicate key in a map is a `duplicate_field` problem; serde keeps the last value.",
        "one of the two values would be lost";
    SAME_VALUE_AGAIN: "same-value-again", [OnlyHere],
        "A field's key that comes again with the same value is drift; serde refuses it.",
        "nothing is lost, and a writer that repeats itself is no reason to refuse a record";
    TWO_VARIANTS: "two-variants", [OnlySerde],
        "So are the names of two variants of a flattened enum in one object; serde takes the first.",
        "it is ambiguous what the object is";
    FLATTENED_OPTION: "flattened-option", [OnlySerde],
        "A flattened `Option` is `None` only if none of its keys is there; in serde it is `None` for any problem inside.",
        "problems would be lost";
    FLATTENED_MAP_FIRST: "flattened-map-first", [OtherValue],
        "A flattened map gets only the keys that no other field takes, wherever it is declared.",
        "the order of fields should not change their meaning";
    DENY_WITH_MAP: "deny-with-map", [OnlyHere],
        "`deny_unknown_fields` beside a flattened map denies nothing, since the map takes every key; serde refuses what the map took.",
        "a key that a field takes is not unknown";
    SATURATING: "saturating", [OnlySerde],
        "`Saturating<T>` rejects a number that is out of range, where serde saturates it in silence.",
        "the number would be lost";
    DEPTH_128: "depth-128", [OnlyHere],
        "Nesting of 128 levels is accepted and 129 are refused; `serde_json` accepts 127.",
        "128 is the depth that the limit names";
    DEPTH_OF_SKIPPED: "depth-of-skipped", [OnlySerde],
        "The limit holds inside unknown fields and `RawValue`, too, where `serde_json` has none.",
        "whatever reads the value next would have to cope with it";
}
