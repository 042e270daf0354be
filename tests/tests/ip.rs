//! `ip`: addresses of version 4 (RFC 6943's strict dotted form), of version 6 (RFC 4291, section 2.2), or of either.

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{problems, refuse};

#[derive(Debug, ConnectModel)]
struct Host {
    #[connect(ip)]
    any: Option<String>,
    #[connect(ip(v4))]
    v4: Option<String>,
    #[connect(ip(v6, message = "is of the old internet"))]
    v6: Option<String>,
    #[connect(ip(message = "is not an address"))]
    own: Option<String>,
}

/// Whether `any`, `v4` and `v6` accept the address.
fn accepted_by(address: &str) -> [bool; 3] {
    ["any", "v4", "v6"].map(|field| from_str::<Host>(&format!("{{\"{field}\":\"{address}\"}}")).is_ok())
}

/// The results match the cases of `format: ipv4` and `ipv6` in the JSON Schema test suite.
#[test]
fn each_version_accepts_only_its_own_addresses() {
    for address in ["192.168.0.1", "0.0.0.0", "255.255.255.255"] {
        assert_eq!(accepted_by(address), [true, true, false], "{address}");
    }
    for address in ["::1", "::", "::abef", "1:2:3:4:5:6:7:8", "::ffff:192.168.0.1", "d6::", "1::d6:192.168.0.1"] {
        assert_eq!(accepted_by(address), [true, false, true], "{address}");
    }
}

#[test]
fn what_only_some_parsers_accept_is_refused() {
    for address in [
        "",
        "127.0.0.0.1",
        "256.256.256.256",
        "127.0",
        "0x7f000001",
        "2130706433",
        "087.10.0.1",
        "192.168.1.0/24",
        "12345::",
        "::abcef",
        "1:1:1:1:1:1:1:1:1",
        "1::d6::42",
        "fe80::a%eth1",
        "fe80::/64",
        "1:2:3:4:5:6:7",
        "::laptop",
        "[::1]",
        " ::1",
        "1২7.0.0.1",
    ] {
        assert_eq!(accepted_by(address), [false; 3], "{address:?}");
    }
}

#[test]
fn the_message_names_the_version() {
    assert_eq!(
        problems(&refuse::<Host>(r#"{"any":"x","v4":"::1","v6":"127.0.0.1","own":"x"}"#)),
        [
            "1:8: any: must be an IP address [ip]",
            "1:17: v4: must be an IPv4 address [ip]",
            "1:28: v6: is of the old internet [ip]",
            "1:46: own: is not an address [ip]",
        ]
    );
}
