//! How large the input may be, and how much is reported about it.

use super::{Decoder, document::input_too_long};
use crate::report::Report;

impl Decoder {
    /// How deep arrays and objects may be nested; 128 unless set. Each level takes room on the thread's stack.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().max_depth(1).from_str::<Vec<Vec<u8>>>("[[1]]").unwrap_err();
    /// assert_eq!(report.issues()[0].code().as_str(), "depth_limit");
    /// ```
    pub const fn max_depth(mut self, levels: usize) -> Self {
        self.max_depth = levels;
        self
    }

    /// How many issues a report and how many changes of each kind a drift hold; 100 unless set. A report has at least
    /// one.
    /// [`Report::truncated`] and [`Drift::truncated`](crate::Drift::truncated) say whether there were more.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().max_issues(2).from_str::<Vec<u8>>("[-1, -2, -3]").unwrap_err();
    /// assert_eq!((report.issues().len(), report.truncated()), (2, true));
    /// ```
    pub const fn max_issues(mut self, issues: usize) -> Self {
        self.max_issues = issues;
        self
    }

    /// How long the input may be, in bytes.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().max_input_bytes(3).from_str::<u32>("1234").unwrap_err();
    /// assert_eq!(report.issues()[0].code().as_str(), "input_limit");
    /// ```
    pub const fn max_input_bytes(mut self, bytes: usize) -> Self {
        self.max_input_bytes = bytes;
        self
    }

    /// How long a string or key may be, in bytes between the quotes as spelled in the input.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().max_string_bytes(3).from_str::<String>("\"abcd\"").unwrap_err();
    /// assert_eq!(report.issues()[0].code().as_str(), "string_limit");
    /// ```
    pub const fn max_string_bytes(mut self, bytes: usize) -> Self {
        self.max_string_bytes = bytes;
        self
    }

    /// How many items an array and how many fields an object may have. What is skipped or kept as raw text is not
    /// counted, since nothing is built from it.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().max_items(2).from_str::<Vec<u8>>("[1, 2, 3]").unwrap_err();
    /// assert_eq!(report.issues()[0].code().as_str(), "item_limit");
    /// ```
    pub const fn max_items(mut self, items: usize) -> Self {
        self.policy.max_items = items;
        self
    }

    /// How many problems a report holds.
    pub(crate) fn max_issues_listed(&self) -> usize {
        self.max_issues.max(1)
    }

    /// How deep arrays and objects may be nested.
    pub(crate) const fn depth(&self) -> usize {
        self.max_depth
    }

    /// How long the input may be, in bytes; `usize::MAX` unless set.
    pub(crate) const fn max_input(&self) -> usize {
        self.max_input_bytes
    }

    #[inline]
    pub(crate) fn limit_input(&self, bytes: usize) -> Result<(), Report> {
        if bytes <= self.max_input_bytes {
            return Ok(());
        }
        Err(input_too_long(self.max_input_bytes))
    }
}
