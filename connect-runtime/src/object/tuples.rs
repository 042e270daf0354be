//! Tuples of one to sixteen items, read from arrays of at least that length.

use super::slot::{Slot, fill};
use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader, containers::read_tuple},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct},
};

macro_rules! decode_tuples {
    ($(($($item:ident $index:tt),+) is $length:literal;)*) => {$(
        impl<$($item),+> Compared for ($($item,)+) {
            type By = ByContent;
        }

        impl<'de, $($item: Decode<'de>),+> Decode<'de> for ($($item,)+) {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let mut slots = ($(Slot::<$item>::Absent,)+);
                read_tuple(reader, &($length..=$length), false, |reader, position| match position {
                    $($index => fill(&mut slots.$index, reader, Decode::decode),)+
                    _ => Err(Failure::Invalid),
                })?;
                match slots {
                    ($(Slot::Read($item),)+) => Ok(($($item,)+)),
                    _ => Err(Failure::Invalid),
                }
            }

            fn may_start_with(first: u8) -> bool {
                first == b'['
            }

            fn validate_nested(&self, problems: &mut Problems) {
                $(
                    let mark = problems.mark();
                    self.$index.validate_nested(problems);
                    problems.below_index(mark, $index);
                )+
            }
        }

        impl<$($item: Distinct),+> Compare<($($item,)+)> for ByContent {
            fn digest(value: &($($item,)+), digester: &mut Digester) {
                $(value.$index.digest(digester);)+
            }

            fn same(value: &($($item,)+), other: &($($item,)+)) -> bool {
                $(value.$index.same(&other.$index))&&+
            }
        }
    )*};
}

#[expect(non_snake_case, reason = "type parameters and values share their names")]
mod generated {
    use super::{
        ByContent, Compare, Compared, Decode, Digester, Distinct, Failure, Problems, Reader, Slot, Spelling, fill,
        read_tuple,
    };

    decode_tuples! {
        (A 0) is 1;
        (A 0, B 1) is 2;
        (A 0, B 1, C 2) is 3;
        (A 0, B 1, C 2, D 3) is 4;
        (A 0, B 1, C 2, D 3, E 4) is 5;
        (A 0, B 1, C 2, D 3, E 4, F 5) is 6;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6) is 7;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7) is 8;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8) is 9;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9) is 10;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10) is 11;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11) is 12;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12) is 13;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13) is 14;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14) is 15;
        (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15) is 16;
    }
}
