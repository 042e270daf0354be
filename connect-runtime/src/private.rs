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
    adapters::{
        empty_as_none, fallback,
        foreign::{via_from_str, via_serde, via_serde_with, with},
        items::{Many, OneOrMany, item, many, one_or_many, skip_invalid},
        null_as_default, sensitive, skip, strict,
    },
    decode::{Compared, Decode, MapKey, Spelling, spell},
    enums::{
        Name, Names, Shared, decode_adjacent, decode_external, decode_internal, decode_name, decode_open_name,
        decode_untagged,
    },
    model::validate,
    object::{
        Record, decode_record,
        flat::{Flat, check_flat, offer_flat},
        keys::Keys,
        positional::{claims_with, decode_into, decode_newtype, decode_tuple, decode_unit},
        slot::{Slot, check_slot, check_slot_or},
        vacancy::Vacancy,
        validate::{
            check_item, validate_field, validate_field_with, validate_item, validate_item_with, validate_value,
        },
        visit::{
            FieldVisitor, container_default, field, field_at_position, field_or, field_or_container_default, flattened,
            flattened_out_of_order, required_field,
        },
    },
    reader::{Entry, Failure, Reader},
    report::{Problems, Report},
    serde_bridge::deserialize,
    shape::{Field, Shape, Spellings, overlap::refuse_clashes},
    types::wrappers::optional,
};

/// What checks the fields' rules.
pub mod rules {
    pub use crate::rules::*;
}
