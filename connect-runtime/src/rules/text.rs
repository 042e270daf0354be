//! What the rules on strings share: access to the string, and the declaration of a rule behind a cargo feature.

/// A string, or a type that holds one.
pub trait AsText {
    /// The string, if there is one.
    #[doc(hidden)]
    fn as_text(&self) -> Option<&str>;
}

impl AsText for str {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl AsText for String {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

see_through!(impl[] AsText { fn as_text(&self) -> Option<&str>; });

/// Declares the trait of a rule that needs a cargo feature. Without the feature no type implements it, and the compiler's
/// message names the feature.
macro_rules! feature_rule {
    (
        $(#[$doc:meta])+
        pub trait $rule:ident {
            feature: $feature:literal,
            does_not_fit: $does_not_fit:literal,
            fits: $fits:literal,
            is_off: $is_off:literal,
            turn_on: $turn_on:literal,
        }
    ) => {
        $(#[$doc])+
        #[cfg_attr(
            feature = $feature,
            diagnostic::on_unimplemented(message = $does_not_fit, label = "needs a string", note = $fits)
        )]
        #[cfg_attr(
            not(feature = $feature),
            diagnostic::on_unimplemented(message = $is_off, label = "the feature is off", note = $turn_on)
        )]
        pub trait $rule: super::text::AsText {}

        // So that an error names this trait, not the one that all rules on strings share.
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl<T: super::text::AsText + ?Sized> $rule for T {}
    };
}
