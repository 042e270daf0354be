//! Values that a text was cut off in, which were closed to read them.

use super::Reader;
use crate::report::Mark;

impl Reader<'_> {
    /// Whether the value that was just read is one that the text was cut off in.
    #[inline]
    pub(crate) fn is_cut_off(&self) -> bool {
        self.json.at() > self.policy.cut
    }

    /// Drops the problems found since `mark` that may not be there when the value just read is complete: those that rules
    /// found in values below its own, `depth` steps down.
    #[cold]
    pub(crate) fn drop_unsettled(&mut self, mark: Mark, depth: usize) {
        if self.is_cut_off() {
            self.problems.drop_below(mark, depth);
        }
    }
}
