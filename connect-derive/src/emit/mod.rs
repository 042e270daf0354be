//! Emits the code for a validated model. It only calls the runtime, which has the loops, decisions and messages.

mod bounds;
mod build;
mod code;
mod content;
mod converted;
mod decoding;
mod enums;
mod explicit_bounds;
mod field;
mod fields;
mod flatten;
pub(crate) mod impls;
mod input;
mod map_key;
mod newtype;
mod owner;
mod partial;
mod paths;
mod record;
mod run_rules;
mod slots;
mod spellings;
mod steps;
mod structs;
mod unit_enum;
mod validate;

use proc_macro2::TokenStream;
use quote::quote;

use self::owner::RecordOwner;
use crate::model::{Body, Model, Target};

pub(crate) fn model(target: &Target<'_>, model: &Model<'_>) -> TokenStream {
    let mut parts = match &model.body {
        Body::Struct(content) => {
            let owner = RecordOwner { target, bounds: &model.bounds, variant: None, shares_object: true };
            structs::emit(owner, content)
        }
        Body::UnitEnum(body) => unit_enum::emit(target, body),
        Body::Converted(body) => converted::emit(target, &model.bounds, body),
        Body::Enum(body) => enums::emit(target, &model.bounds, body),
    };
    let companion = partial::emit(target, model, &mut parts);
    let implementations = impls::emit(target, &model.bounds, &parts);
    quote!(#companion #implementations)
}
