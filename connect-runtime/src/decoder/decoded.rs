//! What decoding with a record of drift returns.

use crate::drift::Drift;

/// A value together with what was accepted although it deviates from the model.
///
/// ```
/// use connect_runtime::{Decoded, Decoder};
///
/// let Decoded { value, drift } = Decoder::new().decode::<bool>("true")?;
/// assert!(value && drift.is_empty());
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<T> {
    /// The value.
    pub value: T,
    /// What was accepted leniently.
    pub drift: Drift,
}
