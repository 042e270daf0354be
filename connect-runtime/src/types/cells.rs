//! Cells and locks, which are read as the value in them.

use std::{
    cell::{Cell, RefCell},
    sync::{Mutex, PoisonError, RwLock},
};

use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader},
    report::Problems,
    rules::Incomparable,
};

/// Cells and locks, whose values can change: they are neither keys nor compared. `$validate` runs the rules inside.
macro_rules! decode_cells {
    ($($cell:ident: $bound:path, |$value:ident, $problems:ident| $validate:expr;)*) => {$(
        impl<T> Compared for $cell<T> {
            type By = Incomparable;
        }

        impl<'de, T: Decode<'de> + $bound> Decode<'de> for $cell<T> {
            const SPELLING: Spelling<Self> = None;
            const OPTIONAL: bool = T::OPTIONAL;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                T::decode(reader).map(Self::new)
            }

            fn absent() -> Option<Self> {
                T::absent().map(Self::new)
            }

            fn may_start_with(first: u8) -> bool {
                T::may_start_with(first)
            }

            fn validate_nested(&self, $problems: &mut Problems) {
                let $value = self;
                $validate;
            }
        }
    )*};
}

/// Any type, for macros that ask for a bound.
trait Any {}

impl<T> Any for T {}

decode_cells! {
    // As in serde, whose `Cell` writes a copy of its value.
    Cell: Copy, |cell, problems| cell.get().validate_nested(problems);
    // A value that is being changed is validated by who changes it.
    RefCell: Any, |cell, problems| _ = cell.try_borrow().map(|value| value.validate_nested(problems));
    Mutex: Any, |lock, problems| lock.lock().unwrap_or_else(PoisonError::into_inner).validate_nested(problems);
    RwLock: Any, |lock, problems| lock.read().unwrap_or_else(PoisonError::into_inner).validate_nested(problems);
}
