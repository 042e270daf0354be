//! The codes of problems.

use std::{borrow::Cow, convert::Infallible, fmt, str::FromStr};

use crate::one_line::one_line;

macro_rules! codes {
    ($($(#[$doc:meta])+ $variant:ident = $text:literal,)+) => {
        /// What kind of problem an [`Issue`](crate::Issue) is. [`as_str`](Code::as_str) is stable and meant for machines.
        ///
        /// ```
        /// use connect_runtime::{from_str, Code};
        ///
        /// let report = from_str::<u8>("300").unwrap_err();
        /// assert_eq!(report.issues()[0].code(), &Code::NumberOutOfRange);
        /// assert_eq!(report.issues()[0].code().as_str(), "number_out_of_range");
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])+ $variant,)+
            /// The code that a [`Rejection`](crate::Rejection) of your own sets.
            Custom(Cow<'static, str>),
        }

        /// The code with this text; any other text is a custom code.
        ///
        /// ```
        /// use connect_runtime::Code;
        ///
        /// assert_eq!("missing_field".parse(), Ok(Code::MissingField));
        /// assert_eq!("period".parse(), Ok(Code::Custom("period".into())));
        /// ```
        impl FromStr for Code {
            type Err = Infallible;

            fn from_str(text: &str) -> Result<Self, Infallible> {
                Ok(match text {
                    $($text => Self::$variant,)+
                    _ => Self::Custom(Cow::Owned(text.to_owned())),
                })
            }
        }

        impl Code {
            /// The code in `snake_case`; a custom code is returned as is.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Custom(text) => text,
                }
            }

            /// The code with this text. A user's check can't set the codes that end decoding.
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
    /// The input is not JSON (RFC 8259), or not UTF-8. Ends decoding.
    Syntax = "syntax",
    /// Arrays and objects are nested deeper than allowed. Ends decoding.
    DepthLimit = "depth_limit",
    /// The input is longer than allowed. Ends decoding.
    InputLimit = "input_limit",
    /// A string is longer than allowed. Ends decoding.
    StringLimit = "string_limit",
    /// An array or object has more items than allowed. Ends decoding.
    ItemLimit = "item_limit",
    /// Trying the variants of untagged enums took more work than allowed. Ends decoding.
    WorkLimit = "work_limit",
    /// The source could not be read. Ends decoding.
    Io = "io",
    /// A JSON type that the field does not accept, such as an object for a string.
    WrongType = "wrong_type",
    /// Not an integer where one is required, or a string that is not a JSON number.
    InvalidNumber = "invalid_number",
    /// A number that the field's type cannot hold.
    NumberOutOfRange = "number_out_of_range",
    /// A string that is not in the field's format, such as a date.
    InvalidValue = "invalid_value",
    /// A required field is absent.
    MissingField = "missing_field",
    /// A duplicate key in one object, or a key together with one of its aliases.
    DuplicateField = "duplicate_field",
    /// A key that the model does not have, where unknown keys are denied.
    UnknownField = "unknown_field",
    /// A name that the enum does not have.
    UnknownVariant = "unknown_variant",
    /// A value that no variant of an untagged enum accepts. If one clearly fits best, its problems follow.
    NoVariant = "no_variant",
    /// An array whose length differs from the fixed length of the type.
    WrongLength = "wrong_length",
    /// The rule `length` is violated.
    Length = "length",
    /// The rule `range` is violated.
    Range = "range",
    /// The rule `multiple_of` is violated.
    MultipleOf = "multiple_of",
    /// The rule `pattern` is violated.
    Pattern = "pattern",
    /// The rule `email` is violated.
    Email = "email",
    /// The rule `url` is violated.
    Url = "url",
    /// The rule `uuid` is violated.
    Uuid = "uuid",
    /// The rule `ip` is violated.
    Ip = "ip",
    /// The rule `one_of` is violated.
    OneOf = "one_of",
    /// The rule `unique` is violated.
    Unique = "unique",
}

impl Code {
    /// Whether decoding stops at such a problem.
    pub(crate) fn ends_reading(&self) -> bool {
        matches!(
            self,
            Self::Syntax | Self::DepthLimit | Self::InputLimit | Self::StringLimit | Self::ItemLimit | Self::WorkLimit
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A custom code may be text of the input.
        f.write_str(&one_line(self.as_str()))
    }
}
