//! What a derived model offers besides decoding.

use crate::{
    decode::Decode,
    report::{Problems, Report, Source},
    shape::Field,
};

/// A model: a type with `#[derive(ConnectModel)]`.
///
/// ```
/// use connect_runtime::ConnectModel;
///
/// #[derive(ConnectModel)]
/// struct Account { id: String }
///
/// let account = Account { id: "7".to_owned() };
/// assert!(account.validate().is_ok());
/// ```
pub trait ConnectModel: Sized {
    /// The fields in the order of declaration.
    #[doc(hidden)]
    const FIELDS: &'static [Field];

    /// Runs the rules of the model and of all models inside it on a value built by hand. Decoding runs them already.
    ///
    /// # Errors
    /// Every violated rule with its path, in the order of the fields. There is no text, hence no line and column.
    /// The entries of a `HashMap` come in the order of their keys as text. So do the items of a `HashSet`, which have no
    /// index of their own: theirs is the one among all items in that order.
    fn validate(&self) -> Result<(), Report>;
}

/// Runs the rules of `model` and of all models inside it.
pub fn validate<'de, T: Decode<'de>>(model: &T) -> Result<(), Report> {
    let mut problems = Problems::in_memory(DEFAULT_MAX_ISSUES);
    model.validate_nested(&mut problems);
    if problems.is_empty() { Ok(()) } else { Err(Report::new(problems, Source::Value)) }
}

/// How many problems a report holds unless a `Decoder` says otherwise.
pub(crate) const DEFAULT_MAX_ISSUES: usize = 100;
