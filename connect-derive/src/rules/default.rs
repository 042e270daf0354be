//! Literal defaults of fields, which can be checked against the field's rules at compile time.

use syn::{Expr, ExprLit, Lit};

use super::number::Number;

pub(crate) enum Literal {
    Number(Number),
    Text(String),
}

impl Literal {
    /// The literal in `"a".to_owned()`, `String::from("a")`, `Some(5)` and the like.
    pub(super) fn of(expr: &Expr) -> Option<Self> {
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

    pub(super) fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) => None,
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }

    /// Whether it equals the expression; `None` if that is not known at compile time.
    pub(super) fn equals(&self, expr: &Expr) -> Option<bool> {
        match (self, Self::of(expr)?) {
            (Self::Number(number), Self::Number(other)) => Some(number.compare(other)?.is_eq()),
            (Self::Text(text), Self::Text(other)) => Some(*text == other),
            _ => None,
        }
    }
}
