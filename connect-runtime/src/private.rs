//! All that generated code calls, by names that no user's item can shadow.

pub use core::{
    convert::Into,
    default::Default,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
};

pub use serde;

pub use crate::{
    adapt::strict,
    decode::Decode,
    model::{validate, validate_field},
    names::Spellings,
    problems::Problems,
    reader::{Failure, Reader},
    record::{Field, Record, Shape, Slot, Vacancy, decode_record, fill, fill_with},
    report::Report,
    serde_door::deserialize,
    unit_enum::{Name, Names, decode_name, decode_open_name},
};
