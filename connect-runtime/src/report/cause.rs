//! The I/O error that a report is about.

use std::{io, sync::Arc};

/// The error of a source that could not be read; none if the input itself is at fault.
///
/// It is shared, because a report can be cloned and an [`io::Error`] cannot.
#[derive(Debug, Clone)]
pub(super) struct Cause(Option<Arc<io::Error>>);

impl Cause {
    pub(super) const NONE: Self = Self(None);

    pub(super) fn new(error: io::Error) -> Self {
        Self(Some(Arc::new(error)))
    }

    pub(super) fn error(&self) -> Option<&io::Error> {
        self.0.as_deref()
    }
}
