//! Helpers for the tests: outcomes as text, and tables of inputs with their expected outcomes.

use std::fmt::{Debug, Write};

use connect_runtime::{Decode, DecodeOwned, Decoder, Report};

/// The report of an input that `T` must refuse.
///
/// # Panics
/// If `text` is accepted.
pub fn refuse<'de, T: Decode<'de> + Debug>(text: &'de str) -> Report {
    match connect_runtime::from_str::<T>(text) {
        Ok(value) => panic!("{} was accepted as {value:?}", cut(text)),
        Err(report) => report,
    }
}

/// The value of an input that `T` must accept.
///
/// # Panics
/// If `text` is refused.
pub fn accept<'de, T: Decode<'de>>(text: &'de str) -> T {
    match connect_runtime::from_str(text) {
        Ok(value) => value,
        Err(report) => panic!("{} was refused: {report}", cut(text)),
    }
}

/// Describes value and drift in one line: `5` or `5 ~ coerced at $: "5"`; or the codes of the problems: `! syntax`.
pub fn outcome<T: DecodeOwned + Debug>(decoder: &Decoder, text: &str) -> String {
    match decoder.decode::<T>(text) {
        Ok(read) => {
            let mut line = format!("{:?}", read.value);
            for change in read.drift.changes() {
                let _ = write!(line, " ~ {} at {}: {}", change.kind().as_str(), change.path(), change.found());
            }
            line
        }
        Err(report) => codes(&report),
    }
}

/// The codes of all problems in order: `! missing_field ! wrong_type`.
pub fn codes(report: &Report) -> String {
    let codes: Vec<String> = report.issues().iter().map(|issue| format!("! {}", issue.code().as_str())).collect();
    codes.join(" ")
}

/// Every problem as one line: `1:12: lines[0].amount: must be at least 1, is 0 [range]`, without a position if it has
/// none.
pub fn problems(report: &Report) -> Vec<String> {
    report.issues().iter().map(ToString::to_string).collect()
}

/// Compares the [`outcome`] of every input with the expected one, and lists all differences at once.
///
/// # Panics
/// If an outcome differs.
pub fn check<T: DecodeOwned + Debug>(rows: &[(&str, &str)]) {
    check_with::<T>(&Decoder::new(), rows);
}

/// Like [`check`], with a given decoder.
///
/// # Panics
/// If an outcome differs.
pub fn check_with<T: DecodeOwned + Debug>(decoder: &Decoder, rows: &[(&str, &str)]) {
    let differing: Vec<String> = rows
        .iter()
        .map(|&(text, wanted)| (text, wanted, outcome::<T>(decoder, text)))
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(text, wanted, found)| format!("{text}\n    expected {wanted}\n    found    {found}"))
        .collect();
    assert!(differing.is_empty(), "{}:\n{}", std::any::type_name::<T>(), differing.join("\n"));
}

/// Checks that each input is refused with `code` as its only problem.
///
/// # Panics
/// If an outcome differs.
pub fn check_refused<T: DecodeOwned + Debug>(code: &str, texts: &[&str]) {
    let wanted = format!("! {code}");
    let rows: Vec<(&str, &str)> = texts.iter().map(|&text| (text, wanted.as_str())).collect();
    check::<T>(&rows);
}

/// Runs `work` on a thread with Rust's default stack size for spawned threads: 2 MiB.
///
/// # Panics
/// If `work` panics.
pub fn on_small_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(2 << 20).spawn_scoped(scope, work);
        thread.expect("a thread").join().expect("the work to end without panic")
    })
}

/// The start of an input that may be long.
fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}
