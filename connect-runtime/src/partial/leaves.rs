//! Types whose values are shown only when they are complete.

use std::{
    marker::PhantomData,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6},
    num::NonZero,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use serde::de::IgnoredAny;
use serde_json::{Number, value::RawValue};

use super::model::PartialModel;
use crate::decode::DecodeOwned;

macro_rules! leaves {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl<$($generics)*> PartialModel for $type {
            type Partial = Self;

            fn into_partial(self) -> Self {
                self
            }
        }
    )*};
}

macro_rules! leaf_integers {
    ($($integer:ty)*) => { leaves! { $([] $integer; [] NonZero<$integer>;)* } };
}

leaf_integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

leaves! {
    [] f32;
    [] f64;
    [] bool;
    [] char;
    [] ();
    [] IpAddr;
    [] Ipv4Addr;
    [] Ipv6Addr;
    [] SocketAddr;
    [] SocketAddrV4;
    [] SocketAddrV6;
    [] PathBuf;
    [] Box<Path>;
    [] Duration;
    [] SystemTime;
    [] IgnoredAny;
    [] Number;
    [] Box<RawValue>;
    [T: ?Sized] PhantomData<T>;
    [T: DecodeOwned, const N: usize] [T; N];
    [A: DecodeOwned] (A,);
    [A: DecodeOwned, B: DecodeOwned] (A, B);
    [A: DecodeOwned, B: DecodeOwned, C: DecodeOwned] (A, B, C);
    [A: DecodeOwned, B: DecodeOwned, C: DecodeOwned, D: DecodeOwned] (A, B, C, D);
}

#[cfg(feature = "chrono")]
leaves! {
    [] chrono::DateTime<chrono::Utc>;
    [] chrono::DateTime<chrono::FixedOffset>;
    [] chrono::NaiveDateTime;
    [] chrono::NaiveDate;
    [] chrono::NaiveTime;
}

#[cfg(feature = "jiff")]
leaves! {
    [] jiff::Timestamp;
    [] jiff::civil::Date;
    [] jiff::civil::DateTime;
    [] jiff::civil::Time;
}

#[cfg(feature = "rust_decimal")]
leaves! { [] rust_decimal::Decimal; }

#[cfg(feature = "secrecy")]
leaves! { [] secrecy::SecretString; }

#[cfg(feature = "url")]
leaves! { [] ::url::Url; }

#[cfg(feature = "uuid")]
leaves! { [] ::uuid::Uuid; }
