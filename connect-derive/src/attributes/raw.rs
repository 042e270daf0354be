//! Parsed attributes, with the parts of the item that they are on.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{
    DeriveInput, Expr, ExprPath, Fields, Ident, LitStr, Member, Path, Type,
    parse::{Parse, Parser},
};

use super::literals::Literal;
use crate::{
    errors::Errors,
    rules::Rule,
    table::{Key, Source},
};

/// A struct or enum.
pub(crate) struct Item<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) entries: Entries,
    /// `None` for a union, which is refused.
    pub(crate) body: Option<Body<'a>>,
}

pub(crate) enum Body<'a> {
    Struct(Content<'a>),
    Enum(Vec<Variant<'a>>),
}

/// The content of a struct or variant.
pub(crate) struct Content<'a> {
    pub(crate) syntax: &'a Fields,
    pub(crate) fields: Vec<Field<'a>>,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) entries: Entries,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) content: Content<'a>,
    pub(crate) entries: Entries,
}

/// An attribute.
pub(crate) struct Entry {
    pub(crate) source: Source,
    pub(crate) key: Key,
    /// The name that the user wrote, which may differ from the key's name for serde.
    pub(crate) name: &'static str,
    /// The span of the name.
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// The value of an attribute.
pub(crate) enum Value {
    None,
    Text(LitStr),
    /// A name without quotes: an integer in its usual spelling, or a bool.
    Bare(String, Span),
    Expr(Expr),
    Path(ExprPath),
    Type(Type),
    Rule(Rule),
    Literals(Vec<Literal>),
    Companion(Companion),
}

/// What `partial` says about the struct that it makes.
#[derive(Default)]
pub(crate) struct Companion {
    pub(crate) name: Option<Ident>,
    /// The traits to derive, with the span of `derive`.
    pub(crate) derives: Option<(Span, Vec<Path>)>,
}

impl Entry {
    pub(crate) fn text(&self) -> Option<&LitStr> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_bare_name(&self) -> bool {
        matches!(self.value, Value::Bare(..))
    }

    /// The name that it gives, where it is written, and whether it has no quotes.
    pub(crate) fn name(&self) -> Option<(String, Span, bool)> {
        match &self.value {
            Value::Text(text) => Some((text.value(), text.span(), false)),
            Value::Bare(name, span) => Some((name.clone(), *span, true)),
            _ => None,
        }
    }

    /// The path in its string: to a module, as in `crate = "path::to::connect_runtime"`.
    pub(crate) fn parse_mod_path(&self, errors: &mut Errors) -> Option<Path> {
        self.parse_path_as(Path::parse_mod_style, errors)
    }

    /// The path in its string: to a function or to what has one, with any arguments, as in `with = "As::<Vec<Same>>"`.
    pub(crate) fn parse_path(&self, errors: &mut Errors) -> Option<ExprPath> {
        self.parse_path_as(ExprPath::parse, errors)
    }

    fn parse_path_as<P>(&self, parser: impl Parser<Output = P>, errors: &mut Errors) -> Option<P> {
        let text = self.text()?;
        let parsed = text.parse_with(parser).map_err(|_| {
            let (name, text) = (self.name, text.value());
            format!("`{name}` takes a path, such as `\"path::to::it\"`, but `{text}` is not one")
        });
        errors.keep(parsed.map_err(|message| syn::Error::new(text.span(), message)))
    }

    pub(crate) fn path(&self) -> Option<&ExprPath> {
        match &self.value {
            Value::Path(path) => Some(path),
            _ => None,
        }
    }

    pub(crate) fn ty(&self) -> Option<&Type> {
        match &self.value {
            Value::Type(ty) => Some(ty),
            _ => None,
        }
    }

    pub(crate) fn rule(&self) -> Option<&Rule> {
        match &self.value {
            Value::Rule(rule) => Some(rule),
            _ => None,
        }
    }

    /// The JSON values in its list.
    pub(crate) fn literals(&self) -> &[Literal] {
        match &self.value {
            Value::Literals(literals) => literals,
            _ => &[],
        }
    }

    pub(crate) fn companion(&self) -> Option<&Companion> {
        match &self.value {
            Value::Companion(companion) => Some(companion),
            _ => None,
        }
    }

    /// What distinguishes attributes of this name, if several are allowed.
    pub(crate) fn identity(&self) -> Option<String> {
        match &self.value {
            Value::Path(path) if self.key == Key::Check => Some(path.to_token_stream().to_string()),
            Value::Text(text) if self.key == Key::Format => Some(text.value()),
            Value::Rule(rule) => rule.identity().1,
            _ => None,
        }
    }
}

/// The attributes of an item, field or variant.
#[derive(Default)]
pub(crate) struct Entries {
    pub(crate) list: Vec<Entry>,
    /// Whether some could not be parsed, which makes conclusions from the others unreliable.
    pub(crate) broken: bool,
}

impl Entries {
    /// The entry with this key; `connect` takes precedence over `serde`.
    pub(crate) fn get(&self, key: Key) -> Option<&Entry> {
        self.get_from(Source::Connect, key).or_else(|| self.get_from(Source::Serde, key))
    }

    pub(crate) fn get_from(&self, source: Source, key: Key) -> Option<&Entry> {
        self.all(key).find(|entry| entry.source == source)
    }

    pub(crate) fn has(&self, key: Key) -> bool {
        self.all(key).next().is_some()
    }

    pub(crate) fn all(&self, key: Key) -> impl Iterator<Item = &Entry> {
        self.list.iter().filter(move |entry| entry.key == key)
    }

    /// Reports attributes that have no effect, with the `reason`; serde's may be there for serializing.
    pub(crate) fn refuse(&self, keys: &[Key], reason: &str, errors: &mut Errors) {
        for entry in self.list.iter().filter(|entry| entry.source == Source::Connect && keys.contains(&entry.key)) {
            errors.add(entry.span, format!("`{}` has no effect here: {reason}", entry.name));
        }
    }
}
