//! What stands behind a rule's name: nothing, `= value`, or arguments in parentheses.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Token, ext::IdentExt, parse::ParseStream};

use super::rule::{Limit, Rule, Test};
use crate::{
    errors::Errors,
    nearest::{list, nearest},
    table::Attribute,
    tokens::{is_at_end, skip_past_comma},
};

pub(super) struct Call {
    row: &'static Attribute,
    /// Of the rule's name.
    pub(super) span: Span,
    pub(super) form: Form,
    /// The arguments without a name.
    pub(super) values: Vec<Expr>,
    pub(super) named: Vec<(Ident, Expr)>,
    pub(super) errors: Errors,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Bare,
    Assigned,
    Called,
}

impl Call {
    pub(super) fn parse(input: ParseStream<'_>, row: &'static Attribute, key: &Ident) -> syn::Result<Self> {
        let (span, errors) = (key.span(), Errors::default());
        let mut call = Self { row, span, form: Form::Bare, values: Vec::new(), named: Vec::new(), errors };
        if input.peek(syn::token::Paren) {
            call.form = Form::Called;
            let arguments;
            syn::parenthesized!(arguments in input);
            call.parse_arguments(&arguments);
        } else if input.parse::<Token![=]>().is_ok() && !is_at_end(input) {
            call.form = Form::Assigned;
            call.values.push(ungroup(input.parse()?));
        }
        if !is_at_end(input) {
            let name = call.name();
            call.errors.push(input.error(format!("expected `,` behind `{name}`, as in `{}`", row.example)));
        }
        Ok(call)
    }

    /// Reads to the end, past whatever is wrong with single arguments.
    fn parse_arguments(&mut self, input: ParseStream<'_>) {
        while !input.is_empty() {
            let parsed = self.parse_argument(input);
            self.errors.keep(parsed);
            skip_past_comma(input);
        }
    }

    fn parse_argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = parse_name(input)?;
        let value = ungroup(input.parse()?);
        if !is_at_end(input) {
            return Err(input.error("expected `,` before the next argument"));
        }
        match name {
            Some(name) => self.named.push((name, value)),
            None => self.values.push(value),
        }
        Ok(())
    }

    pub(super) fn name(&self) -> &'static str {
        self.row.name
    }

    /// Complains of the rule as a whole.
    pub(super) fn complain(&mut self, problem: &str) {
        let message = format!("`{}` {problem}: write `{}`", self.row.name, self.row.example);
        self.errors.add(self.span, message);
    }

    /// Complains of a value.
    pub(super) fn complain_of(&mut self, value: &Expr, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new_spanned(value, message));
    }

    /// Takes the arguments of these `names`; all others but `message` are wrong.
    pub(super) fn take_limits(&mut self, names: &[&'static str]) -> Vec<Limit> {
        let mut limits: Vec<Limit> = Vec::new();
        let (messages, named) = std::mem::take(&mut self.named).into_iter().partition(|(name, _)| name == "message");
        self.named = messages;
        for (written, value) in named {
            let Some(name) = names.iter().copied().find(|name| written == name) else {
                self.errors.add(written.span(), self.describe_unknown(&written, names));
                continue;
            };
            if limits.iter().any(|limit| limit.name == name) {
                self.errors.add(written.span(), format!("`{name}` is given twice: remove one of them"));
            }
            limits.push(Limit { name, span: written.span(), value });
        }
        limits
    }

    fn describe_unknown(&self, written: &Ident, names: &[&'static str]) -> String {
        let known: Vec<_> = names.iter().copied().chain(["message"]).collect();
        let rest = match nearest(&written.to_string(), &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if names.is_empty() => format!("only `message`: write `{}`", self.row.example),
            None => format!("expected one of {}", list(&known)),
        };
        format!("`{}` has no argument `{written}`, {rest}", self.name())
    }

    /// The rule with this test, or what is wrong.
    pub(super) fn finish(mut self, test: Option<Test>) -> syn::Result<Rule> {
        let message = self.take_message();
        let Self { row, span, errors, .. } = self;
        match test {
            Some(test) if errors.count() == 0 => Ok(Rule { name: row.name, span, test, message }),
            _ => Err(errors
                .combine()
                .unwrap_or_else(|| syn::Error::new(span, format!("expected the form `{}`", row.example)))),
        }
    }

    fn take_message(&mut self) -> Option<LitStr> {
        let mut named = std::mem::take(&mut self.named).into_iter();
        let (_, value) = named.next()?;
        for (repeated, _) in named {
            self.errors.add(repeated.span(), "`message` is given twice: remove one of them");
        }
        match as_string(&value) {
            Some(text) if !text.value().trim().is_empty() => return Some(text.clone()),
            Some(_) => self.complain_of(&value, "`message` is empty: write what is wrong with the value, or remove it"),
            None => self.complain_of(&value, "`message` takes a string: write `message = \"..\"`"),
        }
        None
    }
}

/// The name in front of `=`, if there is one.
fn parse_name(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    let colon = input.peek2(Token![:]) && !input.peek2(Token![::]);
    let equals = input.peek2(Token![=]) && !input.peek2(Token![==]);
    if !input.peek(Ident::peek_any) || !(colon || equals) {
        return Ok(None);
    }
    let name = input.call(Ident::parse_any)?;
    if colon {
        return Err(input.error(format!("expected `=`: write `{name} = ..`")));
    }
    input.parse::<Token![=]>()?;
    if is_at_end(input) {
        return Err(syn::Error::new(name.span(), format!("`{name}` has no value: write `{name} = ..`")));
    }
    Ok(Some(name))
}

/// What a macro was given as an expression, a literal or a path.
fn ungroup(value: Expr) -> Expr {
    match value {
        Expr::Group(group) => ungroup(*group.expr),
        value => value,
    }
}

/// The literal of a string.
pub(super) fn as_string(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}

/// As the user wrote it, if that is short.
pub(super) fn show(value: &Expr) -> Option<String> {
    match value {
        Expr::Unary(unary) => Some(format!("-{}", show(&unary.expr)?)),
        Expr::Path(path) => Some(path.to_token_stream().to_string().replace(' ', "")),
        Expr::Lit(literal) => Some(literal.to_token_stream().to_string()),
        Expr::Paren(paren) => show(&paren.expr),
        _ => None,
    }
}
