//! Generated crates on disk, and running cargo on them.

use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, Instant};

use crate::source::{self, Derive};

#[derive(Clone, Copy)]
pub(crate) enum Command {
    Build,
    Check,
}

impl Command {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["build", "--release", "--quiet"],
            Self::Check => &["check", "--quiet"],
        }
    }
}

pub(crate) struct Project {
    name: String,
    directory: PathBuf,
    target: PathBuf,
    source: String,
}

impl Project {
    /// Writes a crate with that many models below `root`; all crates there share their built dependencies.
    pub(crate) fn create(root: &Path, derive: Derive, models: usize) -> Result<Self> {
        let name = format!("{}-{models}", derive.name());
        let directory = root.join(&name);
        fs::create_dir_all(directory.join("src"))?;
        fs::write(directory.join("Cargo.toml"), manifest(&name, derive))?;
        // The same versions as in the other benchmarks, without downloads.
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"), directory.join("Cargo.lock"))?;
        Ok(Self { name, directory, target: root.join("target"), source: source::generate(derive, models) })
    }

    /// The time that cargo takes for the crate itself, once its dependencies are built. Its source is rewritten before,
    /// and nothing is reused from the previous run.
    pub(crate) fn run(&self, command: Command) -> Result<Duration> {
        fs::write(self.directory.join("src/main.rs"), &self.source)?;
        let mut cargo = process::Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(command.arguments()).current_dir(&self.directory);
        cargo.env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        let start = Instant::now();
        let status = cargo.status()?;
        let time = start.elapsed();
        if status.success() { Ok(time) } else { Err(Error::other(format!("cargo failed on `{}`", self.name))) }
    }

    /// The size of the release build in bytes.
    pub(crate) fn binary_size(&self) -> Result<u64> {
        let binary = self.target.join("release").join(format!("{}{EXE_SUFFIX}", self.name));
        Ok(fs::metadata(binary)?.len())
    }
}

/// Symbols are stripped, so the size is only that of code and data.
fn manifest(name: &str, derive: Derive) -> String {
    let dependencies = match derive {
        Derive::ConnectModel => {
            let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../connect-runtime").display().to_string();
            format!("connect-runtime = {{ path = {runtime:?} }}\n")
        }
        Derive::Serde => "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned(),
    };
    format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [profile.release]\nstrip = \"symbols\"\n\n[dependencies]\n{dependencies}"
    )
}
