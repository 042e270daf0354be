//! Models that are converted from another type, which is read in their place: `try_from` and `from`.

use std::{fmt::Display, marker::PhantomData, ops::Deref};

use crate::{
    adapters::foreign::reject_in,
    model::ConnectModel,
    object::Record,
    reader::{Failure, Reader},
    report::{Mark, Problems, Rejection},
    shape::Field,
};

/// How a model is made of a `Raw`.
#[derive(Debug, Clone, Copy)]
pub struct Conversion<C, K> {
    /// Makes it, or says why not.
    convert: C,
    /// Runs the model's own checks.
    check: K,
    /// The fields of `Raw`, by whose names a rejection may be placed.
    fields: &'static [Field],
}

/// Reads a `Raw` with `decode`, and makes a model of it.
pub fn converted<'de, Raw, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<Raw, Failure>,
    conversion: Conversion<impl FnOnce(Raw) -> Result<T, Rejection>, impl FnOnce(&T, &mut Problems)>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    let mark = reader.problems.mark();
    let raw = decode(reader)?;
    conversion.finish(raw, start, mark, reader)
}

/// Makes a model of the `Raw` that was read from the keys of the object at the offset `object` (bytes).
pub fn finish_converted<'de, Raw: Record<'de>, T>(
    slots: Raw::Slots,
    object: usize,
    reader: &mut Reader<'de>,
    conversion: Conversion<impl FnOnce(Raw::Model) -> Result<T, Rejection>, impl FnOnce(&T, &mut Problems)>,
) -> Result<T, Failure> {
    let mark = reader.problems.mark();
    let raw = Raw::finish(slots, object, reader)?;
    conversion.finish(raw, object, mark, reader)
}

/// Makes a model of the `Raw` in these slots, whose place is not known; a flattened model is made where it is.
pub fn build_converted<'de, Raw: Record<'de>, T>(
    slots: Raw::Slots,
    convert: impl FnOnce(Raw::Model) -> Result<T, Rejection>,
) -> Result<T, Failure> {
    convert(Raw::build(slots)?).map_err(|_| Failure::Invalid)
}

impl<C, K> Conversion<C, K> {
    /// With these functions and the fields of what is converted.
    pub fn new<Raw, T>(convert: C, check: K, fields: &'static [Field]) -> Self
    where
        C: FnOnce(Raw) -> Result<T, Rejection>,
        K: FnOnce(&T, &mut Problems),
    {
        Self { convert, check, fields }
    }

    /// A value that violates a rule of its own is not converted: what its conversion says would follow from that.
    fn finish<Raw, T>(self, raw: Raw, start: usize, mark: Mark, reader: &mut Reader<'_>) -> Result<T, Failure>
    where
        C: FnOnce(Raw) -> Result<T, Rejection>,
        K: FnOnce(&T, &mut Problems),
    {
        if !reader.problems.none_since(mark) {
            return Err(Failure::Invalid);
        }
        let model = (self.convert)(raw).map_err(|rejection| reject_in(reader, start, rejection, self.fields))?;
        (self.check)(&model, &mut reader.problems);
        if !reader.problems.none_since(mark) {
            reader.resolve_since(mark, start, |_| None);
        }
        Ok(model)
    }
}

/// What is known about the error of a conversion. Its own method exists only for an error that is a rejection; else the
/// compiler finds the one of what it dereferences to.
#[derive(Debug)]
pub struct ErrorKind<E>(Text, PhantomData<fn(E)>);

impl<E> ErrorKind<E> {
    /// The kind of this error.
    pub fn of(_error: &E) -> Self {
        Self(Text, PhantomData)
    }
}

impl<E: Into<Rejection>> ErrorKind<E> {
    /// The error is a rejection.
    pub fn known(&self) -> OwnRejection {
        OwnRejection
    }
}

impl<E> Deref for ErrorKind<E> {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

/// An error that is a rejection.
#[derive(Debug, Clone, Copy)]
pub struct OwnRejection;

impl OwnRejection {
    /// The rejection itself.
    #[expect(clippy::unused_self, reason = "generated code calls it on what the compiler found")]
    pub fn rejection(self, error: impl Into<Rejection>) -> Rejection {
        error.into()
    }
}

/// An error that is no more than its text.
#[derive(Debug, Clone, Copy)]
pub struct Text;

impl Text {
    /// An error of any kind has a text.
    pub fn known(self) -> Self {
        self
    }

    /// A rejection with the text.
    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_value,
        reason = "generated code calls it on what the compiler found, as it does the other"
    )]
    pub fn rejection(self, error: impl Explained) -> Rejection {
        Rejection::new(error.explain())
    }
}

/// An error that says why a conversion was refused.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say why the conversion was refused",
    label = "the error of this `TryFrom`",
    note = "it needs `Display`, or an implementation of `From<..> for Rejection`"
)]
pub trait Explained {
    /// The text of the error.
    fn explain(&self) -> String;
}

impl<E: Display> Explained for E {
    fn explain(&self) -> String {
        self.to_string()
    }
}

/// The fields of a type, if it is a model.
#[derive(Debug)]
pub struct FieldsOf<T>(NoFields, PhantomData<fn() -> T>);

impl<T> FieldsOf<T> {
    /// Of the type `T`.
    pub const NEW: Self = Self(NoFields, PhantomData);
}

impl<T: ConnectModel> FieldsOf<T> {
    /// Those of the model.
    pub fn fields(&self) -> &'static [Field] {
        T::FIELDS
    }
}

impl<T> Deref for FieldsOf<T> {
    type Target = NoFields;

    fn deref(&self) -> &NoFields {
        &self.0
    }
}

/// The fields of what is not known to be a model.
#[derive(Debug)]
pub struct NoFields;

impl NoFields {
    /// None.
    #[expect(clippy::unused_self, reason = "generated code calls it on what the compiler found")]
    pub fn fields(&self) -> &'static [Field] {
        &[]
    }
}
