//! Structs and enums of std, in the form that serde gives them: each is decoded as a model of its own and converted.

use std::{
    ops,
    time::{Duration, SystemTime},
};

use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader},
    report::Code,
    rules::ByEq,
};

/// The models; their names are those of std, since messages name them.
mod forms {
    use crate::ConnectModel;

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize, deny_unknown_fields)]
    pub(super) struct Duration {
        pub(super) secs: u64,
        pub(super) nanos: u32,
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize, deny_unknown_fields)]
    pub(super) struct SystemTime {
        pub(super) secs_since_epoch: u64,
        pub(super) nanos_since_epoch: u32,
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize, deny_unknown_fields)]
    pub(super) struct Range<T> {
        pub(super) start: T,
        pub(super) end: T,
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize, deny_unknown_fields)]
    pub(super) struct RangeFrom<T> {
        pub(super) start: T,
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize, deny_unknown_fields)]
    pub(super) struct RangeTo<T> {
        pub(super) end: T,
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize)]
    pub(super) enum Bound<T> {
        Unbounded,
        Included(T),
        Excluded(T),
    }

    #[derive(ConnectModel)]
    #[connect(crate = "crate", no_deserialize)]
    pub(super) enum Result<T, E> {
        Ok(T),
        Err(E),
    }
}

/// Types that any value of the form converts to.
macro_rules! decode_by_form {
    ($([$($param:ident),*] $type:ty: $form:ty, $first:pat, |$value:ident| $convert:expr;)*) => {$(
        impl<$($param),*> Compared for $type {
            type By = ByEq;
        }

        impl<'de, $($param: Decode<'de>),*> Decode<'de> for $type {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let $value = <$form>::decode(reader)?;
                Ok($convert)
            }

            fn may_start_with(first: u8) -> bool {
                matches!(first, $first)
            }
        }
    )*};
}

decode_by_form! {
    [T] ops::Range<T>: forms::Range<T>, b'{', |range| range.start..range.end;
    [T] ops::RangeInclusive<T>: forms::Range<T>, b'{', |range| range.start..=range.end;
    [T] ops::RangeFrom<T>: forms::RangeFrom<T>, b'{', |range| range.start..;
    [T] ops::RangeTo<T>: forms::RangeTo<T>, b'{', |range| ..range.end;
    [T] ops::Bound<T>: forms::Bound<T>, b'"' | b'{', |bound| match bound {
        forms::Bound::Unbounded => Self::Unbounded,
        forms::Bound::Included(value) => Self::Included(value),
        forms::Bound::Excluded(value) => Self::Excluded(value),
    };
    [T, E] Result<T, E>: forms::Result<T, E>, b'{', |result| match result {
        forms::Result::Ok(value) => Ok(value),
        forms::Result::Err(error) => Err(error),
    };
}

macro_rules! decode_times {
    ($($time:ident: |$form:ident| $convert:expr;)*) => {$(
        impl Compared for $time {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $time {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let (start, _) = reader.token();
                let $form = forms::$time::decode(reader)?;
                $convert.ok_or_else(|| too_long(reader, start, stringify!($time)))
            }

            fn may_start_with(first: u8) -> bool {
                first == b'{'
            }
        }
    )*};
}

decode_times! {
    Duration: |form| duration(form.secs, form.nanos);
    SystemTime: |form| duration(form.secs_since_epoch, form.nanos_since_epoch)
        .and_then(|since| Self::UNIX_EPOCH.checked_add(since));
}

/// More nanoseconds than a second has are carried over, as in serde.
fn duration(seconds: u64, nanoseconds: u32) -> Option<Duration> {
    Duration::from_secs(seconds).checked_add(Duration::from_nanos(nanoseconds.into()))
}

#[cold]
fn too_long(reader: &mut Reader<'_>, start: usize, time: &str) -> Failure {
    reader.invalid(start, Code::NumberOutOfRange, |_| format!("the seconds are out of range of `{time}`"))
}
