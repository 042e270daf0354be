//! What stands behind a rule's name: nothing, `= value`, or arguments in parentheses.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Expr, ExprLit, ExprRange, Ident, Lit, LitStr, RangeLimits, Token, UnOp, ext::IdentExt, parse::ParseStream};

use super::values::{is_at_end, skip_past_comma};
use crate::{
    errors::Errors,
    names::{self, Attribute},
    rule::Limit,
};

pub(super) struct Call {
    pub(super) name: &'static str,
    /// How the rule is written, for messages.
    pub(super) example: &'static str,
    /// Of the rule's name.
    pub(super) span: Span,
    pub(super) form: Form,
    pub(super) values: Vec<Expr>,
    named: Vec<(Ident, Expr)>,
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
        let mut call = Self {
            name: row.name,
            example: row.example,
            span: key.span(),
            form: Form::Bare,
            values: Vec::new(),
            named: Vec::new(),
            errors: Errors::default(),
        };
        if input.peek(syn::token::Paren) {
            call.form = Form::Called;
            let arguments;
            syn::parenthesized!(arguments in input);
            call.parse_arguments(&arguments);
        } else if input.parse::<Token![=]>().is_ok() {
            call.form = Form::Assigned;
            if is_at_end(input) {
                return Err(syn::Error::new(call.span, call.describe_right()));
            }
            call.values.push(input.parse()?);
        }
        if is_at_end(input) { Ok(call) } else { Err(input.error(call.describe_right())) }
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
        let value: Expr = input.parse()?;
        if !is_at_end(input) {
            return Err(input.error("expected `,` before the next argument"));
        }
        match name {
            Some(name) => self.named.push((name, value)),
            None => self.values.push(value),
        }
        Ok(())
    }

    pub(super) fn complain(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.add(span, message);
    }

    /// Says how the rule is written.
    pub(super) fn complain_of_form(&mut self, right: &str) {
        let message = format!("`{}` {right}: write `{}`", self.name, self.example);
        self.complain(self.span, message);
    }

    fn describe_right(&self) -> String {
        format!("expected the form `{}`", self.example)
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_fine(&self) -> bool {
        self.errors.count() == 0
    }

    /// The arguments of `names`; all others but `message` are wrong.
    pub(super) fn take_limits(&mut self, names: &[&'static str]) -> Vec<Limit> {
        let mut limits: Vec<Limit> = Vec::new();
        let (messages, named) = std::mem::take(&mut self.named).into_iter().partition(|(name, _)| name == "message");
        self.named = messages;
        for (written, value) in named {
            let Some(name) = names.iter().copied().find(|name| written == name) else {
                let message = self.describe_unknown(&written, names);
                self.complain(written.span(), message);
                continue;
            };
            if limits.iter().any(|limit| limit.name == name) {
                self.complain(written.span(), format!("`{name}` is given twice: remove one of them"));
            }
            limits.push(Limit { name, span: written.span(), value });
        }
        limits
    }

    fn describe_unknown(&self, written: &Ident, names: &[&'static str]) -> String {
        let known: Vec<_> = names.iter().copied().chain(["message"]).collect();
        let rest = match names::nearest(&written.to_string(), &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if names.is_empty() => "the only one is `message`".to_owned(),
            None => format!("expected one of {}", names::list(&known)),
        };
        format!("`{}` has no argument `{written}`, {rest}", self.name)
    }

    pub(super) fn take_message(&mut self) -> Option<LitStr> {
        let mut named = std::mem::take(&mut self.named).into_iter();
        let (name, value) = named.next()?;
        for (repeated, _) in named {
            self.complain(repeated.span(), "`message` is given twice: remove one of them");
        }
        match string(&value) {
            Some(text) if text.value().trim().is_empty() => {
                self.complain(text.span(), "`message` is empty: write what is wrong with the value, or remove it");
                None
            }
            Some(text) => Some(text.clone()),
            None => {
                let message = "`message` takes a string: write `message = \"..\"`, with what is wrong with the value";
                self.errors.add_at(&value, name.span(), message);
                None
            }
        }
    }
}

/// The name in front of `=`, if there is one.
fn parse_name(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    let behind = |token: bool| input.peek(Ident::peek_any) && token;
    let colon = behind(input.peek2(Token![:]) && !input.peek2(Token![::]));
    if !colon && !behind(input.peek2(Token![=]) && !input.peek2(Token![==])) {
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

/// The literal of a string.
pub(super) fn string(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        Expr::Group(group) => string(&group.expr),
        _ => None,
    }
}

/// As the user wrote it, on one line.
pub(super) fn show(value: &Expr) -> String {
    match value {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => format!("-{}", show(&unary.expr)),
        Expr::Path(path) => path.to_token_stream().to_string().replace(' ', ""),
        value => value.to_token_stream().to_string(),
    }
}

/// What limits would have been written for a range such as `0..=9`.
pub(super) fn show_range(range: &ExprRange) -> String {
    let start = range.start.iter().map(|start| format!("min = {}", show(start)));
    let end = range.end.iter().map(|end| match range.limits {
        RangeLimits::Closed(_) => format!("max = {}", show(end)),
        RangeLimits::HalfOpen(_) => format!("exclusive_max = {}", show(end)),
    });
    start.chain(end).collect::<Vec<_>>().join(", ")
}

/// The tokens of all values, in parentheses as they would be.
pub(super) fn tokens(value: &Expr) -> TokenStream {
    value.to_token_stream()
}
