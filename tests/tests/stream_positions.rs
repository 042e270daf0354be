//! Positions in a stream: counted from its start in every form, whatever the size of the reads.

use std::{
    collections::HashMap,
    io::{self, Read},
};

use connect_runtime::{Decoder, StreamError};

/// Returns at most this many bytes per read.
struct Pieces<'t>(&'t [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len());
        self.0.read(&mut buffer[..count])
    }
}

type Place = (Option<usize>, Option<usize>);

/// Line and column of the offset `at`, counted from the start.
fn count(text: &str, at: usize) -> Place {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (Some(before.matches('\n').count() + 1), Some(line.chars().count() + 1))
}

/// The positions of all drift and all problems.
fn places(decoder: Decoder, text: &str, piece: usize) -> Vec<Place> {
    let mut places = Vec::new();
    for result in decoder.stream::<HashMap<String, String>>(Pieces(text.as_bytes(), piece)) {
        match result {
            Ok(record) => places.extend(record.drift.changes().iter().map(|change| (change.line(), change.column()))),
            Err(StreamError::Rejected { report, .. }) => {
                places.extend(report.issues().iter().map(|issue| (issue.line(), issue.column())));
            }
            Err(error) => panic!("{error}"),
        }
    }
    places
}

/// Records of one field, its key beyond ASCII, in every form.
fn forms(values: impl Iterator<Item = &'static str>) -> [String; 6] {
    let records: Vec<String> = values.map(|value| format!("{{\"\u{e9}\":{value}}}")).collect();
    [
        records.join("\n"),
        records.join("\r\n\n"),
        format!("[{}]", records.join(",")),
        format!("[\n{}\n]\n", records.join(" ,\n  ")),
        records.concat(),
        records.join("\n\n ").replace(':', ":\n"),
    ]
}

#[test]
fn drift_and_problems_have_their_positions_in_the_whole_stream() {
    let values = ["1", "\"\u{20ac}\"", "true", "23", "\"a\"", "null"];
    for text in forms(values.into_iter().cycle().take(300)) {
        // What is not a string is right after its colon, or on the next line.
        let value = |(at, _)| at + 1 + usize::from(text[at + 1..].starts_with('\n'));
        let found = text.match_indices(':').map(value).filter(|&at| !text[at..].starts_with('"'));
        let expected: Vec<Place> = found.map(|at| count(&text, at)).collect();
        assert_eq!(expected.len(), 200);
        for piece in [1, 7, 1000, 1_000_000] {
            assert_eq!(places(Decoder::new(), &text, piece), expected, "in pieces of {piece} bytes: {}", &text[..60]);
        }
    }
}

#[test]
fn positions_account_for_all_of_a_record_that_is_kept_only_in_part() {
    let long: &'static str = Box::leak(format!("\"{}\"", "x\u{20ac}".repeat(100)).into_boxed_str());
    for text in forms(["1", long, "2", long, long, "3"].into_iter()) {
        let mut expected: Vec<Place> = Vec::new();
        for (key, _) in text.match_indices('{') {
            let value = text[key..].find([':']).map_or(key, |colon| key + colon + 1);
            let value = value + usize::from(text[value..].starts_with('\n'));
            // A record that is too long is reported at its start.
            expected.push(count(&text, if text[value..].starts_with('"') { key } else { value }));
        }
        for piece in [1, 7, 1000, 1_000_000] {
            let found = places(Decoder::new().max_input_bytes(60), &text, piece);
            assert_eq!(found, expected, "in pieces of {piece} bytes: {}", &text[..30]);
        }
    }
}
