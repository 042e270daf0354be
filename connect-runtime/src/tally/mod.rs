//! Tallies problems and drift over many results: how often they occur, and where first.

use crate::{
    decoder::Decoded,
    drift::Drift,
    report::{Issue, Report},
    stream::StreamError,
};

mod display;
mod rows;
mod wire;

pub use rows::TallyRow;
use rows::{Rows, Seen};

/// Counts records, problems and drift over any number of results.
///
/// Problems are grouped by code and path, drift by kind and path, with array indexes replaced by `[*]`. A group records
/// where it was first seen, and one sample. Memory is bounded even for arbitrary data: there are rows for up to 64 codes
/// or kinds with up to 100 paths each; anything beyond is only counted.
///
/// `Display` writes a table for people, the most frequent groups first; `Serialize` writes all groups,
/// as an object with `records`, `valid`, `rejected`, `truncated`, `issues`, `other_issues`, `drift` and `other_drift`;
/// `Deserialize` reads it back.
///
/// ```
/// use connect_runtime::{stream, ConnectModel, Tally};
///
/// #[derive(ConnectModel)]
/// struct Session { id: String, tags: Vec<String> }
///
/// let ndjson = r#"{"id": "a", "tags": []}
/// {"id": 3119.45, "tags": ["x"]}
/// {"tags": ["x", null]}
/// "#;
/// let mut tally = Tally::new();
/// for result in stream::<Session>(ndjson.as_bytes()) {
///     tally.add(&result);
/// }
/// assert_eq!((tally.records(), tally.valid(), tally.rejected()), (3, 2, 1));
/// let paths: Vec<_> = tally.issues().iter().map(|row| (row.kind(), row.path(), row.count())).collect();
/// assert_eq!(paths, [("missing_field", "id", 1), ("wrong_type", "tags[*]", 1)]);
/// assert_eq!(tally.drift()[0].sample(), "3119.45");
/// assert_eq!(
///     tally.to_string(),
///     "3 records: 2 valid, 1 rejected\n\
///      \n\
///      problems\n\
///      \x20 count  code           path     first seen  sample\n\
///      \x20     1  missing_field  id       line 3      required field `id` is missing\n\
///      \x20     1  wrong_type     tags[*]  line 3      expected a string, found `null`\n\
///      \n\
///      drift\n\
///      \x20 count  kind     path  first seen  sample\n\
///      \x20     1  coerced  id    line 2      3119.45\n"
/// );
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    records: u64,
    rejected: u64,
    truncated: u64,
    issues: Rows,
    drift: Rows,
}

impl Tally {
    /// Creates an empty tally.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts an item of a [stream](crate::stream). An I/O error counts as a problem, but not as a record.
    pub fn add<T>(&mut self, result: &Result<Decoded<T>, StreamError>) {
        match result {
            Ok(decoded) => self.add_valid(&decoded.drift),
            Err(StreamError::Rejected { report, .. }) => self.add_rejected(report),
            Err(StreamError::Io(error)) => self.add_issues(&[Issue::io(error)]),
        }
    }

    /// Counts a valid record and its drift.
    ///
    /// ```
    /// use connect_runtime::{Decoder, Tally};
    ///
    /// let mut tally = Tally::new();
    /// tally.add_valid(&Decoder::new().decode::<u8>("\"7\"")?.drift);
    /// assert_eq!((tally.valid(), tally.drift()[0].kind()), (1, "coerced"));
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    #[inline]
    pub fn add_valid(&mut self, drift: &Drift) {
        if !drift.is_empty() {
            self.add_drift(drift);
        }
        self.records += 1;
    }

    fn add_drift(&mut self, drift: &Drift) {
        for change in drift.changes() {
            let seen =
                Seen { record: self.records, line: change.line(), sample: change.reason().unwrap_or(change.found()) };
            self.drift.add(change.kind().as_str(), change.path(), seen);
        }
        self.drift.add_others(drift.unlisted());
        self.truncated += u64::from(drift.truncated());
    }

    /// Counts a rejected record and its problems.
    ///
    /// ```
    /// use connect_runtime::{from_str, Tally};
    ///
    /// let mut tally = Tally::new();
    /// if let Err(report) = from_str::<Vec<u8>>("[1, true, null]") {
    ///     tally.add_rejected(&report);
    /// }
    /// let row = tally.issues()[0];
    /// assert_eq!((row.kind(), row.path(), row.count()), ("wrong_type", "[*]", 2));
    /// ```
    pub fn add_rejected(&mut self, report: &Report) {
        self.add_issues(report.issues());
        self.truncated += u64::from(report.truncated());
        self.records += 1;
        self.rejected += 1;
    }

    fn add_issues(&mut self, issues: &[Issue]) {
        for issue in issues {
            let seen = Seen { record: self.records, line: issue.line(), sample: issue.message() };
            self.issues.add(issue.code().as_str(), issue.path(), seen);
        }
    }

    /// The number of records counted.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// The number of valid records.
    pub fn valid(&self) -> u64 {
        self.records - self.rejected
    }

    /// The number of rejected records.
    pub fn rejected(&self) -> u64 {
        self.rejected
    }

    /// The number of records with more problems, or more changes of one kind, than are listed (100 unless
    /// [`max_issues`](crate::Decoder::max_issues) is set). Problems that are not listed are not counted.
    pub fn truncated(&self) -> u64 {
        self.truncated
    }

    /// The problems by code and path, the most frequent first.
    pub fn issues(&self) -> Vec<&TallyRow> {
        self.issues.sorted()
    }

    /// The number of problems without a row, because there are too many different ones.
    pub fn other_issues(&self) -> u64 {
        self.issues.other()
    }

    /// The drift by kind and path, the most frequent first.
    pub fn drift(&self) -> Vec<&TallyRow> {
        self.drift.sorted()
    }

    /// The number of changes without a row, because there are too many different ones, or too many in one record.
    pub fn other_drift(&self) -> u64 {
        self.drift.other()
    }
}
