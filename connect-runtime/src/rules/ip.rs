//! `ip`: an IP address in the form that std parses, without leading zeros and without a zone.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{text::AsText, violation::record_violation};
use crate::{
    message::Message,
    report::{Code, Problems},
};

/// Which IP addresses are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ip {
    /// Of version 4.
    V4,
    /// Of version 6.
    V6,
    /// Of either.
    Any,
}

/// A string that can be an IP address.
#[diagnostic::on_unimplemented(
    message = "the rule `ip` does not fit `{Self}`",
    label = "needs a string",
    note = "`ip` checks strings: `String`, `&str`, `Cow<str>` ..; a field of type `std::net::IpAddr` needs no rule"
)]
pub trait IpText: AsText {}

// So that an error names this trait, not the one that all rules on strings share.
#[diagnostic::do_not_recommend]
impl<T: AsText + ?Sized> IpText for T {}

/// Checks that a string is an IP address.
pub fn ip<T: IpText + ?Sized>(value: &T, version: Ip, message: Option<&'static str>, problems: &mut Problems) {
    if value.as_text().is_some_and(|text| !version.has(text)) {
        record_violation(problems, Code::Ip, message, |_| {
            Message::fill("must be an {expected} address", [("expected", version.name().into())])
        });
    }
}

impl Ip {
    fn has(self, text: &str) -> bool {
        match self {
            Self::V4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::V6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::Any => text.parse::<IpAddr>().is_ok(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
            Self::Any => "IP",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::messages;

    #[test]
    fn each_version_takes_its_own_addresses() {
        assert!(Ip::V4.has("127.0.0.1") && !Ip::V4.has("::1") && !Ip::V4.has("127.0.0.01"));
        assert!(Ip::V6.has("::1") && !Ip::V6.has("127.0.0.1") && !Ip::V6.has("fe80::1%eth0"));
        assert!(Ip::Any.has("::1") && Ip::Any.has("127.0.0.1") && !Ip::Any.has("127.0.0.1/8"));
        assert_eq!(messages(|problems| ip("x", Ip::V4, None, problems)), ["must be an IPv4 address"]);
    }
}
