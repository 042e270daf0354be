//! What field attributes put around a type's own way of being read.

use crate::reader::{Failure, Reader};

/// `strict`: coercion is refused, in all that the value contains.
pub fn strict<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    reader.strictly(decode)
}
