//! The traits of types that can be read from a text that is cut off.

use super::parts::{Part, Parts};
use crate::{decode::DecodeOwned, reader::Failure};

/// A type of which a part can be read: see [`partial`](super::partial()).
///
/// `#[derive(ConnectModel)]` with `#[connect(partial)]` implements it; this crate implements it for the types of std and of
/// the crates that its features enable.
///
/// ```
/// use connect_runtime::{PartialModel, partial};
///
/// fn newest<T: PartialModel>(text: &str) -> Option<T::Partial> {
///     partial::<Vec<T>>(text).into_value()?.pop()
/// }
/// assert_eq!(newest::<String>(r#"["one", "tw"#), Some("tw".to_owned()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be read in part",
    label = "has no partial form",
    note = "a model of yours needs `#[connect(partial)]`",
    note = "a field of any other type needs `#[connect(whole)]`: it is then absent until its value is complete"
)]
pub trait PartialModel: DecodeOwned {
    /// What there is of a value while its text goes on.
    type Partial;

    /// The value, which is complete, as a part of itself.
    fn into_partial(self) -> Self::Partial;

    /// Reads the current value, which is not finished or has something wrong in it.
    #[doc(hidden)]
    fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
        Ok(parts.complete(Self::decode)?.map(Self::into_partial))
    }
}

/// A type of which a part can be read key by key from an object, which it may share with others.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be flattened in a model that is `partial`",
    label = "has no keys of its own, or no partial form",
    note = "flatten a struct with named fields that has `#[connect(partial)]`, a map, or an `Option` of one"
)]
pub trait PartialRecord: PartialModel<Partial: Default> {
    /// Reads the current value into the field with the key `name`; false if there is none.
    #[doc(hidden)]
    fn take_part(partial: &mut Self::Partial, name: &str, parts: &mut Parts<'_, '_>) -> Result<bool, Failure>;
}
