//! A stream gives the same records however its bytes arrive, and whatever stands between its records.

use std::io::{self, Read};

use connect_runtime::{Decoded, Decoder, Report, StreamError, stream, stream_slice};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

type Outcome<T> = Result<Decoded<T>, StreamError>;

/// All that a user can see of a record.
fn describe<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    match outcome {
        Ok(record) => format!("{:?} {}", record.value, record.drift),
        Err(StreamError::Rejected { index, line, raw, report, .. }) => {
            let spans: Vec<_> = report.issues().iter().map(connect_runtime::Issue::span).collect();
            format!("#{index} line {line} {raw:?} {report} {spans:?}")
        }
        Err(error) => panic!("{error}"),
    }
}

/// Gives as many bytes at a time as the sizes say, over and over.
struct Chunks<'t> {
    bytes: &'t [u8],
    sizes: &'t [usize],
    reads: usize,
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes[self.reads % self.sizes.len()].min(buffer.len());
        self.reads += 1;
        self.bytes.read(&mut buffer[..size])
    }
}

fn from_memory(decoder: Decoder, bytes: &[u8]) -> Vec<String> {
    decoder.stream_slice::<Value>(bytes).map(describe).collect()
}

fn from_chunks(decoder: Decoder, bytes: &[u8], sizes: &[usize]) -> Vec<String> {
    decoder.stream::<Value>(Chunks { bytes, sizes, reads: 0 }).map(describe).collect()
}

/// The values of a stream in which no record is rejected, however its bytes arrive.
fn values(text: impl AsRef<[u8]>) -> Vec<String> {
    let bytes = text.as_ref();
    for sizes in [[1, 1, 1], [2, 1, 3], [4096, 1, 7]] {
        assert_eq!(from_chunks(Decoder::new(), bytes, &sizes), from_memory(Decoder::new(), bytes), "{bytes:?}");
    }
    stream_slice::<Value>(bytes)
        .map(|record| record.map_or_else(|error| error.to_string(), |it| it.value.to_string()))
        .collect()
}

/// Pieces from which streams of every form are likely to arise, whole ones and broken ones.
fn pieces() -> impl Strategy<Value = &'static [u8]> {
    let pieces: &[&[u8]] = &[
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\"",
        b"\\",
        b"\n",
        b"\r\n",
        b" ",
        b"\t",
        b"\x0b",
        b"\xc2\xa0",
        b"\xe2\x80\xa8",
        b"1",
        b"-",
        b"0",
        b"1.",
        b"e",
        b"tru",
        b"true",
        b"null",
        b"nul",
        b"{}",
        b"[]",
        b"\"a\"",
        b"{\"a\":1}",
        b"{\"a\":\n1}",
        b"[1,2]",
        b"\\ud83d",
        b"\\ude00",
        b"\"\\ud83d\\ude00\"",
        b"\xef",
        b"\xbb",
        b"\xbf",
        b"\xef\xbb\xbf",
        b"\x1e",
        b"\x1e{\"a\":",
        b"\xff",
        b"\xe9",
        b"\xf0\x9f\x98\x80",
        b"\xf0\x9f",
        b"\x80",
        b"\"caf\xe9\"",
        b"NaN",
        b"Na",
        b"-Infinity",
        b"Infinity",
        b"-I",
        b"[\"\xe2\x82\",",
        b"\"long enough to pass a limit of twenty bytes\"",
    ];
    select(pieces)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn records_do_not_depend_on_how_bytes_arrive(
        pieces in vec(pieces(), 0..14),
        sizes in vec(1_usize..9, 1..6),
        limited in any::<bool>(),
        lenient in any::<bool>(),
    ) {
        let bytes = pieces.concat();
        let decoder = Decoder::new().lossy(lenient).non_finite(lenient);
        let decoder = if limited { decoder.max_input_bytes(20) } else { decoder };
        let expected = from_memory(decoder, &bytes);
        for sizes in [&[1][..], &[2], &sizes] {
            prop_assert_eq!(&from_chunks(decoder, &bytes, sizes), &expected, "in chunks of {:?}", sizes);
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_alike(bytes in vec(any::<u8>(), 0..60), sizes in vec(1_usize..5, 1..4)) {
        prop_assert_eq!(from_chunks(Decoder::new(), &bytes, &sizes), from_memory(Decoder::new(), &bytes));
    }
}

#[test]
fn only_json_white_space_follows_a_lone_brace() {
    // U+00A0 and U+000B are white space elsewhere.
    for text in ["{\u{a0}\n1\n", "{\u{b}\n1\n"] {
        assert_eq!(values(text).len(), 2, "{text:?}");
    }
    assert_eq!(values("{ \t\r\n\"a\": 1}\n{\"a\": 2}"), ["{\"a\":1}", "{\"a\":2}"]);
}

#[test]
fn the_end_of_the_look_ahead_is_the_same_for_chunks_of_any_size() {
    // The first value ends just before, at and just after the farthest byte that is looked at.
    for length in (1 << 20) - 3..=(1 << 20) + 3 {
        let text = format!("{{\n\"a\": \"{}\"}} 1", "x".repeat(length - 11));
        let expected: Vec<bool> = stream_slice::<Value>(text.as_bytes()).map(|record| record.is_ok()).collect();
        for size in [1000, 4096, 65_536] {
            let chunks = Chunks { bytes: text.as_bytes(), sizes: &[size], reads: 0 };
            let found: Vec<bool> = stream::<Value>(chunks).map(|record| record.is_ok()).collect();
            assert_eq!(found, expected, "{length} bytes in chunks of {size}");
        }
    }
}

#[test]
fn an_item_that_is_too_long_is_skipped_alike_from_memory_and_from_a_reader() {
    let decoder = Decoder::new().max_input_bytes(16);
    // The quotes or brackets of the long items do not match.
    for long in ["{\"a\": [1, 2, 3, 4}", "\"a long string that has\nno end on its line\"", "[[[[[[[[[[[[[[[[[[[[[[}"] {
        let text = format!("[1, {long}, 2, 3]");
        let expected = from_memory(decoder, text.as_bytes());
        for size in [1, 2, 5, 17, 4096] {
            assert_eq!(from_chunks(decoder, text.as_bytes(), &[size]), expected, "{long:?} in chunks of {size}");
        }
        assert!(expected[1].contains("input_limit"), "{expected:?}");
    }
    assert_eq!(from_memory(decoder, b"[1, \"too long,\nand not one line\", 2, 3]").len(), 4);
}

#[test]
fn columns_after_a_long_record_count_what_is_not_utf_8_as_it_is_replaced() {
    let decoder = Decoder::new().max_input_bytes(8);
    let bytes = b"[\"\x80\x80\xe2\x82\xf0\x9f\x98\x80\xe9\xed\xa0\x80 long\", true, \"\xe9\x80\"]";
    let expected = from_memory(decoder.lossy(true), bytes);
    let column = String::from_utf8_lossy(bytes).chars().position(|c| c == 't').unwrap() + 1;
    let found = decoder.stream_slice::<u8>(bytes).nth(1).unwrap().unwrap_err().to_string();
    assert!(found.contains(&format!(" 1:{column}: ")), "{found}");
    for size in 1..12 {
        assert_eq!(from_chunks(decoder.lossy(true), bytes, &[size]), expected, "in chunks of {size}");
    }
}

#[test]
fn arrays_that_follow_one_another_are_one_stream() {
    for between in ["", " ", "\n", "\r\n\r\n", "\u{1e}", "\n\u{1e}", "\u{feff}", "\n\u{feff} \u{1e}"] {
        let text = format!("[1,2]{between}[3]{between}[]{between}[4]{between}");
        assert_eq!(values(&text), ["1", "2", "3", "4"], "{text:?}");
    }
    assert_eq!(values("[][]"), [""; 0]);
    assert_eq!(values("\u{1e}[1]\n\u{1e}[2]\n"), ["1", "2"]);
}

#[test]
fn what_follows_an_array_and_is_none_is_refused() {
    assert_eq!(
        values("[1]\n[2] 3\n4"),
        ["1", "2", "record 2 at line 2: 2:5: $: expected `[` or the end of the input, found `3` [syntax]"]
    );
    assert_eq!(values("[1][2").len(), 3);
}

#[test]
fn marks_and_separators_between_records_are_passed_over() {
    let texts = [
        "1\n\u{feff}2\n3",
        "\u{feff}1\n\u{feff}\n2\n\u{1e}3\n",
        "1\u{1e}2\u{1e}3",
        "\u{1e}1\n\u{1e}2\n\u{1e}3\n",
        "\u{feff}\u{1e}1\n\u{1e}\u{feff}2\n\u{1e}\u{1e}3\n",
        "1 2\u{feff}3",
        "[\u{feff}1,2]\u{feff}[3]",
    ];
    for text in texts {
        assert_eq!(values(text), ["1", "2", "3"], "{text:?}");
    }
    assert_eq!(values("{\"a\":\n1}\u{feff}{\"a\":\n2}"), ["{\"a\":1}", "{\"a\":2}"]);
}

#[test]
fn a_cut_record_of_a_json_text_sequence_loses_only_itself() {
    let text = "\u{1e}{\"a\":1}\n\u{1e}{\"a\":\n\u{1e}{\"a\": [\"x\u{1e}{\n\"a\": 4\n}\n\u{1e}tru\n\u{1e}[5]\n";
    let found = values(text);
    assert_eq!((found.len(), &*found[0], &*found[3], &*found[5]), (6, "{\"a\":1}", "{\"a\":4}", "[5]"));
    assert_eq!(found[1], "record 1 at line 2: 2:7: a: expected a value, found the end of the record [syntax]");
    assert!(found[2].starts_with("record 2 at line 3: 3:11: a[0]: "), "{}", found[2]);
}

#[test]
fn a_number_in_a_json_text_sequence_that_may_be_cut_is_refused() {
    let found = values("\u{1e}12\u{1e}34\n\u{1e}true");
    assert_eq!(found[1], "34");
    let message = "expected white space after a number or literal, which else may be cut off, found the end of";
    assert_eq!(found[0], format!("record 0 at line 1: 1:4: $: {message} the record [syntax]"));
    assert_eq!(found[2], format!("record 2 at line 2: 2:6: $: {message} the input [syntax]"));
}

/// Line, column and span of the first problem.
fn place(report: &Report) -> (Option<usize>, Option<usize>, usize) {
    let issue = &report.issues()[0];
    (issue.line(), issue.column(), issue.span().unwrap().start)
}

#[test]
fn a_byte_order_mark_counts_alike_wherever_an_input_comes_from() {
    let text = "\u{feff} {\"a\": tru}";
    let bytes = text.as_bytes();
    let expected = (Some(1), Some(11), 13);
    let decoder = Decoder::new();
    assert_eq!(place(&decoder.from_str::<Value>(text).unwrap_err()), expected);
    assert_eq!(place(&decoder.from_slice::<Value>(bytes).unwrap_err()), expected);
    assert_eq!(place(&decoder.from_reader::<Value>(bytes).unwrap_err()), expected);
    assert_eq!(place(&decoder.decode::<Value>(text).unwrap_err()), expected);
    let records = [decoder.stream_slice::<Value>(bytes).next(), decoder.stream::<Value>(bytes).next()];
    for record in records {
        let Some(Err(StreamError::Rejected { report, .. })) = record else { panic!() };
        assert_eq!(place(&report), expected);
    }
    let drift = decoder.decode::<String>("\u{feff}7").unwrap().drift;
    assert_eq!(
        drift.to_string(),
        stream_slice::<String>("\u{feff}7".as_bytes()).next().unwrap().unwrap().drift.to_string()
    );
}
