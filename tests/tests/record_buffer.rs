//! `RecordBuffer`: the records of pieces that are pushed.

use std::{fmt::Debug, iter};

use connect_runtime::{DecodeOwned, Decoded, Decoder, RecordBuffer, StreamError};
use serde_json::Value;

fn describe<T: Debug>(outcome: Result<Decoded<T>, StreamError>) -> String {
    match outcome {
        Ok(Decoded { value, drift }) => {
            let changes = drift.changes().iter().map(|change| format!(" ~ {change}"));
            format!("{value:?}{}", changes.collect::<String>())
        }
        Err(StreamError::Rejected { raw, .. }) if raw.len() > 100 => format!("{} bytes", raw.len()),
        Err(StreamError::Rejected { index, line, raw, report }) => format!("#{index} line {line} {raw:?} {report}"),
        Err(error) => error.to_string(),
    }
}

fn drain<T: DecodeOwned + Debug>(buffer: &mut RecordBuffer<T>) -> Vec<String> {
    iter::from_fn(|| buffer.next()).map(describe).collect()
}

fn push_in_pieces<T: DecodeOwned + Debug>(decoder: Decoder, text: &[u8], piece: usize) -> Vec<String> {
    let mut buffer = decoder.record_buffer::<T>();
    let mut found = Vec::new();
    for piece in text.chunks(piece) {
        buffer.push(piece);
        found.extend(drain(&mut buffer));
    }
    buffer.finish();
    found.extend(drain(&mut buffer));
    assert!(buffer.next().is_none());
    found
}

const FORMS: &[&str] = &[
    "",
    " \n ",
    "1\n2\n\n3",
    "{\"a\": 1}\n{\"a\": }\n[\n{\"a\": 3}\r\n",
    "{\n \"a\": 1\n}\n{\n \"a\": 2}{}",
    "1 2 \"x\"true[1]{}",
    "[1, {\"a\": [2]}, \"]\"]",
    "[1, 2] [3]\n[]\u{feff}[4]",
    "[1, x, 3], 4",
    "[1, 2",
    "[1, [2}, 3]",
    "\u{feff}1\n\u{feff}2",
    "\u{1e}{\"a\": 1}\n\u{1e}12\u{1e}{\"a\": \u{1e}3\n",
    "{\"a\": \"ä\u{1f600}\"}\n{\"é\": \"\\u00e9\"} x\n7",
    "{\n",
    "nul",
    "é",
];

#[test]
fn pieces_of_any_size_give_the_records_of_the_whole() {
    for decoder in [Decoder::new(), Decoder::new().max_input_bytes(8)] {
        for text in FORMS {
            let whole: Vec<String> = decoder.stream_slice::<Value>(text.as_bytes()).map(describe).collect();
            for piece in 1..=text.len().max(1) {
                assert_eq!(
                    push_in_pieces::<Value>(decoder, text.as_bytes(), piece),
                    whole,
                    "{text:?} in pieces of {piece}"
                );
            }
        }
    }
}

#[test]
fn bytes_that_are_not_utf_8_give_the_positions_of_the_whole() {
    let text = b"{\"a\": \"\xff\xe2\x82\", \"b\": x}\n{\"a\": \"\xf0\x9f\", \"b\": y}";
    let whole: Vec<String> = Decoder::new().stream_slice::<Value>(text).map(describe).collect();
    for piece in 1..=text.len() {
        assert_eq!(push_in_pieces::<Value>(Decoder::new(), text, piece), whole, "in pieces of {piece}");
    }
}

#[test]
fn a_record_comes_as_soon_as_its_end_is_certain() {
    let mut buffer = RecordBuffer::<Value>::new();
    buffer.push(b"{\"a\": 1}\n{\"a\"");
    assert_eq!(drain(&mut buffer), [r#"Object {"a": Number(1)}"#]);
    buffer.push(b": 2}");
    assert!(buffer.next().is_none());
    buffer.push(b"\n");
    assert_eq!(drain(&mut buffer), [r#"Object {"a": Number(2)}"#]);
    assert_eq!(format!("{buffer:?}"), "RecordBuffer { count: 2, held: 0, .. }");

    let mut buffer = RecordBuffer::<Value>::default();
    for (piece, found) in
        [("[", vec![]), ("1", vec![]), (",", vec!["Number(1)"]), ("2]", vec!["Number(2)"]), ("[", vec![])]
    {
        buffer.push(piece.as_bytes());
        assert_eq!(drain(&mut buffer), found, "{piece}");
    }
    buffer.push(b"true]");
    assert_eq!(drain(&mut buffer), ["Bool(true)"]);
}

#[test]
fn nothing_comes_after_the_end() {
    let mut buffer = RecordBuffer::<u8>::new();
    buffer.push(b"1\n2");
    buffer.finish();
    buffer.push(b"3\n");
    assert_eq!(drain(&mut buffer), ["1", "2"]);
    buffer.push(b"4\n");
    buffer.finish();
    assert!(buffer.next().is_none());
}

#[test]
fn what_is_held_is_bounded_by_the_limit() {
    let peak = |count: usize, text: &dyn Fn(usize) -> Vec<u8>| {
        let mut rejected = 0;
        let measured = allocation_counter::measure(|| {
            let mut buffer = Decoder::new().max_input_bytes(100_000).record_buffer::<String>();
            for index in 0..count {
                buffer.push(&text(index));
                rejected += iter::from_fn(|| buffer.next()).filter(Result::is_err).count();
            }
            buffer.finish();
            rejected += iter::from_fn(|| buffer.next()).filter(Result::is_err).count();
        });
        (rejected, measured.bytes_max)
    };
    // One item of 1 MB or of 100 MB, in an array without an end.
    let endless = |index: usize| if index == 0 { b"[\"".to_vec() } else { vec![b'x'; 10_000] };
    let ((rejected, short), (_, long)) = (peak(100, &endless), peak(10_000, &endless));
    assert!(rejected == 2 && short == long && long < 2_000_000, "{rejected} {short} {long}");
    let many = |index: usize| if index == 0 { b"\"a\"\n".to_vec() } else { b"\"some name\"\n\"another\"\n".to_vec() };
    let ((_, few), (rejected, more)) = (peak(1_000, &many), peak(100_000, &many));
    assert!(rejected == 0 && few == more && more < 10_000, "{rejected} {few} {more}");
}

#[test]
fn the_cost_is_linear_in_what_is_pushed() {
    // Each byte on its own, in one record of 300 kB: a quadratic cost would take minutes.
    for (start, end) in [("[\"", "\"]"), ("{\n\"a\": \"", "\"}"), ("\"", "\"\n"), ("{\"a\": \"", "\"}\n")] {
        let mut buffer = RecordBuffer::<Value>::new();
        buffer.push(start.as_bytes());
        for _ in 0..300_000 {
            buffer.push(b"x");
            assert!(buffer.next().is_none());
        }
        buffer.push(end.as_bytes());
        buffer.finish();
        assert!(buffer.next().unwrap().is_ok(), "{start}");
    }
    let mut buffer = RecordBuffer::<u8>::new();
    let text = "7\n".repeat(1_000_000);
    buffer.push(text.as_bytes());
    assert_eq!(iter::from_fn(|| buffer.next()).flatten().count(), 1_000_000);
}
