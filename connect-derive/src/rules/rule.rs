//! A rule: its entry in the registry, and its use on a field.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{LitStr, Type, parse::ParseStream};

use super::{call::Call, change::Change, convert::ItemReading, default::Literal};
use crate::{errors::Errors, spans};

/// An entry of the registry.
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    /// An example of its use, for messages.
    pub(crate) example: &'static str,
    /// The names of its arguments, besides `message`.
    pub(crate) arguments: &'static [&'static str],
    pub(crate) parse: Parse,
}

/// Parses the tokens after the name of a rule, and leaves errors in the call.
pub(crate) enum Parse {
    /// Parses the arguments of the call: expressions.
    Call(fn(&mut Call) -> Option<Box<dyn Constraint>>),
    /// Parses a list of rules, which are looked up in the registry.
    Tokens(fn(ParseStream<'_>, Lookup, &mut Call) -> Option<Box<dyn Constraint>>),
}

/// Finds the rule with this name, or says what is wrong with the name.
pub(crate) type Lookup = fn(&str) -> Result<&'static Spec, String>;

/// What a rule requires of a value, with the arguments of one use.
pub(crate) trait Constraint {
    /// The code that checks `__value`.
    fn emit(&self, site: &Site<'_>) -> TokenStream;

    /// The bounds that this code needs if the type of the value is a parameter of the model.
    fn bounds(&self) -> Vec<TokenStream>;

    /// Whether the code also needs them if the type of the value only mentions a parameter.
    fn looks_inside(&self) -> bool {
        false
    }

    /// Reports arguments that no value can satisfy, or that do not fit the type of the value.
    fn check(&self, _ty: Option<&Type>, _errors: &mut Errors) {}

    /// What the default of the field must be, if this literal violates the rule.
    fn violated_by(&self, _default: &Literal) -> Option<String> {
        None
    }

    /// The rules for the items of the value.
    fn item_rules(&self) -> &[Rule] {
        &[]
    }

    /// How the text of each item is changed.
    fn item_changes(&self) -> &[Change] {
        &[]
    }

    /// What reads the items of the value, in place of their type.
    fn item_reading(&self) -> Option<&ItemReading> {
        None
    }

    /// Whether there is anything to check.
    fn is_checked(&self) -> bool {
        true
    }

    /// What distinguishes rules of this name, if several are allowed on a field.
    fn identity(&self) -> Option<String> {
        None
    }
}

/// A rule on a field.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// The span of the name.
    pub(crate) span: Span,
    pub(crate) constraint: Box<dyn Constraint>,
    /// The user's own message for a value that violates the rule.
    message: Option<LitStr>,
}

impl Spec {
    pub(crate) fn parse(&'static self, key: &Ident, input: ParseStream<'_>, find: Lookup) -> syn::Result<Rule> {
        let mut call = Call::new(self.name, self.example, key.span());
        let constraint = match self.parse {
            Parse::Call(parse) => {
                call.parse(input)?;
                call.resolve_names(self.arguments);
                parse(&mut call)
            }
            Parse::Tokens(parse) => parse(input, find, &mut call),
        };
        let message = call.take_message();
        let constraint = call.finish(constraint)?;
        Ok(Rule { name: self.name, span: key.span(), constraint, message })
    }
}

impl Rule {
    /// Equal for two rules that can't be on the same field.
    pub(crate) fn identity(&self) -> (&'static str, Option<String>) {
        (self.name, self.constraint.identity())
    }

    /// Whether something other than its type reads a part of the value.
    pub(crate) fn converts(&self) -> bool {
        let constraint = &self.constraint;
        constraint.item_reading().is_some_and(|reading| !reading.is_empty())
            || constraint.item_rules().iter().any(Self::converts)
    }

    /// The code that checks `__value` of the type. All of it has the span of the rule's name: if the type does not
    /// fit several calls, the compiler then reports a single error.
    pub(crate) fn emit(&self, ty: Option<&Type>) -> TokenStream {
        let span = spans::at(self.span);
        let text = self.message.as_ref().map(|text| LitStr::new(&text.value(), span));
        let message =
            text.map_or_else(|| quote_spanned!(span=> __rt::None), |text| quote_spanned!(span=> __rt::Some(#text)));
        self.constraint.emit(&Site { span, message, ty })
    }

    /// The predicates that this code needs on values of the type.
    pub(crate) fn predicates(&self, ty: &Type) -> Vec<TokenStream> {
        self.constraint.bounds().iter().map(|bound| quote!(#ty: #bound)).collect()
    }
}

/// The context of a rule's code.
pub(crate) struct Site<'s> {
    /// The span of the rule's name.
    pub(super) span: Span,
    /// The user's own message, as an `Option`.
    pub(super) message: TokenStream,
    /// The type of the value, if it is known.
    pub(super) ty: Option<&'s Type>,
}

impl Site<'_> {
    /// A call of the runtime's `function`, whose own `arguments` end with a comma.
    pub(super) fn call(&self, function: &str, arguments: &TokenStream) -> TokenStream {
        let (message, function) = (&self.message, Ident::new(function, self.span));
        quote_spanned!(self.span=> __rt::rules::#function(__value, #arguments #message, __problems);)
    }
}
