//! The limits of `length` and `range`.

use syn::{Expr, ExprLit, ExprRange, Lit, RangeLimits};

use super::{
    call::{Call, Form, as_string, show},
    number::Number,
    rule::Limit,
};

pub(super) fn check_length(limits: Vec<Limit>, call: &mut Call) -> Option<Vec<Limit>> {
    let limits = check(limits, call)?;
    for limit in &limits {
        if is_float(&limit.value) {
            let (name, whole) = (limit.name, show(&limit.value).unwrap_or_default());
            let whole = whole.split('.').next().unwrap_or_default();
            call.complain_of(&limit.value, format!("a length is a whole number: write `{name} = {whole}`"));
        } else if Number::of(&limit.value).is_some_and(Number::is_negative) {
            call.complain_of(&limit.value, "a length is never below 0: write a number from 0 on");
        }
    }
    Some(limits)
}

pub(super) fn check_range(limits: Vec<Limit>, call: &mut Call) -> Option<Vec<Limit>> {
    let limits = check(limits, call)?;
    for (inclusive, exclusive) in [("min", "exclusive_min"), ("max", "exclusive_max")] {
        let span = |name| limits.iter().find(|limit| limit.name == name).map(|limit| limit.span);
        if let (Some(_), Some(span)) = (span(inclusive), span(exclusive)) {
            let message = format!("`{inclusive}` and `{exclusive}` limit the same side: remove one of them");
            call.errors.add(span, message);
        }
    }
    Some(limits)
}

fn check(limits: Vec<Limit>, call: &mut Call) -> Option<Vec<Limit>> {
    if let Some(value) = call.values.first().cloned() {
        let right = suggest(call, limits.is_empty());
        call.complain_of(&value, format!("`{}` takes its limits by name: write {right}", call.name()));
        return None;
    }
    if limits.is_empty() && call.errors.count() == 0 {
        let problem = if call.form == Form::Called { "has no limit" } else { "takes its limits in parentheses" };
        call.complain(problem);
    }
    for limit in limits.iter().filter(|limit| is_other_literal(&limit.value)) {
        let number = as_string(&limit.value).map(syn::LitStr::value).filter(|text| text.parse::<f64>().is_ok());
        let (name, number) = (limit.name, number.unwrap_or("1".to_owned()));
        call.complain_of(&limit.value, format!("`{name}` takes a number: write `{name} = {number}`"));
    }
    Some(limits)
}

/// The limits that values without names may be meant to be.
fn suggest(call: &Call, alone: bool) -> String {
    let name = call.name();
    let shown: Option<Vec<_>> = call.values.iter().map(show).collect();
    let limits = match (call.values.as_slice(), shown.as_deref()) {
        ([Expr::Range(range)], _) if alone => from_range(range, name),
        (_, Some([value])) if alone && name == "length" => Some(format!("equal = {value}")),
        (_, Some([value])) if alone => return format!("`{name}(min = {value})` or `{name}(max = {value})`"),
        (_, Some([min, max])) if alone => Some(format!("min = {min}, max = {max}")),
        _ => None,
    };
    format!("`{name}({})`", limits.unwrap_or("min = 1, max = 9".to_owned()))
}

/// The limits that a Rust range such as `0..=9` would be.
fn from_range(range: &ExprRange, name: &str) -> Option<String> {
    let limit = |name, value: &Option<Box<Expr>>| Some(format!("{name} = {}", show(value.as_deref()?)?));
    let end = match range.limits {
        RangeLimits::Closed(_) => limit("max", &range.end),
        // Nothing of `length` excludes its limit.
        RangeLimits::HalfOpen(_) if name == "length" => {
            let end = range.end.as_deref().and_then(show).and_then(|end| end.parse::<usize>().ok());
            end.and_then(|end| end.checked_sub(1)).map(|end| format!("max = {end}"))
        }
        RangeLimits::HalfOpen(_) => limit("exclusive_max", &range.end),
    };
    let limits: Vec<_> = limit("min", &range.start).into_iter().chain(end).collect();
    (!limits.is_empty()).then(|| limits.join(", "))
}

fn is_float(value: &Expr) -> bool {
    matches!(value, Expr::Lit(ExprLit { lit: Lit::Float(_), .. }))
}

/// Whether it is a literal, and not a number.
pub(super) fn is_other_literal(value: &Expr) -> bool {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => !matches!(lit, Lit::Int(_) | Lit::Float(_)),
        _ => false,
    }
}
