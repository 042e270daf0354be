//! The rules. Each is a trait for the types it fits, and the function that generated code calls.

#[macro_use]
mod see_through;
#[macro_use]
mod text;

mod custom;
#[cfg(feature = "rust_decimal")]
mod decimals;
mod distinct;
mod each;
mod email;
mod ip;
mod length;
mod moments;
mod multiple_of;
mod numbers;
mod one_of;
mod pattern;
mod range;
mod unique;
mod url;
mod uuid;
mod violation;

pub use custom::{check, custom};
pub use distinct::{ByContent, ByEq, Comparable, Compare, Digester, Distinct, Incomparable};
pub(crate) use each::each_in_any_order;
pub use each::{Each, each};
pub use email::{EmailText, email};
pub use ip::{Ip, IpText, ip};
pub use length::{Bounds, Length, length};
pub use moments::{DateLimit, DateTimeLimit, InstantLimit, TimeLimit};
pub use multiple_of::{MultipleOf, multiple_of};
pub use numbers::{Integer, Real};
pub use one_of::{OneOf, Text, one_of};
pub use pattern::{Pattern, PatternText, pattern};
pub use range::{Limit, Range, range};
pub use unique::{Unique, unique};
pub use url::{UrlText, url};
pub use uuid::{UuidText, uuid};

use crate::report::Problems;

/// What runs the rules of a field of type `T`.
pub trait Rules<T: ?Sized>: Fn(&T, &mut Problems) {}

impl<T: ?Sized, F: Fn(&T, &mut Problems)> Rules<T> for F {}

#[cfg(test)]
pub(crate) mod tests {
    use crate::report::{Problems, Report, Source};

    fn report(run: impl FnOnce(&mut Problems), sensitive: bool) -> Report {
        let mut problems = Problems::in_memory(100);
        problems.sensitive = sensitive;
        run(&mut problems);
        Report::new(problems, Source::Value)
    }

    /// The problems that `run` records, with path and code.
    pub(crate) fn issues(run: impl FnOnce(&mut Problems)) -> Vec<String> {
        report(run, false).issues().iter().map(ToString::to_string).collect()
    }

    /// The messages of the problems that `run` records.
    pub(crate) fn messages(run: impl FnOnce(&mut Problems)) -> Vec<String> {
        report(run, false).issues().iter().map(|issue| issue.message().to_owned()).collect()
    }

    /// The same in a `sensitive` field.
    pub(crate) fn hidden_messages(run: impl FnOnce(&mut Problems)) -> Vec<String> {
        report(run, true).issues().iter().map(|issue| issue.message().to_owned()).collect()
    }
}
