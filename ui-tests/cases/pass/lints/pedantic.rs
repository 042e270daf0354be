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
//! Generated code triggers none of the lints that a user may enable.

use std::{borrow::Cow, collections::HashMap, marker::PhantomData};

use connect_runtime::ConnectModel;

/// A model with all attributes.
#[derive(Debug, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Account<'a, T, const N: usize>
where
    T: Clone,
{
    /// The text.
    pub long_text: Cow<'a, str>,
    /// An alias.
    #[connect(alias = "other")]
    pub items: Vec<T>,
    /// Required.
    #[connect(required)]
    pub label: Option<String>,
    /// Strict.
    #[connect(strict)]
    pub exact: [u8; N],
    /// A default.
    #[connect(default)]
    pub size: u32,
    /// An expression.
    #[connect(default = Vec::new())]
    pub list: Vec<u8>,
    /// Skipped.
    #[connect(skip)]
    pub cache: String,
    /// Without a value.
    pub kind: PhantomData<T>,
    /// Another model.
    pub settings: Option<Settings>,
    /// Gone.
    #[deprecated = "gone"]
    pub old: Option<u8>,
}

/// With a default of its own.
#[derive(Debug, Default, ConnectModel)]
#[connect(default, strict)]
#[non_exhaustive]
pub struct Settings {
    /// A size.
    pub size: u32,
    /// A status.
    pub status: Status,
    /// Skipped.
    #[connect(skip)]
    pub cache: String,
}

/// With the fields of another model.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Flat {
    /// The fields.
    #[connect(flatten, strict)]
    pub settings: Settings,
}

/// With the fields of another model and a map of the rest.
#[derive(Debug, ConnectModel)]
#[non_exhaustive]
pub struct Open {
    /// The fields.
    #[connect(flatten)]
    pub settings: Settings,
    /// The rest.
    #[connect(flatten)]
    pub rest: HashMap<String, u8>,
}

/// With rules.
#[derive(Debug, ConnectModel)]
#[connect(check = fits)]
#[non_exhaustive]
pub struct Limited<'a, T> {
    /// Limits.
    #[connect(length(min = 1, max = 9), pattern = "^a$", one_of("a", "b"), custom = is_fine)]
    pub text: String,
    /// Borrowed.
    #[connect(length(equal = 2), ip(v4), custom(is_fine, message = "is not fine"), sensitive)]
    pub borrowed: Option<Cow<'a, str>>,
    /// Numbers.
    #[connect(range(min = 0, exclusive_max = 100000), multiple_of = 5, one_of(1, 5), default = 5)]
    pub number: u32,
    /// Floats.
    #[connect(range(exclusive_min = -0.5, max = 100000.5), multiple_of(0.1, message = "in tenths"))]
    pub float: f64,
    /// Items.
    #[connect(unique, length(max = 9), each(range(max = 9)))]
    pub items: Vec<T>,
    /// Items of items.
    #[connect(each(each(length(max = 9), custom = is_fine)))]
    pub lists: Option<Vec<[Option<String>; 1]>>,
}

fn is_fine(text: &str) -> Result<(), &'static str> {
    if text.is_empty() { Err("is empty") } else { Ok(()) }
}

fn fits<T>(limited: &Limited<'_, T>) -> Result<(), String> {
    if limited.items.is_empty() { Err("has no items".to_owned()) } else { Ok(()) }
}

/// Names.
#[derive(Debug, Clone, Default, ConnectModel)]
#[connect(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// A name.
    #[default]
    Active,
    /// Skipped.
    #[connect(skip)]
    Never,
    /// Every other name.
    #[connect(other)]
    Other(String),
}

/// An open set of names.
#[derive(Debug, Clone, Copy, ConnectModel)]
#[non_exhaustive]
pub enum Level {
    /// High.
    High,
    /// The rest.
    #[connect(other)]
    Rest,
}

/// The test is that it compiles.
pub fn main() {}
