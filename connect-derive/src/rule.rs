//! A rule for the values of a field.

use proc_macro2::Span;
use syn::{Expr, ExprPath, LitStr};

pub(crate) struct Rule {
    /// As it was written.
    pub(crate) name: &'static str,
    /// Of the name.
    pub(crate) span: Span,
    pub(crate) test: Test,
    /// What is said where the rule is broken, if not what the runtime says.
    pub(crate) message: Option<LitStr>,
}

/// What must hold.
pub(crate) enum Test {
    Length(Vec<Limit>),
    Range(Vec<Limit>),
    MultipleOf(Expr),
    Pattern(LitStr),
    Email,
    Url,
    Uuid,
    Ip(Version),
    OneOf(Vec<Expr>),
    Unique,
    /// For the items of a collection.
    Each(Vec<Rule>),
    Custom(ExprPath),
}

/// `min = 1` and the like.
pub(crate) struct Limit {
    pub(crate) name: &'static str,
    /// Of the name.
    pub(crate) span: Span,
    pub(crate) value: Expr,
}

/// Of IP addresses.
#[derive(Clone, Copy)]
pub(crate) enum Version {
    Any,
    V4,
    V6,
}

impl Test {
    /// The limit of that name.
    pub(crate) fn limit(&self, name: &str) -> Option<&Limit> {
        match self {
            Self::Length(limits) | Self::Range(limits) => limits.iter().find(|limit| limit.name == name),
            _ => None,
        }
    }
}
