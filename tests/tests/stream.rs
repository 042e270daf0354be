//! Streams: how records are separated, what is rejected and where decoding resumes, and how much is buffered.

use std::{
    collections::HashMap,
    fmt::Debug,
    io::{self, BufRead, BufReader, Read},
};

use connect_runtime::{Code, DecodeOwned, Decoded, Decoder, StreamError, stream, stream_slice};
use serde_json::Value;

type Outcome<T> = Result<Decoded<T>, StreamError>;

/// A record on one line: `7`, `7 ~ 2:1 coerced "7"`, or `#1 line 2 "raw" 2:1 $ wrong_type`.
fn describe<T: Debug>(outcome: Outcome<T>) -> String {
    match outcome {
        Ok(Decoded { value, drift }) => {
            let changes = drift.changes().iter().map(|change| {
                let (line, column) = (change.line().unwrap_or(0), change.column().unwrap_or(0));
                format!(" ~ {line}:{column} {} {}", change.kind(), change.found())
            });
            format!("{value:?}{}", changes.collect::<String>())
        }
        Err(StreamError::Rejected { index, line, raw, report, .. }) => {
            let issues = report.issues().iter().map(|issue| {
                let (line, column) = (issue.line().unwrap_or(0), issue.column().unwrap_or(0));
                format!(" {line}:{column} {} {}", issue.path(), issue.code())
            });
            format!("#{index} line {line} {raw:?}{}", issues.collect::<String>())
        }
        Err(error) => error.to_string(),
    }
}

/// The message of the very last problem.
fn last_message<T: DecodeOwned>(text: &str) -> String {
    match stream::<T>(text.as_bytes()).last() {
        Some(Err(StreamError::Rejected { report, .. })) => {
            report.issues().last().map(|issue| issue.message().to_owned())
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// Returns at most this many bytes per read.
struct Pieces<'t>(&'t [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len());
        self.0.read(&mut buffer[..count])
    }
}

/// The records of `text`, which must be the same from memory and from reads of any size.
fn read_with<T: DecodeOwned + Debug>(decoder: Decoder, text: impl AsRef<[u8]>) -> Vec<String> {
    let text = text.as_ref();
    let records: Vec<String> = decoder.stream_slice::<T>(text).map(describe).collect();
    for piece in [1, 2, 3, 7, 64, 8192] {
        let found: Vec<String> = decoder.stream::<T>(Pieces(text, piece)).map(describe).collect();
        assert_eq!(found, records, "in pieces of {piece} bytes");
    }
    records
}

fn read<T: DecodeOwned + Debug>(text: impl AsRef<[u8]>) -> Vec<String> {
    read_with::<T>(Decoder::new(), text)
}

#[test]
fn an_empty_stream_has_no_records() {
    for text in ["", " ", "\n\n", "\r\n", "[]", " [ ] ", "[]\n\n", "\u{feff}", "\u{feff}\n", "\u{feff}[]"] {
        assert_eq!(read::<Value>(text), [""; 0], "{text:?}");
    }
}

#[test]
fn the_first_value_determines_the_form_of_the_stream() {
    let numbers = ["1", "2", "3"];
    let texts = [
        "1\n2\n3",
        "1\n2\n3\n",
        "1\r\n2\r\n3\r\n",
        " 1 \n\n\t2\n \r\n3",
        "1 2 3",
        "1 2\n3",
        "1\t2 3\n\n",
        "[1,2,3]",
        "[1,2,3]\n",
        " [ 1 , 2\n, 3 ] ",
        "\n\n[\n1,\n2,\n3\n]\n",
        "\u{feff}1\n2\n3",
        "\u{feff}[1,2,3]",
        "\u{feff} 1 2 3",
    ];
    for text in texts {
        assert_eq!(read::<u8>(text), numbers, "{text:?}");
    }
}

#[test]
fn values_may_follow_one_another_with_or_without_white_space() {
    assert_eq!(read::<Value>(r#"{"a":1}{"a":"}"}["x"]"y""z"true{}"#).len(), 7);
    assert_eq!(read::<Value>("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n").len(), 2);
    assert_eq!(read::<Value>("{\n\"a\": [\n1]}").len(), 1);
    assert_eq!(read::<Vec<u8>>("1 [2] [3]\n[4]"), ["#0 line 1 \"1\" 1:1 $ wrong_type", "[2]", "[3]", "[4]"]);
}

#[test]
fn a_rejected_line_does_not_affect_the_others() {
    let text = "1\n\"x\"\n3\n\n  {\"a\":\n400\n5";
    assert_eq!(
        read::<u8>(text),
        [
            "1",
            r#"#1 line 2 "\"x\"" 2:1 $ invalid_number"#,
            "3",
            r#"#3 line 5 "{\"a\":" 5:8 a syntax"#,
            "#4 line 6 \"400\" 6:1 $ number_out_of_range",
            "5",
        ]
    );
}

#[test]
fn a_broken_first_line_rejects_only_one_record() {
    assert_eq!(
        read::<HashMap<String, u8>>("{\"a\":\n{\"a\":2}\n{\"a\":3}\n").split_first().map(|(_, rest)| rest.to_vec()),
        Some(vec!["{\"a\": 2}".to_owned(), "{\"a\": 3}".to_owned()])
    );
    assert_eq!(read::<u8>("nope\n2\n3"), ["#0 line 1 \"nope\" 1:2 $ syntax", "2", "3"]);
    assert_eq!(read::<u8>("}\n2\n").len(), 2);
}

#[test]
fn a_broken_multi_line_value_is_one_record() {
    let text = "{\n  \"a\": 1,\n  \"b\" 2\n}\n";
    assert_eq!(read::<Value>(text).len(), 1);
    assert!(read::<Value>(text)[0].ends_with(" 3:7 b syntax"), "{:?}", read::<Value>(text));
}

#[test]
fn a_rejected_item_does_not_affect_the_others() {
    assert_eq!(
        read::<u8>("[1, \"x\",\n tru,, 300, \"a\\\"]\" ,7]"),
        [
            "1",
            r#"#1 line 1 "\"x\"" 1:5 $ invalid_number"#,
            "#2 line 2 \"tru\" 2:5 $ syntax",
            "#3 line 2 \"\" 2:6 $ syntax",
            "#4 line 2 \"300\" 2:8 $ number_out_of_range",
            r#"#5 line 2 "\"a\\\"]\"" 2:13 $ invalid_number"#,
            "7",
        ]
    );
}

#[test]
fn an_array_ends_once() {
    let unclosed = "#2 line 1 \"\" 1:6 $ syntax";
    assert_eq!(read::<u8>("[1, 2"), ["1", "2", unclosed]);
    assert_eq!(read::<u8>("[1,"), ["1", "#1 line 1 \"\" 1:4 $ syntax"]);
    assert_eq!(read::<u8>("["), ["#0 line 1 \"\" 1:2 $ syntax"]);
    assert_eq!(read::<u8>("[1,]"), ["1", "#1 line 1 \"\" 1:4 $ syntax"]);
    assert_eq!(read::<u8>("[1] 2\n3"), ["1", "#1 line 1 \"2\" 1:5 $ syntax"]);
    assert_eq!(read::<u8>("[1 2, 3]"), ["#0 line 1 \"1 2\" 1:4 $ syntax", "3"]);
}

#[test]
fn messages_say_what_would_end_a_record() {
    let rows = [
        ("1\n[", "expected a value, found the end of the input"),
        ("1\n[\n", "expected a value, found the end of the line"),
        ("1\n2 3\n", "expected the end of the line, found `3`"),
        ("1\n2 3", "expected the end of the input, found `3`"),
        ("[1, 2", "expected `,` or `]`, found the end of the input"),
        ("[1,]", "expected a value, found `]`"),
        ("[1 2]", "expected `,` or `]`, found `2`"),
        ("[1] 2", "expected `[` or the end of the input, found `2`"),
        ("[1]\n2\n3", "expected `[` or the end of the input, found `2`"),
    ];
    for (text, message) in rows {
        assert_eq!(last_message::<Value>(text), message, "{text:?}");
    }
}

#[test]
fn an_item_cut_off_by_the_end_of_input_is_one_problem() {
    assert_eq!(read::<Value>("[1, {\"a\": [1").len(), 2);
    assert_eq!(read::<Value>("[1, \"a").len(), 2);
    assert_eq!(read::<Value>("[1, tru").len(), 2);
}

#[test]
fn an_array_with_mismatched_brackets_ends_at_that_item() {
    let records = read::<Value>("[{\"a\":1}, {\"a\":[2}, {\"a\":3}, {\"a\":4}]");
    assert_eq!(records.len(), 2);
    assert!(records[1].ends_with(" 1:18 a[0] syntax"), "{records:?}");
    let message = "expected `,` or `]`, found `}`; the start of the next item is unknown, so reading stops here";
    assert_eq!(last_message::<Value>("[[2}, 3]"), message);
}

#[test]
fn problem_positions_count_from_the_start_of_the_stream() {
    let text = "[\"\u{e9}\", \"\u{e9}\", 7,\n\"\u{1f600}\", {\n \"a\": true}]";
    let found: Vec<_> = stream_slice::<String>(text.as_bytes()).filter_map(Result::err).collect();
    let [StreamError::Rejected { index: 4, line: 2, report, .. }] = found.as_slice() else { panic!("{found:?}") };
    let issue = &report.issues()[0];
    assert_eq!((issue.line(), issue.column()), (Some(2), Some(6)));
    assert_eq!(issue.span().and_then(|span| text.get(span)), Some("{\n \"a\": true}"));
    assert_eq!(read::<String>(text)[2], "\"7\" ~ 1:12 coerced 7");
    let nested = read::<HashMap<String, u8>>("{\"a\":1} {\n \"a\": true}");
    assert_eq!(nested[1], "#1 line 1 \"{\\n \\\"a\\\": true}\" 2:7 a wrong_type");
}

#[test]
fn drift_positions_count_from_the_start_of_the_stream() {
    assert_eq!(read::<u8>("1\n \"2\"\n"), ["1", "2 ~ 2:2 coerced \"2\""]);
    assert_eq!(read_with::<u8>(Decoder::new().strict(true), "1\n \"2\"\n")[1].split(' ').next(), Some("#1"));
}

#[test]
fn bytes_that_are_not_utf_8_reject_only_their_record() {
    assert_eq!(
        read::<String>(b"\"a\"\n\"\xc3\xa9\xff\"\n\"c\"\n"),
        ["\"a\"", "#1 line 2 \"\\\"\u{e9}\u{fffd}\\\"\" 2:3 $ syntax", "\"c\""]
    );
    assert_eq!(read::<String>(b"[\"a\", \"\xff\", \"c\"]").len(), 3);
    assert_eq!(read::<String>(b"\xff\n\"b\"\n").len(), 2);
    assert_eq!(read::<String>(b"\"a\" \"\xff\" \"c\"").len(), 3);
}

#[test]
fn nul_bytes_reject_only_their_line() {
    assert_eq!(read::<u8>("1\n\0\0\0\n3\n")[1], "#1 line 2 \"\\0\\0\\0\" 2:1 $ syntax");
    assert_eq!(read::<u8>("1\n\0\0\0\n3\n").len(), 3);
}

#[test]
fn a_record_longer_than_the_limit_is_skipped() {
    let decoder = Decoder::new().max_input_bytes(10);
    assert_eq!(
        read_with::<String>(decoder, "\"12345678\"\n\"123456789\"\n\"c\""),
        ["\"12345678\"", r#"#1 line 2 "\"123456789" 2:1 $ input_limit"#, "\"c\""]
    );
    assert_eq!(
        read_with::<String>(decoder, "[\"12345678\",\"123456789\" , \"c\"]"),
        ["\"12345678\"", r#"#1 line 1 "\"123456789" 1:13 $ input_limit"#, "\"c\""]
    );
}

#[test]
fn the_limit_is_exact_in_every_form() {
    let decoder = Decoder::new().max_input_bytes(3);
    for text in ["\"a\"\n\"ab\"\n\"c\"", "[\"a\",\"ab\",\"c\"]", "\"a\"\"ab\"\"c\"", "\"a\" \"ab\" \"c\""] {
        let valid: Vec<bool> =
            decoder.stream::<String>(Pieces(text.as_bytes(), 1)).map(|record| record.is_ok()).collect();
        assert_eq!(valid, [true, false, true], "{text}");
        let valid: Vec<bool> = decoder.stream_slice::<String>(text.as_bytes()).map(|record| record.is_ok()).collect();
        assert_eq!(valid, [true, false, true], "{text}");
    }
}

/// Reads its parts one after the other, starting with the last.
struct Endless {
    parts: Vec<io::Take<Box<dyn Read>>>,
}

/// `lead`, then `left` times the byte `fill`, then `tail`.
fn endless(lead: &'static str, fill: u8, left: u64, tail: &'static str) -> impl BufRead {
    let part = |text: &'static str| (Box::new(text.as_bytes()) as Box<dyn Read>).take(u64::MAX);
    let fill = (Box::new(io::repeat(fill)) as Box<dyn Read>).take(left);
    BufReader::new(Endless { parts: vec![part(tail), fill, part(lead)] })
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(part) = self.parts.last_mut() {
            let count = part.read(buffer)?;
            if count > 0 {
                return Ok(count);
            }
            self.parts.pop();
        }
        Ok(0)
    }
}

#[test]
fn a_huge_record_is_neither_buffered_nor_kept_whole() {
    for (lead, tail) in
        [("1\n\"", "\"\n3\n"), ("[1,\"", "\",3]"), ("1 \"", "\" 3"), ("\"", "\"\n1\n3"), ("{\"a\":\"", "\"}\n1\n3")]
    {
        let reader = endless(lead, b'x', 8 << 20, tail);
        let (mut valid, mut rejected) = (Vec::new(), Vec::new());
        for record in Decoder::new().max_input_bytes(4 << 20).stream::<u8>(reader) {
            match record {
                Ok(record) => valid.push(record.value),
                Err(StreamError::Rejected { raw, report, .. }) => {
                    rejected.push((raw.len(), report.issues()[0].code().clone()));
                }
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(valid, [1, 3]);
        assert_eq!(rejected, [(1 << 20, Code::InputLimit)]);
    }
}

#[test]
fn a_record_of_64_mib_is_read_and_a_longer_one_if_the_limit_allows_it() {
    let read = |decoder: Decoder, length: u64| {
        let reader = endless("\"", b'x', length - 2, "\"\n\"b\"\n");
        let lengths = decoder.stream::<String>(reader).map(|record| record.map_or(0, |record| record.value.len() + 2));
        lengths.collect::<Vec<_>>()
    };
    assert_eq!(read(Decoder::new(), 64 << 20), [64 << 20, 3]);
    assert_eq!(read(Decoder::new(), (64 << 20) + 1), [0, 3]);
    assert_eq!(read(Decoder::new().max_input_bytes(65 << 20), 65 << 20), [65 << 20, 3]);
}

#[test]
fn raw_text_is_truncated_between_characters() {
    let text = format!("true {{\"{}\"", "\u{20ac}".repeat(1 << 19));
    let Some(Err(StreamError::Rejected { raw, .. })) = stream::<bool>(text.as_bytes()).nth(1) else { panic!() };
    assert!(raw.len() > (1 << 20) - 4 && raw.len() <= 1 << 20 && !raw.contains('\u{fffd}'), "{}", raw.len());
}

struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 += 1;
        match self.0 {
            1 => Err(io::ErrorKind::Interrupted.into()),
            2 => (&b"1\n2"[..]).read(buffer),
            _ => Err(io::Error::other("the cable is cut")),
        }
    }
}

#[test]
fn a_failing_reader_ends_the_stream() {
    let found: Vec<String> = stream::<u8>(BufReader::new(Failing(0))).map(describe).collect();
    assert_eq!(found, ["1", "the stream could not be read: the cable is cut"]);
}

/// Returns one line per read, and counts the reads.
struct Slow<'t> {
    lines: &'t [&'t str],
    asked: &'t std::cell::Cell<usize>,
}

impl Read for Slow<'_> {
    fn read(&mut self, mut buffer: &mut [u8]) -> io::Result<usize> {
        let line = self.lines.get(self.asked.get()).copied().unwrap_or_default();
        self.asked.set(self.asked.get() + 1);
        io::Write::write(&mut buffer, line.as_bytes())
    }
}

#[test]
fn a_record_is_returned_as_soon_as_it_is_complete() {
    for lines in [["1\n", "2\n", "3\n"], ["{}", "{}", "{}"], ["{\n}", "\n{", "}"], ["[1,", "2,", "3]"]] {
        let asked = std::cell::Cell::new(0);
        let mut records = stream::<Value>(BufReader::new(Slow { lines: &lines, asked: &asked }));
        assert!(records.next().is_some_and(|record| record.is_ok()));
        assert!(asked.get() <= 2, "{lines:?}: {} reads before the first record", asked.get());
    }
}

#[test]
fn values_borrow_from_the_slice() {
    let text = "\"a\"\n\"b\"\n".to_owned();
    let names: Vec<&str> = stream_slice(text.as_bytes()).filter_map(|name| Some(name.ok()?.value)).collect();
    assert_eq!(names, ["a", "b"]);
}

#[test]
fn the_raw_text_stays_out_of_logs() {
    let Some(Err(error)) = stream::<HashMap<String, u8>>(&br#"{"a":{"token":"secret"}}"#[..]).next() else { panic!() };
    assert!(!format!("{error} {error:?} {error:#?}").contains("secret"), "{error:?}");
    let StreamError::Rejected { raw, .. } = error else { panic!() };
    assert!(raw.contains("secret"));
}
