//! The JSON text of a value, as the function of a `with` module gets it.

use std::{cell::Cell, ops::Deref};

/// The JSON text of a value for a `with` module, which may report that it coerced the value.
#[doc(hidden)]
#[derive(Debug)]
pub struct Text<'t> {
    text: &'t str,
    coerced: Cell<bool>,
}

impl<'t> Text<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, coerced: Cell::new(false) }
    }

    pub(crate) fn was_coerced(&self) -> bool {
        self.coerced.get()
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// JSON text that the ready-made modules read: a `str`, or the text of a value from a [`Decoder`](crate::Decoder).
pub trait Json: sealed::Json {}

impl<T: sealed::Json + ?Sized> Json for T {}

mod sealed {
    pub trait Json {
        fn text(&self) -> &str;

        /// Records that the value was coerced.
        fn mark_coerced(&self) {}
    }

    impl Json for str {
        fn text(&self) -> &str {
            self
        }
    }

    impl Json for super::Text<'_> {
        fn text(&self) -> &str {
            self.text
        }

        fn mark_coerced(&self) {
            self.coerced.set(true);
        }
    }
}
