//! Network addresses, in the text form that std parses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::{
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

macro_rules! decode_addresses {
    ($($address:ident is $what:literal;)*) => {$(
        impl<'de> Decode<'de> for $address {
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::formatted(reader, $what, |text| text.parse().map_err(|_| String::new()))
            }
        }
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
