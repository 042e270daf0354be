//! `Decode` for network addresses, in the format that std parses, and in the binary form that serde gives them in formats
//! for programs.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    message::Message,
    reader::{Failure, Reader, coerce},
    report::Code,
    rules::ByEq,
};

macro_rules! decode_addresses {
    ($($address:ident is $what:literal, $opening:literal $binary:expr;)*) => {$(
        impl Compared for $address {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $address {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                if reader.has_binary_form($opening) {
                    return $binary(reader);
                }
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
    IpAddr is "an IP address", b'{' |reader| {
        either_version(reader, |reader| Ipv4Addr::decode(reader).map(Self::V4), |reader| Ipv6Addr::decode(reader).map(Self::V6))
    };
    Ipv4Addr is "an IPv4 address", b'[' |reader| <[u8; 4]>::decode(reader).map(Self::from);
    Ipv6Addr is "an IPv6 address", b'[' |reader| <[u8; 16]>::decode(reader).map(Self::from);
    SocketAddr is "an IP address with a port", b'{' |reader| {
        either_version(
            reader,
            |reader| SocketAddrV4::decode(reader).map(Self::V4),
            |reader| SocketAddrV6::decode(reader).map(Self::V6),
        )
    };
    SocketAddrV4 is "an IPv4 address with a port", b'[' |reader| {
        <(Ipv4Addr, u16)>::decode(reader).map(|(address, port)| Self::new(address, port))
    };
    SocketAddrV6 is "an IPv6 address with a port", b'[' |reader| {
        <(Ipv6Addr, u16)>::decode(reader).map(|(address, port)| Self::new(address, port, 0, 0))
    };
}

/// Reads an object whose key is the version of the protocol.
#[cold]
fn either_version<'de, T>(
    reader: &mut Reader<'de>,
    v4: impl Fn(&mut Reader<'de>) -> Result<T, Failure>,
    v6: impl Fn(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let ((start, _), mut address) = (reader.token(), None);
    reader.read_entries(|reader| {
        let version = reader.json.string()?;
        reader.json.skip_colon()?;
        match &*version {
            "V4" => address = Some(v4(reader)?),
            "V6" => address = Some(v6(reader)?),
            _ => reader.json.skip_value()?,
        }
        Ok(())
    })?;
    address.ok_or_else(|| {
        let message = Message::expected("an address as `V4` or `V6`", "neither", "object");
        reader.invalid(start, Code::InvalidValue, |_| message)
    })
}
