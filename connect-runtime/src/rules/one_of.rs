//! `one_of`: strings and integers from a list.

use std::fmt::Display;

use super::{
    numbers::Integer,
    violation::{self, record_violation},
};
use crate::{
    message::{Message, Param},
    report::{Code, Problems, quote::shorten},
};

/// A value that can be one of several of type `C`.
#[diagnostic::on_unimplemented(
    message = "the rule `one_of` does not fit `{Self}`",
    label = "needs a string or an integer",
    note = "for floats use `range`"
)]
pub trait OneOf<C> {
    #[doc(hidden)]
    fn violates(&self, choices: &[C]) -> bool;

    #[doc(hidden)]
    fn explain(&self, choices: &[C], hidden: bool) -> Message;
}

see_through!(impl[C] OneOf<C> {
    fn violates(&self, choices: &[C]) -> bool;
    fn explain(&self, choices: &[C], hidden: bool) -> Message;
});

/// What a string is compared with.
#[diagnostic::on_unimplemented(
    message = "a string can't be compared with `{Self}`",
    label = "the field has strings, so write a string"
)]
pub trait Text: Display {
    #[doc(hidden)]
    fn is(&self, text: &str) -> bool;
}

impl Text for &str {
    #[inline]
    fn is(&self, text: &str) -> bool {
        *self == text
    }
}

macro_rules! choices {
    ($($type:ty: $choice:ident by |$value:ident, $candidate:ident| $equals:expr;)*) => {$(
        impl<C: $choice> OneOf<C> for $type {
            #[inline]
            fn violates(&self, choices: &[C]) -> bool {
                let $value = self;
                !choices.iter().any(|$candidate| $equals)
            }

            fn explain(&self, choices: &[C], hidden: bool) -> Message {
                explain(self, choices, hidden)
            }
        }
    )*};
}

choices! {
    str: Text by |value, choice| choice.is(value);
    String: Text by |value, choice| choice.is(value);
}

macro_rules! integer_choices {
    ($($integer:ident)*) => {
        choices! {$(
            $integer: Integer by |value, choice| value.wide() == choice.wide();
            std::num::NonZero<$integer>: Integer by |value, choice| value.wide() == choice.wide();
        )*}
    };
}

integer_choices! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// Checks that a value is one of `choices`.
#[inline]
pub fn one_of<C, T: OneOf<C> + ?Sized>(
    value: &T,
    choices: &[C],
    message: Option<&'static str>,
    problems: &mut Problems,
) {
    if value.violates(choices) {
        record_violation(problems, Code::OneOf, message, |hidden| value.explain(choices, hidden));
    }
}

fn explain<C: Display>(value: &(impl Display + ?Sized), choices: &[C], hidden: bool) -> Message {
    let choices = Param::List(choices.iter().map(C::to_string).collect());
    let actual = (!hidden).then(|| shorten(&value.to_string()).into());
    violation::explain("must be {choices}", [("choices", choices)], "is `{actual}`", actual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{hidden_messages, messages};

    #[test]
    fn the_choices_are_listed_and_the_value_shown() {
        let broken = messages(|problems| one_of(&Some("x"), &["a", "b", "c"], None, problems));
        assert_eq!(broken, ["must be one of `a`, `b` or `c`, is `x`"]);
        assert_eq!(messages(|problems| one_of(&3_u8, &[1_i128], None, problems)), ["must be `1`, is `3`"]);
        let long = messages(|problems| one_of(&"é".repeat(65), &["a"], None, problems));
        assert_eq!(long, [format!("must be `a`, is `{}..`", "é".repeat(64))]);
        assert_eq!(hidden_messages(|problems| one_of("x", &["a"], None, problems)), ["must be `a`"]);
    }

    #[test]
    fn a_choice_is_accepted() {
        assert!(messages(|problems| one_of(&-2_i64, &[1_i128, -2], None, problems)).is_empty());
        assert!(messages(|problems| one_of(&"b".to_owned(), &["a", "b"], None, problems)).is_empty());
        assert!(messages(|problems| one_of(&None::<String>, &["a"], None, problems)).is_empty());
    }
}
