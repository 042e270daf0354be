//! The arguments of a rule or function: nothing, `= value`, or a list in parentheses.

use proc_macro2::Span;
use syn::{Expr, Ident, LitStr, Token, ext::IdentExt, parse::ParseStream};

use super::literal::as_string;
use crate::{
    errors::Errors,
    nearest::{list, nearest},
    tokens::{is_at_end, skip_past_comma},
};

/// A name with its arguments, and the errors in them.
pub(crate) struct Call {
    pub(super) name: &'static str,
    /// An example of its use, for messages.
    pub(super) example: &'static str,
    /// The span of the name.
    span: Span,
    pub(super) style: Style,
    /// The arguments without a name.
    pub(super) values: Vec<Expr>,
    /// The arguments with a name that has not been looked up yet, and `message`.
    named: Vec<(Ident, Expr)>,
    /// The names that arguments may have, besides `message`.
    names: &'static [&'static str],
    /// The arguments with one of these names.
    pub(super) arguments: Vec<Argument>,
    pub(super) errors: Errors,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Style {
    Bare,
    Assigned,
    Called,
}

/// An argument such as `min = 1`.
pub(super) struct Argument {
    pub(super) name: &'static str,
    /// The span of the name.
    pub(super) span: Span,
    pub(super) value: Expr,
}

impl Call {
    /// A call without arguments so far.
    pub(crate) fn new(name: &'static str, example: &'static str, span: Span) -> Self {
        Self {
            name,
            example,
            span,
            style: Style::Bare,
            values: Vec::new(),
            named: Vec::new(),
            names: &[],
            arguments: Vec::new(),
            errors: Errors::default(),
        }
    }

    pub(super) fn parse(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(syn::token::Paren) {
            self.style = Style::Called;
            let arguments;
            syn::parenthesized!(arguments in input);
            self.parse_arguments(&arguments);
        } else if input.parse::<Token![=]>().is_ok() && !is_at_end(input) {
            self.style = Style::Assigned;
            self.values.push(ungroup(input.parse()?));
        }
        if !is_at_end(input) {
            let message = format!("expected `,` after `{}`, as in `{}`", self.name, self.example);
            self.errors.push(input.error(message));
        }
        Ok(())
    }

    /// Parses to the end; an error in one argument does not affect the others.
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

    /// Looks up the names of the arguments; one that is not in `names` is an error, except for `message`.
    pub(super) fn resolve_names(&mut self, names: &'static [&'static str]) {
        self.names = names;
        let (messages, named) = std::mem::take(&mut self.named).into_iter().partition(|(name, _)| name == "message");
        self.named = messages;
        for (found, value) in named {
            let Some(name) = names.iter().copied().find(|name| found == name) else {
                self.errors.add(found.span(), self.describe_unknown(&found));
                continue;
            };
            if self.arguments.iter().any(|argument| argument.name == name) {
                self.errors.add(found.span(), format!("`{name}` is given twice: remove one of them"));
            }
            self.arguments.push(Argument { name, span: found.span(), value });
        }
    }

    fn describe_unknown(&self, found: &Ident) -> String {
        let known: Vec<_> = self.names.iter().copied().chain(["message"]).collect();
        let rest = match nearest(&found.to_string(), &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if self.names.is_empty() => format!("only `message`: write `{}`", self.example),
            None => format!("expected one of {}", list(&known)),
        };
        format!("`{}` has no argument `{found}`, {rest}", self.name)
    }

    /// Whether an argument may have this name.
    pub(super) fn takes(&self, name: &str) -> bool {
        self.names.contains(&name)
    }

    /// Reports a problem with the call as a whole.
    pub(super) fn error(&mut self, problem: &str) {
        let message = format!("`{}` {problem}: write `{}`", self.name, self.example);
        self.errors.add(self.span, message);
    }

    /// Reports a problem with one value.
    pub(super) fn error_at(&mut self, value: &Expr, message: impl std::fmt::Display) {
        self.errors.add_at(value, message);
    }

    /// Takes the only value; if there is none, the error says what the call `needs`.
    pub(super) fn take_value(&mut self, needs: &str) -> Option<Expr> {
        let mut values = std::mem::take(&mut self.values).into_iter();
        let value = values.next();
        if value.is_none() && self.errors.count() == 0 {
            self.error(needs);
        }
        if let Some(second) = values.next() {
            self.error_at(&second, format!("`{}` takes one value: remove all but one", self.name));
        }
        value
    }

    /// Reports values of a call that takes none.
    pub(super) fn refuse_values(&mut self) {
        let name = self.name;
        if let Some(value) = std::mem::take(&mut self.values).first() {
            let remedy = match as_string(value).map(LitStr::value).filter(|text| text.contains(' ')) {
                Some(text) => format!("for a custom message write `{name}(message = {text:?})`"),
                None => format!("write only `{name}`"),
            };
            self.error_at(value, format!("`{name}` takes no value: {remedy}"));
        }
        self.refuse_empty();
    }

    /// Reports `email()` and the like.
    pub(super) fn refuse_empty(&mut self) {
        if self.style == Style::Called && self.named.is_empty() && self.errors.count() == 0 {
            let message = format!("the parentheses are empty: write only `{}`", self.name);
            self.errors.add(self.span, message);
        }
    }

    pub(super) fn take_message(&mut self) -> Option<LitStr> {
        let mut named = std::mem::take(&mut self.named).into_iter();
        let (_, value) = named.next()?;
        for (repeated, _) in named {
            self.errors.add(repeated.span(), "`message` is given twice: remove one of them");
        }
        match as_string(&value) {
            Some(text) if !text.value().trim().is_empty() => return Some(text.clone()),
            Some(_) => self.error_at(&value, "`message` is empty: write what is wrong with the value, or remove it"),
            None => self.error_at(&value, "`message` takes a string: write `message = \"..\"`"),
        }
        None
    }

    /// Returns the outcome of the call, or the errors in it.
    pub(super) fn finish<T>(self, outcome: Option<T>) -> syn::Result<T> {
        let (span, example) = (self.span, self.example);
        match (outcome, self.errors.combine()) {
            (Some(outcome), None) => Ok(outcome),
            (_, errors) => {
                Err(errors.unwrap_or_else(|| syn::Error::new(span, format!("expected the form `{example}`"))))
            }
        }
    }
}

/// The name before `=`, if there is one.
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

/// The expression inside the invisible group that a macro put around it.
fn ungroup(value: Expr) -> Expr {
    match value {
        Expr::Group(group) => ungroup(*group.expr),
        value => value,
    }
}
