//! Whether a default that is a literal keeps the field's own rules.

use quote::ToTokens;
use syn::{Expr, ExprLit, Lit};

use super::matching;
use crate::{
    errors::Errors,
    rules::number::Number,
    rules::rule::{Limit, Rule, Test},
};

pub(super) fn check(default: &Expr, rules: &[&Rule], errors: &mut Errors) {
    let Some(literal) = Literal::of(default) else { return };
    for rule in rules {
        if let Some(must) = literal.find_broken(&rule.test) {
            let message = format!("the default breaks the rule `{}` of its field: it must be {must}", rule.name);
            errors.push(syn::Error::new_spanned(default, message));
        }
    }
}

enum Literal {
    Number(Number),
    Text(String),
}

impl Literal {
    /// The literal in `"a".to_owned()`, `String::from("a")`, `Some(5)` and the like.
    fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(Self::Text(text.value())),
            Expr::MethodCall(call) if call.args.is_empty() => {
                let converts = ["to_owned", "to_string", "into"].iter().any(|name| call.method == name);
                Self::of(&call.receiver).filter(|_| converts)
            }
            Expr::Call(call) if call.args.len() == 1 => {
                let Expr::Path(function) = &*call.func else { return None };
                let name = &function.path.segments.last()?.ident;
                let keeps = ["Some", "from", "Borrowed"].iter().any(|known| name == known);
                Self::of(call.args.first()?).filter(|_| keeps)
            }
            Expr::Group(group) => Self::of(&group.expr),
            expr => Number::of(expr).map(Self::Number),
        }
    }

    /// What it must be and is not.
    fn find_broken(&self, test: &Test) -> Option<String> {
        match (test, self) {
            (Test::Range(limits), Self::Number(number)) => {
                limits.iter().find_map(|limit| find_exceeded(*number, limit))
            }
            (Test::Length(limits), Self::Text(text)) => {
                let count = Number::from(text.chars().count());
                let exceeded = limits.iter().find_map(|limit| find_exceeded(count, limit))?;
                Some(format!("{exceeded} characters long, and has {}", text.chars().count()))
            }
            (Test::MultipleOf(factor), Self::Number(number)) => {
                let is_multiple = number.is_multiple_of(Number::of(factor)?)?;
                (!is_multiple).then(|| format!("a multiple of {}", factor.to_token_stream()))
            }
            (Test::OneOf(choices), _) => {
                let is = choices.iter().map(|choice| self.is(choice)).collect::<Option<Vec<_>>>()?;
                let shown: Vec<_> = choices.iter().map(|choice| format!("`{}`", choice.to_token_stream())).collect();
                (!is.contains(&true)).then(|| format!("one of {}", shown.join(", ")))
            }
            (Test::Pattern(pattern), Self::Text(text)) => {
                let found = matching::find(&pattern.value(), text)?;
                (!found).then(|| format!("a text with a match of `{}`", pattern.value()))
            }
            _ => None,
        }
    }

    /// Whether it is the choice, if that is a literal as well.
    fn is(&self, choice: &Expr) -> Option<bool> {
        match (self, Self::of(choice)?) {
            (Self::Number(number), Self::Number(choice)) => Some(number.compare(choice)?.is_eq()),
            (Self::Text(text), Self::Text(choice)) => Some(*text == choice),
            _ => None,
        }
    }
}

/// The limit that the number is beyond.
fn find_exceeded(number: Number, limit: &Limit) -> Option<String> {
    let order = number.compare(Number::of(&limit.value)?)?;
    let kept = match limit.name {
        "min" => order.is_ge(),
        "max" => order.is_le(),
        "equal" => order.is_eq(),
        "exclusive_min" => order.is_gt(),
        _ => order.is_lt(),
    };
    (!kept).then(|| limit.describe())
}
