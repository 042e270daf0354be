//! `Path` and `PathBuf`: a string, whether or not there is such a path.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader},
    rules::ByEq,
};

macro_rules! decode_paths {
    ($($path:ty)*) => {$(
        impl Compared for $path {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $path {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                String::decode(reader).map(|path| PathBuf::from(path).into())
            }

            fn may_start_with(first: u8) -> bool {
                String::may_start_with(first)
            }
        }

        impl MapKey for $path {
            fn to_key(&self) -> Cow<'_, str> {
                self.to_string_lossy()
            }
        }
    )*};
}

decode_paths! { PathBuf Box<Path> }

impl Compared for &Path {
    type By = ByEq;
}

impl<'de: 'a, 'a> Decode<'de> for &'a Path {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        <&str>::decode(reader).map(Path::new)
    }

    fn may_start_with(first: u8) -> bool {
        <&str>::may_start_with(first)
    }
}

impl MapKey for &Path {
    fn to_key(&self) -> Cow<'_, str> {
        self.to_string_lossy()
    }
}
