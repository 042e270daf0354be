//! `with = module` on an `Option<T>`, where the function of the module gives a `T` or an `Option<T>`.
//!
//! Generated code asks a [`Probe`] what the function gives. A method of the probe itself exists only if that is a `T`;
//! else the compiler finds the one of what the probe dereferences to.

use std::{marker::PhantomData, ops::Deref};

use super::{foreign::with, text::Text};
use crate::{
    reader::{Failure, Reader},
    report::Rejection,
    types::wrappers::optional,
};

/// Finds out what a function gives for an `Option<T>`.
#[derive(Debug)]
pub struct Probe<F, T>(Whole, PhantomData<fn(F) -> T>);

impl<F, T> Probe<F, T> {
    /// A probe of this function.
    pub fn of(_function: &F) -> Self {
        Self(Whole, PhantomData)
    }
}

/// A function that gives this value.
pub trait Gives<T> {}

impl<F, T, E> Gives<T> for F where F: FnOnce(&Text<'_>) -> Result<T, E> {}

impl<F: Gives<T>, T> Probe<F, T> {
    /// It gives a `T`.
    pub fn given(&self) -> Inner {
        Inner
    }
}

impl<F, T> Deref for Probe<F, T> {
    type Target = Whole;

    fn deref(&self) -> &Whole {
        &self.0
    }
}

/// The function gives the `Option`, and gets the text of null.
#[derive(Debug, Clone, Copy)]
pub struct Whole;

impl Whole {
    /// It gives the whole value, as far as is known.
    pub fn given(self) -> Self {
        self
    }

    /// Reads the value.
    #[expect(clippy::unused_self, reason = "generated code calls it on what the compiler found")]
    pub fn read<'de, T, E: Into<Rejection>>(
        self,
        reader: &mut Reader<'de>,
        decode: impl FnOnce(&Text<'de>) -> Result<Option<T>, E>,
    ) -> Result<Option<T>, Failure> {
        with(reader, decode)
    }
}

/// The function gives what is in the `Option`; null is `None` without it.
#[derive(Debug, Clone, Copy)]
pub struct Inner;

impl Inner {
    /// Reads the value.
    #[expect(clippy::unused_self, reason = "generated code calls it on what the compiler found")]
    pub fn read<'de, T, E: Into<Rejection>>(
        self,
        reader: &mut Reader<'de>,
        decode: impl FnOnce(&Text<'de>) -> Result<T, E>,
    ) -> Result<Option<T>, Failure> {
        optional(reader, |reader| with(reader, decode))
    }
}
