#![deny(
    warnings,
    clippy::all,
    clippy::pedantic,
    clippy::absolute_paths,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::exhaustive_structs,
    clippy::indexing_slicing,
    clippy::missing_trait_methods,
    clippy::question_mark_used,
    clippy::same_name_method,
    clippy::shadow_unrelated,
    clippy::unwrap_used,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    let_underscore_drop,
    missing_debug_implementations,
    missing_docs,
    redundant_lifetimes,
    rust_2018_idioms,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
//! Generated code for enums, flattening, newtypes and adapters triggers none of the lints that a user may enable.

use std::{collections::HashMap, marker::PhantomData, path::PathBuf};

use connect_runtime::ConnectModel;

/// Externally tagged.
#[derive(Debug, ConnectModel)]
#[connect(rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum External<T> {
    /// A name.
    Unit,
    /// A value.
    Newtype(#[connect(strict)] String),
    /// Values.
    Tuple(u8, T),
    /// Fields.
    #[non_exhaustive]
    Struct {
        /// A field.
        #[connect(default, length(max = 9))]
        long_name: String,
    },
}

/// Internally tagged.
#[derive(Debug, ConnectModel)]
#[connect(tag = "type", deny_unknown_fields, check = is_fine)]
#[non_exhaustive]
pub enum Internal {
    /// No fields.
    Unit,
    /// Another model.
    Newtype(Page),
    /// Fields.
    #[non_exhaustive]
    Struct {
        /// A field.
        #[connect(null_as_default, fallback, default = 3, range(max = 9))]
        size: u32,
    },
    /// All others.
    #[connect(other)]
    Other(Box<HashMap<String, u8>>),
}

fn is_fine(internal: &Internal) -> Result<(), &'static str> {
    if matches!(*internal, Internal::Unit) { Err("has no fields") } else { Ok(()) }
}

/// Adjacently tagged.
#[derive(Debug, ConnectModel)]
#[connect(tag = "type", content = "data")]
#[non_exhaustive]
pub enum Adjacent {
    /// A name.
    Unit,
    /// Optional.
    Newtype(Option<u8>),
    /// All others.
    #[connect(other)]
    Other,
}

/// Untagged.
#[derive(Debug, ConnectModel)]
#[connect(untagged)]
#[non_exhaustive]
pub enum Untagged {
    /// A number.
    Number(u8),
    /// Fields.
    #[non_exhaustive]
    Struct {
        /// Fields among those of the variant.
        #[connect(flatten)]
        page: Page,
    },
}

/// Flattened.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Page {
    /// A size.
    pub size: u8,
}

/// Flattens.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Flattens<T> {
    /// A struct.
    #[connect(flatten, strict)]
    pub page: Page,
    /// An enum.
    #[connect(flatten)]
    pub internal: Option<Internal>,
    /// A parameter.
    #[connect(flatten, sensitive)]
    pub inner: T,
    /// A map.
    #[connect(flatten, length(max = 9))]
    pub rest: HashMap<String, u8>,
}

/// Adapters.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Adapters {
    /// A module.
    #[connect(with = connect_runtime::with::csv)]
    pub list: Vec<u8>,
    /// An implementation.
    #[connect(serde)]
    pub foreign: (u8, u8),
    /// A format.
    #[connect(from_str, empty_as_none)]
    pub path: Option<PathBuf>,
    /// A text.
    #[connect(none_if("-", 0, false), json_string, trim, lowercase, sensitive)]
    pub text: Option<String>,
    /// Texts.
    #[connect(default_if([], -1), json_string, each(each(trim, uppercase), length(max = 3)))]
    pub texts: Vec<Vec<String>>,
    /// Items.
    #[connect(one_or_many, skip_invalid, each(range(max = 9)))]
    pub items: Vec<u8>,
}

/// A newtype.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Newtype<T>(#[connect(length(min = 1))] pub String, #[connect(skip)] pub Option<T>);

/// A value.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Id(#[connect(length(min = 1))] pub String);

/// Read as its field.
#[derive(Debug, ConnectModel)]
#[connect(transparent)]
#[non_exhaustive]
pub struct Transparent<T> {
    /// The field.
    pub id: Id,
    /// Without a value.
    pub kind: PhantomData<T>,
}

/// Values.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Tuple<T>(pub u8, #[connect(range(max = 9))] pub u8, pub T);

/// Nothing.
#[derive(Debug, Clone, Copy, ConnectModel)]
#[non_exhaustive]
pub struct Unit;

#[allow(dead_code)]
fn main() {}
