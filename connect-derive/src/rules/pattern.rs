//! `pattern = "^[a-z]+$"`: a string in which a regular expression matches.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use regex_syntax::{
    Error,
    ast::{ErrorKind, Span},
};
use syn::{LitStr, Type};

use super::{
    call::Call,
    default::Literal,
    literal::as_string,
    pattern_match,
    rule::{Constraint, Parse, Site, Spec},
};
use crate::errors::Errors;

pub(super) const SPEC: Spec =
    Spec { name: "pattern", example: "pattern = \"^[a-z]+$\"", arguments: &[], parse: Parse::Call(parse) };

struct Pattern(LitStr);

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let value = call.take_value("needs a regular expression")?;
    let Some(pattern) = as_string(&value) else {
        let message = "`pattern` takes a string literal, which is checked at compile time: \
                       write `pattern = \"^[a-z]+$\"`";
        call.error_at(&value, message);
        return None;
    };
    Some(Box::new(Pattern(pattern.clone())))
}

impl Constraint for Pattern {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let text = LitStr::new(&self.0.value(), site.span);
        let search = site.call("pattern", &quote_spanned!(site.span=> &PATTERN,));
        quote_spanned! {site.span=> {
            static PATTERN: __rt::rules::Pattern = __rt::rules::Pattern::new(#text);
            #search
        }}
    }

    fn bounds(&self) -> Vec<TokenStream> {
        vec![quote!(__rt::rules::PatternText)]
    }

    fn check(&self, _ty: Option<&Type>, errors: &mut Errors) {
        check_syntax(&self.0, errors);
    }

    fn violated_by(&self, default: &Literal) -> Option<String> {
        let pattern = self.0.value();
        let found = pattern_match::find(&pattern, default.as_text()?)?;
        (!found).then(|| format!("a string that matches `{pattern}`"))
    }
}

/// Reports a pattern that is not a valid regular expression.
fn check_syntax(text: &LitStr, errors: &mut Errors) {
    let pattern = text.value();
    let message = match regex_syntax::Parser::new().parse(&pattern) {
        Ok(_) => return,
        Err(Error::Parse(error)) => describe(&pattern, error.span(), error.kind(), remedy(error.kind())),
        Err(Error::Translate(error)) => describe(&pattern, error.span(), error.kind(), ""),
        Err(error) => error.to_string(),
    };
    errors.add(text.span(), message);
}

/// Describes the problem and marks its place in the pattern: no span can point inside a literal.
fn describe(pattern: &str, span: &Span, problem: &impl std::fmt::Display, remedy: &str) -> String {
    let before = pattern.get(..span.start.offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = pattern.get(line_start..).unwrap_or_default().lines().next().unwrap_or_default();
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    let marked = pattern.get(span.start.offset..span.end.offset).unwrap_or_default();
    let width = marked.lines().next().unwrap_or_default().chars().count().max(1);
    let (indent, marks) = (" ".repeat(column), "^".repeat(width));
    format!("invalid pattern: {problem}{remedy}:\n  {line}\n  {indent}{marks}")
}

fn remedy(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference => "; check it with `custom`",
        ErrorKind::ClassUnclosed
        | ErrorKind::GroupUnclosed
        | ErrorKind::GroupUnopened
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::RepetitionMissing => "; put `\\` before it for the literal character",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use crate::errors::Errors;

    fn message_for(pattern: &str) -> Option<String> {
        let mut errors = Errors::default();
        super::check_syntax(&LitStr::new(pattern, Span::call_site()), &mut errors);
        errors.combine().map(|error| error.to_string())
    }

    #[test]
    fn the_position_in_the_pattern_is_marked() {
        assert_eq!(message_for("^[a-z]+$"), None);
        let wanted = "invalid pattern: unclosed group; put `\\` before it for the literal character:\n  é(b\n   ^";
        assert_eq!(message_for("é(b").as_deref(), Some(wanted));
        let message = message_for("(?x)\n a\n b{2,1}\n c").unwrap();
        assert!(message.ends_with(":\n   b{2,1}\n    ^^^^^"), "{message}");
    }
}
