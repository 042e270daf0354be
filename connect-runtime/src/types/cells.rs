//! Types that wrap one value and are read as it: cells, locks, `Wrapping`, `Saturating`, `Reverse`.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    cmp::Reverse,
    num::{Saturating, Wrapping},
    sync::{Mutex, PoisonError, RwLock},
};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling, spell},
    reader::{Failure, Reader},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct, Incomparable},
};

/// Newtypes of std: `$inside` is the value in one.
macro_rules! decode_newtypes {
    ($($outer:ident)*) => {$(
        impl<T> Compared for $outer<T> {
            type By = ByContent;
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $outer<T> {
            const SPELLING: Spelling<Self> = match T::SPELLING {
                Some(_) => Some(|outer| spell::<T>(&outer.0)),
                None => None,
            };
            const OPTIONAL: bool = T::OPTIONAL;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                T::decode(reader).map(Self)
            }

            fn absent() -> Option<Self> {
                T::absent().map(Self)
            }

            fn may_start_with(first: u8) -> bool {
                T::may_start_with(first)
            }

            fn validate_nested(&self, problems: &mut Problems) {
                self.0.validate_nested(problems);
            }
        }

        impl<T: MapKey> MapKey for $outer<T> {
            fn to_key(&self) -> Cow<'_, str> {
                self.0.to_key()
            }
        }

        impl<T: Distinct> Compare<$outer<T>> for ByContent {
            fn digest(value: &$outer<T>, digester: &mut Digester) {
                value.0.digest(digester);
            }

            fn same(value: &$outer<T>, other: &$outer<T>) -> bool {
                value.0.same(&other.0)
            }
        }
    )*};
}

decode_newtypes! { Reverse Saturating Wrapping }

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
