//! Reports and stream errors as programs meet them that only pass them on: `unwrap`, `main`, and the chain of sources.

use std::{
    collections::BTreeMap,
    error::Error,
    io::{self, ErrorKind, Read},
};

use connect_runtime::{Decoder, Report, StreamError, from_reader, from_str, stream};

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
    let error = StreamError::Io(io::Error::other("the cable is cut"));
    assert_eq!(format!("{error:?}"), "the stream could not be read: the cable is cut");
}

#[test]
fn alternate_debug_shows_the_fields() {
    let shown = format!("{:#?}", refused());
    assert!(shown.starts_with("Report {\n    issues: [\n        Issue {"), "{shown}");
    let shown = format!("{:#?}", rejected());
    assert!(shown.starts_with("Rejected {\n    index: 1,\n    line: 2,\n    report: Report {"), "{shown}");
}

/// Fails with this kind of error.
struct Failing(ErrorKind);

impl Read for Failing {
    fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::new(self.0, "the line is dead"))
    }
}

fn kind_of_source(error: &(dyn Error + 'static)) -> Option<ErrorKind> {
    error.source()?.downcast_ref::<io::Error>().map(io::Error::kind)
}

#[test]
fn the_source_of_a_report_is_the_io_error_of_the_reader() {
    for kind in [ErrorKind::ConnectionReset, ErrorKind::TimedOut, ErrorKind::UnexpectedEof] {
        let report = from_reader::<u8>(Failing(kind)).unwrap_err();
        assert_eq!(kind_of_source(&report), Some(kind));
        assert_eq!(kind_of_source(&report.clone()), Some(kind));
        assert_eq!(kind_of_source(&Decoder::new().from_reader::<u8>(Failing(kind)).unwrap_err()), Some(kind));
        assert!(format!("{report:#?}").contains(&format!("{kind:?}")), "{report:#?}");
    }
}

#[test]
fn the_source_of_a_stream_error_is_the_io_error_of_the_reader() {
    let error = stream::<u8>(Failing(ErrorKind::TimedOut)).find_map(Result::err).unwrap();
    assert_eq!(kind_of_source(&error), Some(ErrorKind::TimedOut));
}

#[test]
fn an_input_that_is_at_fault_itself_has_no_source() {
    assert!(refused().source().is_none());
    assert!(rejected().source().is_none());
}

#[test]
fn reports_of_failed_readers_are_equal_if_their_text_is() {
    let report = |kind| from_reader::<u8>(Failing(kind)).unwrap_err();
    assert_eq!(report(ErrorKind::TimedOut), report(ErrorKind::TimedOut));
    assert_eq!(report(ErrorKind::TimedOut), report(ErrorKind::ConnectionReset));
}
