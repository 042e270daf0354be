//! The inputs that sessions are read from.

use std::{
    cell::RefCell,
    fmt::{self, Display, Formatter},
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    rc::Rc,
};

use crate::screen::Screen;

/// Realistic sessions in both documented versions and both spellings, some of them broken.
const EXAMPLES: &str = include_str!("sessions.ndjson");

pub(crate) enum Input {
    Examples,
    Stdin,
    File(PathBuf),
}

impl Input {
    /// The inputs named by `files`, or the examples if there are none.
    pub(crate) fn all(files: &[PathBuf]) -> Vec<Self> {
        if files.is_empty() {
            return vec![Self::Examples];
        }
        files.iter().map(|file| if file == Path::new("-") { Self::Stdin } else { Self::File(file.clone()) }).collect()
    }

    pub(crate) fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::Examples => Box::new(EXAMPLES.as_bytes()),
            Self::Stdin => Box::new(io::stdin().lock()),
            Self::File(path) => Box::new(File::open(path)?),
        })
    }

    /// Its size in bytes; `None` if that is only known at its end.
    fn bytes(&self) -> Option<u64> {
        match self {
            Self::Examples => u64::try_from(EXAMPLES.len()).ok(),
            Self::Stdin => None,
            Self::File(path) => match fs::metadata(path) {
                Ok(file) if file.is_file() => Some(file.len()),
                Ok(_) => None,
                // Opening it reports the error.
                Err(_) => Some(0),
            },
        }
    }

    pub(crate) fn total_bytes(inputs: &[Self]) -> Option<u64> {
        inputs.iter().map(Self::bytes).sum()
    }
}

impl Display for Input {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Examples => f.write_str("sessions.ndjson"),
            Self::Stdin => f.write_str("<stdin>"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// A reader that shows all results so far before it waits for more input.
pub(crate) struct Watched<R> {
    pub(crate) reader: R,
    pub(crate) screen: Rc<RefCell<Screen>>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.screen.borrow_mut().show()?;
        let count = self.reader.read(buffer)?;
        self.screen.borrow_mut().progress.add_bytes(count);
        Ok(count)
    }
}
