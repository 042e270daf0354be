//! All that generated code calls, by names that no user's item can shadow.

pub use core::{
    cmp::{Eq, PartialEq},
    convert::Into,
    default::Default,
    hash::Hash,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
};

pub use serde;

pub use crate::{
    adapt::{
        empty_as_none, fallback, null_as_default, optional, sensitive, strict, via_from_str, via_serde, with,
    },
    decode::Decode,
    enums::{
        Claim, Name, Names, decode_content, decode_external, decode_name, decode_open_name, decode_tag,
        decode_untagged, finish_external, finish_tagged, offer_external, offer_tagged,
    },
    flatten::{Flat, Flatten},
    hidden::without_tag,
    positional::{check_item, decode_newtype, decode_tuple},
    keys::Entry,
    many::{Many, OneOrMany, item, one_or_many, skip_invalid},
    model::{validate, validate_field, validate_field_with},
    names::Spellings,
    problems::Problems,
    reader::{Failure, Reader},
    record::{Record, Slot, Vacancy, check_slot, decode_record, fill, fill_with},
    report::Report,
    serde_door::deserialize,
    shape::{Field, Shape},
};

/// What checks the fields' rules.
pub mod rules {
    pub use crate::rules::*;
}
