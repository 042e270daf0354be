//! A rule for the values of a field.

use proc_macro2::Span;
use quote::ToTokens;
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

impl Limit {
    /// As in "must be at least 1".
    pub(crate) fn describe(&self) -> String {
        let limits = match self.name {
            "min" => "at least",
            "max" => "at most",
            "equal" => "exactly",
            "exclusive_min" => "more than",
            _ => "less than",
        };
        format!("{limits} {}", self.value.to_token_stream().to_string().replace("- ", "-"))
    }
}

/// Of IP addresses.
#[derive(Clone, Copy)]
pub(crate) enum Version {
    Any,
    V4,
    V6,
}

impl Rule {
    /// A rule's name, and the function where there may be several of that name.
    pub(crate) fn identity(&self) -> (&'static str, Option<String>) {
        let function = match &self.test {
            Test::Custom(path) => Some(path.to_token_stream().to_string()),
            _ => None,
        };
        (self.name, function)
    }
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
