//! What kind of problem an issue is.

use std::{borrow::Cow, fmt};

macro_rules! codes {
    ($($(#[$doc:meta])+ $variant:ident = $text:literal,)+) => {
        /// What kind of problem an [`Issue`](crate::Issue) is; [`as_str`](Code::as_str) is stable and made for machines.
        ///
        /// ```
        /// use connect_runtime::{from_str, Code};
        ///
        /// let report = from_str::<u8>("300").unwrap_err();
        /// assert_eq!(report.issues()[0].code(), &Code::NumberOutOfRange);
        /// assert_eq!(report.issues()[0].code().as_str(), "number_out_of_range");
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])+ $variant,)+
            /// What a `Rejection` of the user's own names.
            Custom(Cow<'static, str>),
        }

        impl Code {
            /// The code in `snake_case`; a custom code keeps its own text.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Custom(text) => text,
                }
            }

            /// The code with this text; those that end a reading are not for a user's check to give.
            pub(crate) fn named(text: Cow<'static, str>) -> Self {
                match &*text {
                    $($text if !Self::$variant.ends_reading() => Self::$variant,)+
                    _ => Self::Custom(text),
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON (RFC 8259), or not UTF-8; it ends the reading.
    Syntax = "syntax",
    /// Arrays and objects are nested deeper than allowed; it ends the reading.
    DepthLimit = "depth_limit",
    /// The text is longer than allowed; it ends the reading.
    InputLimit = "input_limit",
    /// A string is longer than allowed; it ends the reading.
    StringLimit = "string_limit",
    /// An array or object has more items than allowed; it ends the reading.
    ItemLimit = "item_limit",
    /// Trying the variants of untagged enums took more work than allowed; it ends the reading.
    WorkLimit = "work_limit",
    /// The source could not be read; it ends the reading.
    Io = "io",
    /// A JSON type that the field does not take, such as an object for a string.
    WrongType = "wrong_type",
    /// Not an integer where one is needed, or a string that is not a JSON number.
    InvalidNumber = "invalid_number",
    /// A number that the field's type cannot hold.
    NumberOutOfRange = "number_out_of_range",
    /// A string that is not in the field's format, such as a date.
    InvalidValue = "invalid_value",
    /// A required field is absent.
    MissingField = "missing_field",
    /// A key stands twice in one object, or beside an alias of its own.
    DuplicateField = "duplicate_field",
    /// A key that the model does not have, where those are refused.
    UnknownField = "unknown_field",
    /// A name that the enum does not have.
    UnknownVariant = "unknown_variant",
    /// A value that no variant of an untagged enum takes.
    NoVariant = "no_variant",
    /// An array of another length than the fixed one of the type.
    WrongLength = "wrong_length",
    /// The rule `length` is broken.
    Length = "length",
    /// The rule `range` is broken.
    Range = "range",
    /// The rule `multiple_of` is broken.
    MultipleOf = "multiple_of",
    /// The rule `pattern` is broken.
    Pattern = "pattern",
    /// The rule `email` is broken.
    Email = "email",
    /// The rule `url` is broken.
    Url = "url",
    /// The rule `uuid` is broken.
    Uuid = "uuid",
    /// The rule `ip` is broken.
    Ip = "ip",
    /// The rule `one_of` is broken.
    OneOf = "one_of",
    /// The rule `unique` is broken.
    Unique = "unique",
}

impl Code {
    /// Whether the text is not read on behind such a problem.
    pub(crate) fn ends_reading(&self) -> bool {
        matches!(
            self,
            Self::Syntax | Self::DepthLimit | Self::InputLimit | Self::StringLimit | Self::ItemLimit | Self::WorkLimit
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
