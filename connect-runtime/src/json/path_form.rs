//! Paths in what is serialized.

use serde::{Deserialize, Serialize};

use super::{
    parse_path::ParsePathError,
    path::{Path, Segment},
};

/// A path as an RFC 6901 pointer; where that does not say which of its steps are keys, also step by step.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Steps(Option<Vec<Segment>>);

impl Steps {
    /// The pointer to `path`, and the steps if it needs them.
    pub(crate) fn of(path: &Path) -> (String, Self) {
        let pointer = path.pointer();
        let needed = pointer.parse().as_ref() != Ok(path);
        (pointer, Self(needed.then(|| path.segments().to_vec())))
    }

    /// The path that `pointer` and these steps are.
    pub(crate) fn path(self, pointer: &str) -> Result<Path, ParsePathError> {
        self.0.map_or_else(|| pointer.parse(), |steps| Ok(Path::new(steps)))
    }

    /// Whether the pointer says all.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
