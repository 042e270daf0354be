//! `uuid`: the hyphenated form of RFC 9562, section 4, of any version and in either case.

use super::violation::record_violation;
use crate::report::{Code, Problems};

feature_rule! {
    /// A string that can be a UUID.
    pub trait UuidText {
        feature: "uuid",
        does_not_fit: "the rule `uuid` does not fit `{Self}`",
        fits: "`uuid` checks strings: `String`, `&str`, `Cow<str>` ..; for items use `each(uuid)`",
        is_off: "the rule `uuid` needs the feature `uuid` of connect-runtime",
        turn_on: "add `features = [\"uuid\"]` to connect-runtime in Cargo.toml",
    }
}

/// Checks that a string is a UUID.
pub fn uuid<T: UuidText + ?Sized>(value: &T, message: Option<&'static str>, problems: &mut Problems) {
    if value.as_text().is_some_and(|text| !is_uuid(text)) {
        record_violation(problems, Code::Uuid, message, |_| "must be a UUID".to_owned());
    }
}

/// The crate accepts other forms too, but none as long as the hyphenated one.
#[cfg(feature = "uuid")]
fn is_uuid(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}

/// Never called: without the feature no type has the rule.
#[cfg(not(feature = "uuid"))]
fn is_uuid(_text: &str) -> bool {
    false
}

#[cfg(all(test, feature = "uuid"))]
mod tests {
    use super::is_uuid;

    #[test]
    fn only_the_hyphenated_form_is_a_uuid() {
        let valid = [
            "2EB8AA08-aa98-11ea-B4AA-73B441D16380",
            "00000000-0000-0000-0000-000000000000",
            "99c17cbb-656f-f64a-940f-1a4568f03487",
        ];
        assert_eq!(valid.map(is_uuid), [true; 3]);
        let invalid = [
            "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
            "2eb8aa08aa9811eab4aa73b441d16380",
            "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
            "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
            "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
            "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
            "2eb8aa08aa98-11ea-b4aa-73b441d163801",
        ];
        assert_eq!(invalid.map(is_uuid), [false; 7]);
    }
}
