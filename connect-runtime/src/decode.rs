//! The traits of types that can be read.

use std::borrow::Cow;

use crate::{
    reader::{Failure, Reader},
    report::Problems,
};

/// What to do about a type that can't be read, whichever of these traits it is asked for.
macro_rules! unreadable {
    ($trait:item) => {
        #[diagnostic::on_unimplemented(
            message = "`{Self}` can't be read from JSON",
            label = "not a type that `ConnectModel` reads",
            note = "a type of yours needs `#[derive(ConnectModel)]`; a type parameter needs the bound `DecodeOwned`, or `Decode<'de>` if it may borrow from the input",
            note = "a type of chrono, indexmap, jiff, rust_decimal, secrecy, url or uuid needs the feature of the same name of connect-runtime, and the version that connect-runtime uses",
            note = "on a field of any other type put `#[connect(serde)]`, `#[connect(from_str)]` or `#[connect(with = module)]`"
        )]
        $trait
    };
}

unreadable! {
    /// A type that can be read from JSON text. `#[derive(ConnectModel)]` implements it for structs and enums; this crate
    /// implements it for the types of std and of the crates that its features enable.
    ///
    /// ```
    /// use connect_runtime::{from_str, Decode, Report};
    ///
    /// fn first<'de, T: Decode<'de>>(text: &'de str) -> Result<Option<T>, Report> {
    ///     Ok(from_str::<Vec<T>>(text)?.into_iter().next())
    /// }
    /// assert_eq!(first::<&str>(r#"["a", "b"]"#)?, Some("a"));
    /// # Ok::<(), Report>(())
    /// ```
    pub trait Decode<'de>: Sized + Compared {
        /// How a scalar is spelled between its quotes, to find an item of a set in the input; `None` for what is not a
        /// scalar.
        #[doc(hidden)]
        const SPELLING: Spelling<Self>;

        /// Whether a field of this type may be absent; if so, [`absent`](Decode::absent) gives its value.
        #[doc(hidden)]
        const OPTIONAL: bool = false;

        /// For strings: makes one from an object's key. `None` if a key with escapes can't be borrowed; then it is decoded.
        #[doc(hidden)]
        const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = None;

        #[doc(hidden)]
        fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure>;

        /// Reads a `Cow` of a slice: a list of its own, unless these are bytes, which may be borrowed.
        #[doc(hidden)]
        fn decode_slice<'a>(reader: &mut Reader<'de>) -> Result<Cow<'a, [Self]>, Failure>
        where
            Self: Clone,
            'de: 'a,
        {
            Vec::decode(reader).map(Cow::Owned)
        }

        /// Whether a `Cow` of a slice may start with the byte `first`.
        #[doc(hidden)]
        fn slice_may_start_with(first: u8) -> bool {
            first == b'['
        }

        /// The value of an absent field.
        #[doc(hidden)]
        fn absent() -> Option<Self> {
            None
        }

        /// Whether an object of this type has a place for the key `name`.
        #[doc(hidden)]
        fn claims(_name: &str) -> bool {
            false
        }

        /// Whether a value of this type may start with the byte `first`; untagged enums ask before they try a variant.
        #[doc(hidden)]
        fn may_start_with(first: u8) -> bool;

        /// Runs the rules of the models inside.
        #[doc(hidden)]
        fn validate_nested(&self, _problems: &mut Problems) {}
    }
}

unreadable! {
    /// How the rule `unique` compares values of a type, which every type that is read must define.
    pub trait Compared {
        /// `ByEq`, `ByContent` or `Incomparable` from the module of the rules.
        type By;
    }
}

/// How a scalar is spelled between its quotes; `None` for a type that is not a scalar.
pub type Spelling<T> = Option<fn(&T) -> Cow<'_, str>>;

/// The value as it is spelled between its quotes, if it is a scalar.
pub fn spell<'v, 'de, T: Decode<'de>>(value: &'v T) -> Cow<'v, str> {
    T::SPELLING.map_or(Cow::Borrowed(""), |spell| spell(value))
}

/// A type that can be the key of a map, read from an object's key.
///
/// This crate implements it for strings, integers, `bool`, dates, addresses and the like; `#[derive(ConnectModel)]`
/// implements it for unit-only enums and for newtypes of such types.
///
/// ```
/// use connect_runtime::{ConnectModel, MapKey, from_str};
/// use std::collections::BTreeMap;
///
/// #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
/// struct RoomNumber(u16);
///
/// let guests: BTreeMap<RoomNumber, String> = from_str(r#"{"101": "ada"}"#)?;
/// assert_eq!(guests[&RoomNumber(101)], "ada");
/// assert_eq!(RoomNumber(101).to_key(), "101");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the key of a map",
    label = "can't be read from an object's key",
    note = "keys can be strings, integers, dates and the like, and unit-only enums and newtypes of these that derive `ConnectModel`"
)]
pub trait MapKey {
    /// The value as an object's key, as in paths.
    fn to_key(&self) -> Cow<'_, str>;
}

unreadable! {
    /// A type that can be read from any input and borrows nothing from it.
    ///
    /// ```
    /// use connect_runtime::{from_reader, DecodeOwned, Report};
    ///
    /// fn read_all<T: DecodeOwned>(file: impl std::io::Read) -> Result<Vec<T>, Report> {
    ///     from_reader(file)
    /// }
    /// assert_eq!(read_all::<u8>("[1, 2]".as_bytes())?, [1, 2]);
    /// # Ok::<(), Report>(())
    /// ```
    pub trait DecodeOwned: for<'de> Decode<'de> {}
}

impl<T: for<'de> Decode<'de>> DecodeOwned for T {}
