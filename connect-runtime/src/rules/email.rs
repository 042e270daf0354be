//! `email`: the mailbox of RFC 5321, section 4.1.2, with the international characters of RFC 6531.

use super::violation::record_violation;
use crate::report::{Code, Problems};

feature_rule! {
    /// A string that can be an e-mail address.
    pub trait EmailText {
        feature: "email",
        does_not_fit: "the rule `email` does not fit `{Self}`",
        fits: "`email` checks strings: `String`, `&str`, `Cow<str>` ..; for items use `each(email)`",
        is_off: "the rule `email` needs the feature `email` of connect-runtime",
        turn_on: "add `features = [\"email\"]` to connect-runtime in Cargo.toml",
    }
}

/// Checks that a string is an e-mail address.
pub fn email<T: EmailText + ?Sized>(value: &T, message: Option<&'static str>, problems: &mut Problems) {
    if value.as_text().is_some_and(|text| !is_email(text)) {
        record_violation(problems, Code::Email, message, |_| "must be an e-mail address".to_owned());
    }
}

#[cfg(feature = "email")]
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    email_address::EmailAddress::is_valid_local_part(local) && is_domain(domain)
}

/// Never called: without the feature no type has the rule.
#[cfg(not(feature = "email"))]
fn is_email(_text: &str) -> bool {
    false
}

/// A host name, or an IP address in brackets. The crate alone accepts any atom as a label and anything in brackets.
#[cfg(feature = "email")]
fn is_domain(domain: &str) -> bool {
    use std::net::{Ipv4Addr, Ipv6Addr};

    if let Some(literal) = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return match literal.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => literal.parse::<Ipv4Addr>().is_ok(),
        };
    }
    let is_label_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.') || !c.is_ascii();
    domain.chars().all(is_label_part) && email_address::EmailAddress::is_valid_domain(domain)
}

#[cfg(all(test, feature = "email"))]
mod tests {
    use super::is_email;

    #[test]
    fn mailboxes_are_those_of_rfc_5321() {
        let valid = [
            "joe.bloggs@example.com",
            "te~st@example.com",
            "\"joe@bloggs\"@example.com",
            "joe@[127.0.0.1]",
            "joe@[IPv6:::1]",
            "joe+tag@localhost",
            "jöe@exämple.com",
        ];
        assert_eq!(valid.map(is_email), [true; 7]);
        let invalid = [
            "2962",
            ".joe@example.com",
            "joe.@example.com",
            "jo..e@example.com",
            "joe@invalid=domain.com",
            "joe@[127.0.0.300]",
            "joe@a.com, jim@b.com",
            "Joe <joe@example.com>",
            "joe@-example.com",
            " joe@example.com",
            "joe@example.com\n",
            "@example.com",
            "joe@",
            "joe@example..com",
        ];
        assert_eq!(invalid.map(is_email), [false; 14]);
    }
}
