//! Enums, in every representation that APIs use.

mod adjacent;
mod best;
mod external;
mod flattened;
mod internal;
mod literals;
mod names;
mod other;
mod tag;
mod unit;
mod untagged;
mod work;

pub use adjacent::decode_adjacent;
pub use external::decode_external;
pub use flattened::FlattenedEnum;
pub use internal::{decode_internal, decode_internal_and_keep_tag};
pub use names::{VariantName, VariantNames};
pub use other::{decode_name_or, value_to_key};
pub use unit::{decode_name, decode_open_name};
pub use untagged::decode_untagged;
