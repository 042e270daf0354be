//! Everything that generated code uses, under names that no user's item can shadow.

pub use core::{
    clone::Clone,
    convert::{From, Into, TryFrom},
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
        foreign::{owned, via_from_str, via_serde, via_serde_with, with},
        items::{Collection, Items, OneOrMany, item, one_or_many, skip_invalid, skip_invalid_with},
        json_string::{json_string, json_string_or_null},
        keyed::Keyed,
        normalize::normalize,
        optional_with::Probe,
        sentinels::{Sentinel, default_if, none_if},
        text::Text,
        whole::{whole_via_serde, whole_via_serde_with},
        *,
    },
    converted::{Conversion, ErrorKind, FieldsOf, build_converted, converted, finish_converted},
    decode::{Compared, Decode, MapKey, Spelling, spell},
    enums::{
        FlattenedEnum, VariantName, VariantNames, decode_adjacent, decode_external, decode_internal,
        decode_internal_and_keep_tag, decode_name, decode_name_or, decode_open_name, decode_untagged, value_to_key,
    },
    model::validate,
    object::{
        Record,
        absent_fields::AbsentFields,
        decode_record,
        flattened::{Flattened, check_flattened, offer_to_flattened, validate_flattened},
        keys::Keys,
        of_model::DefaultOf,
        paths::{
            Step, Steps, Target, absent_at, check_slot_at, check_slot_at_or, steps, validate_at, validate_at_with,
        },
        slot::{Slot, check_slot, check_slot_or},
        unnamed::{decode_newtype, decode_tuple, decode_tuple_or_default, decode_unit},
        validate::{check_item, check_item_or, validate_field, validate_field_with, validate_item, validate_item_with},
        visit::{
            FieldVisitor, container_default, field, field_at_position, field_or, field_or_container_default, flattened,
            flattened_out_of_order, required_field,
        },
    },
    partial::{
        PartialModel, PartialRecord,
        parts::{Part, Parts},
    },
    reader::{Entry, Failure, Reader},
    report::{Problems, Rejection, Report},
    serde_bridge::{deserialize, deserialize_map, deserialize_struct},
    shape::{Field, Shape, Spellings, overlap::refuse_overlap},
    types::wrappers::optional,
};

#[cfg(any(feature = "jiff", feature = "chrono"))]
pub use crate::types::formatted::{Format, formatted};

/// The changes of text before the rules.
pub mod text {
    pub use crate::adapters::normalize::{lowercase, trim, uppercase};
}

/// The checks of the fields' rules.
pub mod rules {
    pub use crate::rules::*;
}
