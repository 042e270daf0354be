//! `Decode` for network addresses, in the format that std parses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader, coerce},
    rules::ByEq,
};

macro_rules! decode_addresses {
    ($($address:ident is $what:literal;)*) => {$(
        impl Compared for $address {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $address {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::formatted(reader, $what, |text| text.parse().map_err(|_| String::new()))
            }

            fn may_start_with(first: u8) -> bool {
                first == b'"'
            }
        }

        keys_by_display! { $address }
    )*};
}

decode_addresses! {
    IpAddr is "an IP address";
    Ipv4Addr is "an IPv4 address";
    Ipv6Addr is "an IPv6 address";
    SocketAddr is "an IP address with a port";
    SocketAddrV4 is "an IPv4 address with a port";
    SocketAddrV6 is "an IPv6 address with a port";
}
