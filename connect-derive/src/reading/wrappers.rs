//! The attributes that wrap the decoding of a field's value.

use crate::table::Key;

/// An attribute with its runtime function, which takes the reader, the field's sentinels if there are any, and a function that decodes the value.
pub(crate) struct Wrapper {
    pub(crate) key: Key,
    pub(crate) function: &'static str,
    /// Whether the function takes one that makes the field's default.
    pub(crate) takes_default: bool,
    /// Whether the function takes the field's rules.
    pub(crate) takes_rules: bool,
    pub(crate) effect: Effect,
    pub(crate) on_option: OnOption,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Effect {
    /// It only sets a mode of the reader, so it also works on a flattened field.
    Mode,
    /// It accepts values that the type itself does not.
    Widens,
}

/// What the attribute means on an `Option`.
#[derive(Clone, Copy)]
pub(crate) enum OnOption {
    /// The same as on other types.
    Same,
    /// It is only for an `Option`, for this reason.
    Required(&'static str),
    /// It has no effect unless the field has a `default`, for this reason.
    NeedsDefault(&'static str),
}

/// All wrappers, from the outside to the inside.
pub(crate) const WRAPPERS: &[Wrapper] = &[
    Wrapper {
        key: Key::Sensitive,
        function: "sensitive",
        takes_default: false,
        takes_rules: false,
        effect: Effect::Mode,
        on_option: OnOption::Same,
    },
    Wrapper {
        key: Key::Strict,
        function: "strict",
        takes_default: false,
        takes_rules: false,
        effect: Effect::Mode,
        on_option: OnOption::Same,
    },
    Wrapper {
        key: Key::Fallback,
        function: "fallback",
        takes_default: true,
        takes_rules: true,
        effect: Effect::Widens,
        on_option: OnOption::Same,
    },
    Wrapper {
        key: Key::DefaultIf,
        function: "default_if",
        takes_default: true,
        takes_rules: false,
        effect: Effect::Widens,
        on_option: OnOption::NeedsDefault("its default is `None`; write `none_if`"),
    },
    Wrapper {
        key: Key::NoneIf,
        function: "none_if",
        takes_default: false,
        takes_rules: false,
        effect: Effect::Widens,
        on_option: OnOption::Required("the values become its `None`; for other types write `default_if`"),
    },
];
