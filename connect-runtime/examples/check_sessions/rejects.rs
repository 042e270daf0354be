//! The file that collects rejected sessions.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// Writes the raw text of rejected sessions, one per line.
pub(crate) struct Rejects {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Rejects {
    /// Creates or empties the file, which must not be one of the `inputs`.
    pub(crate) fn create(path: &Path, inputs: &[PathBuf]) -> io::Result<Self> {
        if let Ok(target) = fs::canonicalize(path)
            && inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == target))
        {
            let reason = io::Error::other("it is an input and would be overwritten; name another file");
            return Err(describe(path, &reason));
        }
        let file = File::create(path).map_err(|error| describe(path, &error))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file) })
    }

    /// Adds one session as a line. Line breaks within it become spaces, which mean the same in JSON.
    pub(crate) fn add(&mut self, raw: &str) -> io::Result<()> {
        if raw.is_empty() {
            return Ok(());
        }
        let mut parts = raw.split(['\n', '\r']);
        let first = parts.next().unwrap_or_default();
        let mut write = || {
            self.file.write_all(first.as_bytes())?;
            parts.try_for_each(|part| write!(self.file, " {part}"))?;
            self.file.write_all(b"\n")
        };
        write().map_err(|error| describe(&self.path, &error))
    }

    /// Writes what is still buffered.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.file.flush().map_err(|error| describe(&self.path, &error))
    }
}

fn describe(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("the rejected sessions can't be written to {}: {error}", path.display()))
}
