//! Structs and enums of std, in the form that serde gives them: each is decoded as a model of its own and converted.

use std::{
    ffi, ops,
    time::{Duration, SystemTime},
};

use crate::{
    decode::{Compared, Decode, Spelling},
    message::Message,
    reader::{Failure, Reader},
    report::{Code, Problems},
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
    pub(super) enum OsString {
        Unix(Vec<u8>),
        Windows(Vec<u16>),
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

/// Types that any value of the form converts to. `$fields` are their values, each under its key in the form.
macro_rules! decode_by_form {
    ($([$($param:ident),*] $type:ty: $form:ty, $first:pat, |$value:ident| $convert:expr, |$model:ident| $fields:expr;)*) => {$(
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

            fn validate_nested(&self, problems: &mut Problems) {
                let $model = self;
                for (key, value) in IntoIterator::into_iter($fields) {
                    let mark = problems.mark();
                    value.validate_nested(problems);
                    problems.below_key(mark, || str::to_owned(key));
                }
            }
        }
    )*};
}

decode_by_form! {
    [T] ops::Range<T>: forms::Range<T>, b'{', |range| range.start..range.end,
        |range| [("start", &range.start), ("end", &range.end)];
    [T] ops::RangeInclusive<T>: forms::Range<T>, b'{', |range| range.start..=range.end,
        |range| [("start", range.start()), ("end", range.end())];
    [T] ops::RangeFrom<T>: forms::RangeFrom<T>, b'{', |range| range.start.., |range| [("start", &range.start)];
    [T] ops::RangeTo<T>: forms::RangeTo<T>, b'{', |range| ..range.end, |range| [("end", &range.end)];
    [T] ops::Bound<T>: forms::Bound<T>, b'"' | b'{', |bound| match bound {
        forms::Bound::Unbounded => Self::Unbounded,
        forms::Bound::Included(value) => Self::Included(value),
        forms::Bound::Excluded(value) => Self::Excluded(value),
    }, |bound| match bound {
        Self::Unbounded => None,
        Self::Included(value) => Some(("Included", value)),
        Self::Excluded(value) => Some(("Excluded", value)),
    };
}

impl<T, E> Compared for Result<T, E> {
    type By = ByEq;
}

impl<'de, T: Decode<'de>, E: Decode<'de>> Decode<'de> for Result<T, E> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        Ok(match forms::Result::decode(reader)? {
            forms::Result::Ok(value) => Ok(value),
            forms::Result::Err(error) => Err(error),
        })
    }

    fn may_start_with(first: u8) -> bool {
        first == b'{'
    }

    fn validate_nested(&self, problems: &mut Problems) {
        let mark = problems.mark();
        let key = match self {
            Ok(value) => {
                value.validate_nested(problems);
                "Ok"
            }
            Err(error) => {
                error.validate_nested(problems);
                "Err"
            }
        };
        problems.below_key(mark, || key.to_owned());
    }
}

impl Compared for ffi::OsString {
    type By = ByEq;
}

/// The units of the system that wrote it: those of another system have no meaning here.
impl<'de> Decode<'de> for ffi::OsString {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let (start, _) = reader.token();
        let (written_on, string) = match forms::OsString::decode(reader)? {
            forms::OsString::Unix(bytes) => ("Unix", from_unix(bytes)),
            forms::OsString::Windows(units) => ("Windows", from_windows(&units)),
        };
        string.ok_or_else(|| {
            reader.invalid(start, Code::InvalidValue, |_| {
                Message::reason(format!("the string was written on {written_on} and can't be read on this system"))
            })
        })
    }

    fn may_start_with(first: u8) -> bool {
        first == b'{'
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn from_unix(bytes: Vec<u8>) -> Option<ffi::OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes))
}

#[cfg(not(unix))]
fn from_unix(_: Vec<u8>) -> Option<ffi::OsString> {
    None
}

#[cfg(windows)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn from_windows(units: &[u16]) -> Option<ffi::OsString> {
    Some(std::os::windows::ffi::OsStringExt::from_wide(units))
}

#[cfg(not(windows))]
fn from_windows(_: &[u16]) -> Option<ffi::OsString> {
    None
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
    reader.invalid(start, Code::NumberOutOfRange, |_| {
        Message::fill("the seconds are out of range of `{expected}`", [("expected", time.into())])
    })
}
