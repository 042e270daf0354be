//! `pattern`: a regular expression that matches somewhere in a string, as in JSON Schema.

#[cfg(feature = "pattern")]
use std::sync::OnceLock;

#[cfg(feature = "pattern")]
use regex::{Regex, RegexBuilder};

use super::violation::record_violation;
use crate::{
    message::Message,
    report::{Code, Problems},
};

/// A regular expression that is compiled when it is first used.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    #[cfg(feature = "pattern")]
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// `source` was checked by the derive, which uses the same parser.
    #[must_use]
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            #[cfg(feature = "pattern")]
            compiled: OnceLock::new(),
        }
    }

    #[cfg(feature = "pattern")]
    #[inline]
    fn is_in(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| {
            // The size limit protects against patterns from outside; this one is the programmer's own.
            RegexBuilder::new(self.source).size_limit(usize::MAX).build().ok()
        });
        compiled.as_ref().is_some_and(|regex| regex.is_match(text))
    }

    /// Never called: without the feature no type has the rule.
    #[cfg(not(feature = "pattern"))]
    fn is_in(&self, text: &str) -> bool {
        text == self.source
    }
}

feature_rule! {
    /// A string that can be searched.
    pub trait PatternText {
        feature: "pattern",
        does_not_fit: "the rule `pattern` does not fit `{Self}`",
        fits: "`pattern` checks strings: `String`, `&str`, `Cow<str>` ..; for items use `each(pattern = \"..\")`",
        is_off: "the rule `pattern` needs the feature `pattern` of connect-runtime",
        turn_on: "add `features = [\"pattern\"]` to connect-runtime in Cargo.toml",
    }
}

/// Checks that `pattern` matches somewhere in a string.
#[inline]
pub fn pattern<T: PatternText + ?Sized>(
    value: &T,
    pattern: &Pattern,
    message: Option<&'static str>,
    problems: &mut Problems,
) {
    if value.as_text().is_some_and(|text| !pattern.is_in(text)) {
        record_violation(problems, Code::Pattern, message, |_| {
            Message::fill("must match the pattern `{pattern}`", [("pattern", pattern.source.into())])
        });
    }
}

#[cfg(all(test, feature = "pattern"))]
mod tests {
    use super::*;
    use crate::rules::tests::messages;

    #[test]
    fn a_pattern_is_searched_anywhere_unless_anchored() {
        static WORD: Pattern = Pattern::new(r"\p{L}+");
        static CODE: Pattern = Pattern::new("^[a-z]+$");
        assert!(messages(|problems| pattern("1 é 2", &WORD, None, problems)).is_empty());
        let broken = messages(|problems| pattern(&Some("a1"), &CODE, None, problems));
        assert_eq!(broken, ["must match the pattern `^[a-z]+$`"]);
    }

    #[test]
    fn a_pattern_of_any_size_that_the_parser_takes_is_compiled() {
        static LONG: Pattern = Pattern::new(r"^\w{300}$");
        assert!(messages(|problems| pattern(&"é".repeat(300), &LONG, None, problems)).is_empty());
    }
}
