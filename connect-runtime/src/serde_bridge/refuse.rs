//! Why a format can't be read at all.

use std::any::type_name;

use serde::de::Error;

/// What the errors of formats say that can't tell what comes next: of `bincode` 1, of `bincode` 2.
const NOT_SUPPORTED: [&str; 2] = ["deserialize_any", "AnyNotSupported"];

/// Adds to the error of a format that does not describe itself what that means for the model. Every other error stays as
/// it is, for those who look for the end of their input in it.
#[cold]
pub(super) fn explain<T, E: Error>(error: E) -> E {
    let why = error.to_string();
    if !NOT_SUPPORTED.iter().any(|reason| why.contains(reason)) {
        return error;
    }
    E::custom(format_args!(
        "`{}` can't be read from this format: a model is read only from formats that say what each value is, as JSON, \
         MessagePack and CBOR do ({why})",
        name_of::<T>()
    ))
}

/// The name of a type without its path and parameters.
fn name_of<T>() -> &'static str {
    let path = type_name::<T>().split('<').next().unwrap_or_default();
    path.rsplit("::").next().unwrap_or_default()
}
