//! The rules: which arguments each takes, and what to write instead where it has others.

use syn::{Expr, ExprPath, Ident, LitStr, Token, ext::IdentExt, parse::ParseStream};

use super::{
    call::{Call, Form, as_string, show},
    limits,
    number::Number,
    one_of,
    rule::{Rule, Test, Version},
};
use crate::{
    errors::Errors,
    table::{Attribute, RuleName, find},
    tokens::{is_at_end, skip_past_comma, skip_to_comma},
};

pub(crate) fn parse(input: ParseStream<'_>, rule: RuleName, row: &'static Attribute, key: &Ident) -> syn::Result<Rule> {
    if rule == RuleName::Each {
        return parse_each(input, row, key);
    }
    let mut call = Call::parse(input, row, key)?;
    let test = read(rule, &mut call);
    call.finish(test)
}

fn read(rule: RuleName, call: &mut Call) -> Option<Test> {
    let limits = call.take_limits(rule.arguments());
    match rule {
        RuleName::Length => limits::check_length(limits, call).map(Test::Length),
        RuleName::Range => limits::check_range(limits, call).map(Test::Range),
        RuleName::MultipleOf => read_factor(call).map(Test::MultipleOf),
        RuleName::Pattern => read_pattern(call).map(Test::Pattern),
        RuleName::Email => Some(read_flag(call, Test::Email)),
        RuleName::Url => Some(read_flag(call, Test::Url)),
        RuleName::Uuid => Some(read_flag(call, Test::Uuid)),
        RuleName::Ip => read_version(call).map(Test::Ip),
        RuleName::OneOf => Some(Test::OneOf(one_of::read(call))),
        RuleName::Unique => Some(read_flag(call, Test::Unique)),
        RuleName::Custom => read_function(call).map(Test::Custom),
        RuleName::Each => None,
    }
}

/// The one value that the rule takes.
fn read_one(call: &mut Call, needs: &str) -> Option<Expr> {
    let mut values = std::mem::take(&mut call.values).into_iter();
    let value = values.next();
    if value.is_none() && call.errors.count() == 0 {
        call.complain(needs);
    }
    if let Some(second) = values.next() {
        call.complain_of(&second, format!("`{}` takes one value: remove all but one", call.name()));
    }
    value
}

fn read_factor(call: &mut Call) -> Option<Expr> {
    let factor = read_one(call, "needs a number")?;
    match Number::of(&factor) {
        Some(number) if number.is_negative() => {
            let opposite = show(&factor).unwrap_or_default();
            let opposite = opposite.trim_start_matches('-');
            let message =
                format!("`multiple_of` takes a number above 0: write `multiple_of = {opposite}`, which says the same");
            call.complain_of(&factor, message);
            None
        }
        Some(number) if !number.is_positive() => {
            call.complain_of(&factor, "`multiple_of` takes a number above 0: nothing but 0 is a multiple of 0");
            None
        }
        None if limits::is_other_literal(&factor) => {
            call.complain_of(&factor, "`multiple_of` takes a number: write `multiple_of = 5`");
            None
        }
        _ => Some(factor),
    }
}

fn read_pattern(call: &mut Call) -> Option<LitStr> {
    let value = read_one(call, "needs a regular expression")?;
    let pattern = as_string(&value);
    if pattern.is_none() {
        let message = "`pattern` takes a string literal, which is checked when the model is compiled: \
                       write `pattern = \"^[a-z]+$\"`";
        call.complain_of(&value, message);
    }
    pattern.cloned()
}

fn read_flag(call: &mut Call, test: Test) -> Test {
    let name = call.name();
    if let Some(value) = std::mem::take(&mut call.values).first() {
        let message = match as_string(value).map(LitStr::value).filter(|text| text.contains(' ')) {
            Some(text) => format!("for a message of its own write `{name}(message = {text:?})`"),
            None => format!("write only `{name}`"),
        };
        call.complain_of(value, format!("`{name}` takes no value: {message}"));
    }
    refuse_empty(call);
    test
}

/// `email()` and the like.
fn refuse_empty(call: &mut Call) {
    if call.form == Form::Called && call.named.is_empty() && call.errors.count() == 0 {
        let message = format!("there is nothing in the parentheses: write only `{}`", call.name());
        call.errors.add(call.span, message);
    }
}

fn read_version(call: &mut Call) -> Option<Version> {
    let values = std::mem::take(&mut call.values);
    let [value] = values.as_slice() else {
        match values.get(1) {
            Some(second) => call.complain_of(second, "`ip` takes one version, or either: write only `ip` for both"),
            None => refuse_empty(call),
        }
        return Some(Version::Any);
    };
    let written = as_string(value).map(LitStr::value).or_else(|| show(value)).unwrap_or_default();
    let version = match written.to_lowercase().trim_start_matches('v') {
        "4" => Some(("v4", Version::V4)),
        "6" => Some(("v6", Version::V6)),
        _ => None,
    };
    match version {
        Some((right, version)) if show(value).as_deref() == Some(right) && call.form == Form::Called => {
            return Some(version);
        }
        Some((right, _)) => {
            call.complain_of(value, format!("`ip` takes `v4` or `v6` in parentheses: write `ip({right})`"));
        }
        None => call.complain_of(value, "`ip` takes `v4` or `v6`: write `ip(v4)`, or only `ip` for both"),
    }
    None
}

/// The function of an attribute that takes nothing else.
pub(crate) fn parse_function(input: ParseStream<'_>, row: &'static Attribute, key: &Ident) -> syn::Result<ExprPath> {
    let mut call = Call::parse(input, row, key)?;
    if call.form == Form::Called && !call.values.is_empty() {
        let value = call.values.swap_remove(0);
        call.complain_of(&value, describe_function(call.name(), &value));
        call.values = vec![value];
    }
    let function = read_function(&mut call);
    match (call.errors.combine(), function) {
        (None, Some(function)) => Ok(function),
        (errors, _) => Err(errors.unwrap_or_else(|| syn::Error::new(key.span(), row.example))),
    }
}

fn read_function(call: &mut Call) -> Option<ExprPath> {
    match read_one(call, "needs the path of a function")? {
        Expr::Path(path) => Some(path),
        value => {
            call.complain_of(&value, describe_function(call.name(), &value));
            None
        }
    }
}

/// What to write where a function's path is needed, and `value` is none.
pub(crate) fn describe_function(name: &str, value: &Expr) -> String {
    let path = match value {
        Expr::Path(_) => show(value),
        Expr::Call(call) => show(&call.func),
        value => as_string(value).map(LitStr::value),
    };
    let path = path.filter(|path| syn::parse_str::<ExprPath>(path).is_ok()).unwrap_or("path::to::check".to_owned());
    format!("`{name}` takes the path of a function: write `{name} = {path}`")
}

fn parse_each(input: ParseStream<'_>, row: &'static Attribute, key: &Ident) -> syn::Result<Rule> {
    let wrong = |problem| syn::Error::new(key.span(), format!("`each` {problem}: write `{}`", row.example));
    if !input.peek(syn::token::Paren) {
        skip_to_comma(input);
        return Err(wrong("takes the rules for the items in parentheses"));
    }
    let list;
    syn::parenthesized!(list in input);
    if list.is_empty() {
        return Err(wrong("has no rules for the items"));
    }
    let (mut rules, mut errors): (Vec<Rule>, _) = (Vec::new(), Errors::default());
    while !list.is_empty() {
        let parsed = parse_rule_of_items(&list);
        if let Some(rule) = errors.keep(parsed) {
            refuse_repeated(&rule, &rules, &mut errors);
            rules.push(rule);
        }
        skip_past_comma(&list);
    }
    if !is_at_end(input) {
        errors.push(input.error("expected `,` behind `each(..)`"));
    }
    match errors.combine() {
        Some(error) => Err(error),
        None => Ok(Rule { name: row.name, span: key.span(), test: Test::Each(rules), message: None }),
    }
}

fn parse_rule_of_items(input: ParseStream<'_>) -> syn::Result<Rule> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error("expected a rule, as in `each(length(min = 1))`"));
    }
    let key = input.call(Ident::parse_any)?;
    if key == "message" && input.peek(Token![=]) {
        let message =
            "`each` has no message of its own: give it to a rule, as in `each(length(min = 1, message = \"..\"))`";
        return Err(syn::Error::new(key.span(), message));
    }
    let (row, rule) = find::rule(&key.to_string()).map_err(|message| syn::Error::new(key.span(), message))?;
    parse(input, rule, row, &key)
}

fn refuse_repeated(rule: &Rule, before: &[Rule], errors: &mut Errors) {
    if before.iter().any(|other| other.identity() == rule.identity()) {
        errors.add(rule.span, format!("`{}` is given twice: remove one of them", rule.name));
    }
}
