//! Atomic integers and `AtomicBool`, each read as the type of its value.

use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
    AtomicUsize,
};

use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader},
    rules::Incomparable,
};

macro_rules! decode_atomics {
    ($($atomic:ident of $value:ident;)*) => {$(
        impl Compared for $atomic {
            type By = Incomparable;
        }

        impl<'de> Decode<'de> for $atomic {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                $value::decode(reader).map(Self::new)
            }

            fn may_start_with(first: u8) -> bool {
                $value::may_start_with(first)
            }
        }
    )*};
}

decode_atomics! {
    AtomicBool of bool;
    AtomicI8 of i8;
    AtomicI16 of i16;
    AtomicI32 of i32;
    AtomicI64 of i64;
    AtomicIsize of isize;
    AtomicU8 of u8;
    AtomicU16 of u16;
    AtomicU32 of u32;
    AtomicU64 of u64;
    AtomicUsize of usize;
}
