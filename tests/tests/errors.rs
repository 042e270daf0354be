//! Reports and stream errors as programs meet them that only pass them on: `unwrap`, `main`, and the chain of sources.

use std::collections::BTreeMap;

use connect_runtime::{Report, StreamError, from_str, stream};

type Numbers = BTreeMap<String, u8>;

fn refused() -> Report {
    from_str::<Numbers>("{\n  \"a\": true,\n  \"b\": 300\n}").unwrap_err()
}

fn rejected() -> StreamError {
    stream::<Numbers>("{\"a\": 1}\n{\"a\": true, \"b\": 300}".as_bytes()).find_map(Result::err).unwrap()
}

#[test]
fn what_unwrap_and_main_print_of_a_report_reads_as_its_display() {
    let report = refused();
    assert_eq!(format!("{report:?}"), report.to_string());
    assert!(
        report.to_string().starts_with("2:8: a: expected an integer, found `true` [wrong_type]\n3:8: b: "),
        "{report}"
    );
}

#[test]
fn what_unwrap_and_main_print_of_a_stream_error_reads_as_its_display() {
    let error = rejected();
    assert_eq!(format!("{error:?}"), error.to_string());
    let error = StreamError::Io(std::io::Error::other("the cable is cut"));
    assert_eq!(format!("{error:?}"), "the stream could not be read: the cable is cut");
}

#[test]
fn alternate_debug_shows_the_fields() {
    let shown = format!("{:#?}", refused());
    assert!(shown.starts_with("Report {\n    issues: [\n        Issue {"), "{shown}");
    let shown = format!("{:#?}", rejected());
    assert!(shown.starts_with("Rejected {\n    index: 1,\n    line: 2,\n    report: Report {"), "{shown}");
}
