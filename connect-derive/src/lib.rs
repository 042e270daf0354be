//! The macro behind `connect_runtime::ConnectModel`.

#![forbid(unsafe_code)]

mod case;
mod check;
mod emit;
mod errors;
mod expand;
mod fallback;
mod model;
mod names;
mod parse;
mod paths;
mod raw;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// The derive.
#[proc_macro_derive(ConnectModel, attributes(connect, serde))]
pub fn derive_connect_model(input: TokenStream) -> TokenStream {
    expand::expand(&parse_macro_input!(input as DeriveInput)).into()
}
