//! Limits such as `min = 1`: the arguments of `length` and `range`.

use std::cmp::Ordering;

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Expr, ExprRange, LitStr, RangeLimits};

use super::{
    call::{Argument, Call, Style},
    literal::{as_string, is_non_number, show},
    moment::Moment,
    number::Number,
};
use crate::errors::Errors;

pub(super) struct Limits(Vec<Limit>);

pub(super) struct Limit {
    kind: &'static Kind,
    /// The span of the name.
    pub(super) span: Span,
    pub(super) value: Expr,
}

struct Kind {
    name: &'static str,
    /// As in "must be at least 1".
    words: &'static str,
    /// Whether a number that compares with the limit in this way is within it.
    allows: fn(Ordering) -> bool,
}

const KINDS: [Kind; 5] = [
    Kind { name: "min", words: "at least", allows: Ordering::is_ge },
    Kind { name: "max", words: "at most", allows: Ordering::is_le },
    Kind { name: "equal", words: "exactly", allows: Ordering::is_eq },
    Kind { name: "exclusive_min", words: "more than", allows: Ordering::is_gt },
    Kind { name: "exclusive_max", words: "less than", allows: Ordering::is_lt },
];

impl Limits {
    pub(super) fn parse(call: &mut Call) -> Option<Self> {
        if let Some(value) = call.values.first().cloned() {
            let right = suggest(call);
            call.error_at(&value, format!("`{}` takes its limits by name: write {right}", call.name));
            return None;
        }
        let arguments = std::mem::take(&mut call.arguments);
        if arguments.is_empty() && call.errors.count() == 0 {
            let problem = if call.style == Style::Called { "has no limits" } else { "takes its limits in parentheses" };
            call.error(problem);
        }
        Some(Self(arguments.into_iter().filter_map(|argument| Limit::parse(argument, call)).collect()))
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Limit> {
        self.0.iter()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Limit> {
        self.0.iter().find(|limit| limit.name() == name)
    }

    /// The limit that the number violates, as in "at least 1".
    pub(super) fn find_violated(&self, number: Number) -> Option<String> {
        self.0.iter().find(|limit| limit.allows(number) == Some(false)).map(Limit::describe)
    }
}

impl Limit {
    fn parse(Argument { name, span, value }: Argument, call: &mut Call) -> Option<Self> {
        let takes_moments = call.takes("exclusive_min");
        if takes_moments && as_string(&value).is_some_and(|text| text.value().parse::<f64>().is_err()) {
            if Moment::of(&value).is_none() {
                let message = "no such date or time: write it as in `\"2024-11-23\"`, `\"08:30:00\"`, \
                    `\"2024-11-23T08:30:00\"` or, for an instant, `\"2024-11-23T08:30:00Z\"`";
                call.error_at(&value, message);
            }
        } else if is_non_number(&value) {
            let number = as_string(&value).map(LitStr::value).filter(|text| text.parse::<f64>().is_ok());
            let number = number.unwrap_or("1".to_owned());
            call.error_at(&value, format!("`{name}` takes a number: write `{name} = {number}`"));
        }
        let kind = KINDS.iter().find(|kind| kind.name == name)?;
        Some(Self { kind, span, value })
    }

    pub(super) fn name(&self) -> &'static str {
        self.kind.name
    }

    fn describe(&self) -> String {
        format!("{} {}", self.kind.words, self.value.to_token_stream().to_string().replace("- ", "-"))
    }

    /// Whether the number is within the limit; `None` if that is not known at compile time.
    fn allows(&self, number: Number) -> Option<bool> {
        number.compare(Number::of(&self.value)?).map(self.kind.allows)
    }
}

/// Reports a lower and an upper limit with no number between them.
pub(super) fn check_sides(low: Option<&Limit>, high: Option<&Limit>, what: &str, integer: bool, errors: &mut Errors) {
    let Some((low, high)) = low.zip(high) else { return };
    let Some((from, to)) = numbers_of(low, high) else { return };
    let exclusive = [low, high].iter().filter(|limit| limit.name().starts_with("exclusive")).count();
    let empty = match from.compare(to) {
        Some(Ordering::Greater) => true,
        Some(Ordering::Equal) => exclusive > 0,
        Some(Ordering::Less) => integer && exclusive == 2 && from.precedes(to),
        None => false,
    };
    if empty {
        let remedy = if from.compare(to) == Some(Ordering::Greater) { "swap them or change one" } else { "change one" };
        let message = format!("no {what} is {} and {}: {remedy}", low.describe(), high.describe());
        errors.add_at(&high.value, message);
    }
}

/// The limits as numbers that can be compared, if they are known at compile time.
fn numbers_of(low: &Limit, high: &Limit) -> Option<(Number, Number)> {
    match (Moment::of(&low.value), Moment::of(&high.value)) {
        (Some(from), Some(to)) => from.is_like(&to).then(|| (from.key.into(), to.key.into())),
        _ => Number::of(&low.value).zip(Number::of(&high.value)),
    }
}

/// Suggests the limits that values without names were probably intended as.
fn suggest(call: &Call) -> String {
    let (name, alone) = (call.name, call.arguments.is_empty());
    let shown: Option<Vec<_>> = call.values.iter().map(show).collect();
    let limits = match (call.values.as_slice(), shown.as_deref()) {
        ([Expr::Range(range)], _) if alone => from_range(range, call),
        (_, Some([value])) if alone && call.takes("equal") => Some(format!("equal = {value}")),
        (_, Some([value])) if alone => return format!("`{name}(min = {value})` or `{name}(max = {value})`"),
        (_, Some([min, max])) if alone => Some(format!("min = {min}, max = {max}")),
        _ => None,
    };
    format!("`{name}({})`", limits.unwrap_or("min = 1, max = 9".to_owned()))
}

/// The limits of a Rust range such as `0..=9`.
fn from_range(range: &ExprRange, call: &Call) -> Option<String> {
    let limit = |name, value: &Option<Box<Expr>>| Some(format!("{name} = {}", show(value.as_deref()?)?));
    let end = match range.limits {
        RangeLimits::Closed(_) => limit("max", &range.end),
        RangeLimits::HalfOpen(_) if call.takes("exclusive_max") => limit("exclusive_max", &range.end),
        RangeLimits::HalfOpen(_) => {
            let end = range.end.as_deref().and_then(show).and_then(|end| end.parse::<usize>().ok());
            end.and_then(|end| end.checked_sub(1)).map(|end| format!("max = {end}"))
        }
    };
    let limits: Vec<_> = limit("min", &range.start).into_iter().chain(end).collect();
    (!limits.is_empty()).then(|| limits.join(", "))
}
