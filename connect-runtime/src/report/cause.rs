//! The I/O error that a report is about.

use std::{io, sync::Arc};

/// The error of a source that could not be read; none if the input itself is at fault.
///
/// It is shared, because a report can be cloned and an [`io::Error`] cannot. Equality compares the kind only: an
/// [`io::Error`] has no equality of its own, and its text is part of the message of the `io` issue.
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

    fn kind(&self) -> Option<io::ErrorKind> {
        self.error().map(io::Error::kind)
    }
}

impl PartialEq for Cause {
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind()
    }
}

impl Eq for Cause {}
