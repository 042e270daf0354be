//! All that generated code calls, by names that no user's item can shadow.

pub use core::{
    clone::Clone,
    convert::Into,
    default::Default,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
};

pub use std::{
    borrow::Cow,
    fmt::Display,
    string::{String, ToString},
};

pub use serde;

pub use crate::{
    adapt::{
        empty_as_none, fallback, null_as_default, optional, sensitive, skip, strict, via_from_str, via_serde,
        via_serde_with, with,
    },
    clash::refuse_clashes,
    decode::{Compared, Decode, MapKey, Spelling, spell},
    enums::{
        Name, Names, Shared, decode_adjacent, decode_external, decode_internal, decode_name, decode_open_name,
        decode_untagged,
    },
    flatten::{Flat, check_flat, offer_flat},
    keys::{Entry, Keys},
    many::{Many, OneOrMany, item, many, one_or_many, skip_invalid},
    model::{validate, validate_field, validate_field_with},
    names::Spellings,
    positional::{
        check_item, claims_with, decode_into, decode_newtype, decode_tuple, decode_unit, validate_item,
        validate_item_with, validate_value,
    },
    problems::Problems,
    reader::{Failure, Reader},
    record::{Record, Vacancy, decode_record},
    report::Report,
    serde_door::deserialize,
    shape::{Field, Shape},
    slot::{Slot, check_slot, check_slot_or},
    visit::{
        FieldVisitor, container_default, field, field_or, field_or_container_default, flattened,
        flattened_out_of_order, positional_field, required_field,
    },
};

/// What checks the fields' rules.
pub mod rules {
    pub use crate::rules::*;
}
