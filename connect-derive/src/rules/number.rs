//! Number literals, whose value is known at compile time.

use std::cmp::Ordering;

use syn::{Expr, ExprLit, Lit, UnOp};

/// A decimal number: `digits` times ten to the power of `exponent`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    digits: i128,
    exponent: i32,
}

impl Number {
    /// `None` if it isn't a number literal, or is too large to be compared here.
    pub(crate) fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => Self::parse(number.base10_digits()),
            Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) => Self::parse(number.base10_digits()),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
                let Self { digits, exponent } = Self::of(&unary.expr)?;
                Some(Self { digits: -digits, exponent })
            }
            Expr::Group(group) => Self::of(&group.expr),
            Expr::Paren(paren) => Self::of(&paren.expr),
            _ => None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let places = i32::try_from(fraction.len()).ok()?;
        let exponent = exponent.parse::<i32>().ok()?.checked_sub(places)?;
        Some(Self { digits: format!("{whole}{fraction}").parse().ok()?, exponent })
    }

    /// The digits of both numbers, with the same exponent.
    fn align(self, other: Self) -> Option<(i128, i128)> {
        let exponent = self.exponent.min(other.exponent);
        let scale = |number: Self| {
            let places = u32::try_from(number.exponent.checked_sub(exponent)?).ok()?;
            number.digits.checked_mul(10_i128.checked_pow(places)?)
        };
        Some((scale(self)?, scale(other)?))
    }

    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        self.align(other).map(|(number, other)| number.cmp(&other))
    }

    pub(crate) fn is_multiple_of(self, factor: Self) -> Option<bool> {
        let (number, factor) = self.align(factor)?;
        Some(number.checked_rem(factor)? == 0)
    }

    pub(crate) fn is_positive(self) -> bool {
        self.digits > 0
    }

    pub(crate) fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Whether this integer is one less than `other`, with no integer between them.
    pub(crate) fn precedes(self, other: Self) -> bool {
        self.align(other).is_some_and(|(number, other)| number.checked_add(1) == Some(other))
    }
}

impl From<i128> for Number {
    fn from(digits: i128) -> Self {
        Self { digits, exponent: 0 }
    }
}

impl From<usize> for Number {
    fn from(count: usize) -> Self {
        Self { digits: i128::try_from(count).unwrap_or(i128::MAX), exponent: 0 }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use syn::{Expr, parse_quote};

    use super::Number;

    fn number(expr: &Expr) -> Number {
        Number::of(expr).unwrap()
    }

    #[test]
    fn literals_of_all_spellings_are_compared_by_value() {
        let compare = |a: Expr, b: Expr| number(&a).compare(number(&b));
        assert_eq!(compare(parse_quote!(1_000u64), parse_quote!(0x3e8)), Some(Ordering::Equal));
        assert_eq!(compare(parse_quote!(-1), parse_quote!((1))), Some(Ordering::Less));
        assert_eq!(compare(parse_quote!(1.5e1), parse_quote!(15)), Some(Ordering::Equal));
        assert_eq!(compare(parse_quote!(2.), parse_quote!(1.99f32)), Some(Ordering::Greater));
        assert_eq!(compare(parse_quote!(1e300), parse_quote!(1)), None);
        assert!(Number::of(&parse_quote!(LIMIT)).is_none() && Number::of(&parse_quote!("1")).is_none());
    }

    #[test]
    fn multiples_are_exact() {
        let is_multiple = |a: Expr, b: Expr| number(&a).is_multiple_of(number(&b));
        assert_eq!(is_multiple(parse_quote!(0.3), parse_quote!(0.1)), Some(true));
        assert_eq!(is_multiple(parse_quote!(0.35), parse_quote!(0.1)), Some(false));
        assert_eq!(is_multiple(parse_quote!(-10), parse_quote!(5)), Some(true));
        assert_eq!(is_multiple(parse_quote!(7), parse_quote!(0)), None);
    }
}
