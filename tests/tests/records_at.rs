//! `Decoder::records_at`: the items of an array inside an envelope, one at a time.

use std::{
    fmt::Debug,
    io::{self, Read},
};

use connect_runtime::{ConnectModel, DecodeOwned, Decoded, Decoder, Records, SliceRecords, StreamError, Tally};
use serde_json::Value;

/// A record on one line: `7`, `7 ~ items[0]`, or `#1 2:1 $: message [code]`.
fn describe<T: Debug>(outcome: Result<Decoded<T>, StreamError>) -> String {
    match outcome {
        Ok(Decoded { value, drift }) => {
            let changes = drift.changes().iter().map(|change| format!(" ~ {change}"));
            format!("{value:?}{}", changes.collect::<String>())
        }
        Err(StreamError::Rejected { index, line, report, .. }) => format!("#{index} line {line} {report}"),
        Err(error) => error.to_string(),
    }
}

/// Returns at most this many bytes per read.
struct Pieces<'t>(&'t [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len());
        self.0.read(&mut buffer[..count])
    }
}

/// The items of `text`, which must be the same from memory, from reads of any size and from a buffer.
fn items_with<T: DecodeOwned + Debug>(decoder: Decoder, pointer: &str, text: impl AsRef<[u8]>) -> Vec<String> {
    let text = text.as_ref();
    let items: Vec<String> = decoder.records_at(pointer).stream_slice::<T>(text).map(describe).collect();
    for piece in [1, 2, 3, 7, 64, 8192] {
        let read = decoder.records_at(pointer).stream::<T>(Pieces(text, piece)).map(describe);
        assert_eq!(read.collect::<Vec<_>>(), items, "in pieces of {piece} bytes");
        let mut buffer = decoder.records_at(pointer).record_buffer::<T>();
        let mut pushed = Vec::new();
        for piece in text.chunks(piece) {
            buffer.push(piece);
            pushed.extend(std::iter::from_fn(|| buffer.next()).map(describe));
        }
        buffer.finish();
        pushed.extend(std::iter::from_fn(|| buffer.next()).map(describe));
        assert_eq!(pushed, items, "pushed in pieces of {piece} bytes");
    }
    items
}

fn items<T: DecodeOwned + Debug>(pointer: &str, text: impl AsRef<[u8]>) -> Vec<String> {
    items_with::<T>(Decoder::new(), pointer, text)
}

#[test]
fn the_items_of_the_array_are_the_records() {
    assert_eq!(items::<u8>("/items", r#"{"total": 2, "items": [1, 2], "next": null}"#), ["1", "2"]);
    assert_eq!(
        items::<u8>("/data/0/rows", r#"{"data": [{"rows": [1, "2"]}, {"rows": [3]}]}"#),
        ["1", "2 ~ 1:24: data[0].rows[1]: found `\"2\"` [coerced]"]
    );
    assert_eq!(items::<Vec<u8>>("", "[[1], []] [[2, 3]]"), ["[1]", "[]", "[2, 3]"]);
    assert_eq!(items::<u8>("/1", "[[9], [1], [9]]"), ["1"]);
    assert_eq!(items::<u8>("/items", r#"{"items": []}"#), [""; 0]);
    assert_eq!(items::<u8>("/items", " \n"), [""; 0]);
}

#[test]
fn keys_are_compared_as_they_are_unescaped() {
    let text = r#"{"": [1], "a/b": [2], "m~n": [3], "~1": [4], "\u0069tems": [5], "\ud83d\ude00": [6], "x\"y": [7]}"#;
    for (pointer, item) in
        [("/", 1), ("/a~1b", 2), ("/m~0n", 3), ("/~01", 4), ("/items", 5), ("/\u{1f600}", 6), ("/x\"y", 7)]
    {
        assert_eq!(items::<u8>(pointer, text), [item.to_string()], "{pointer}");
    }
    let long = "k".repeat(10_000);
    assert_eq!(items::<u8>(&format!("/{long}"), format!(r#"{{"{long}x": [1], "{long}": [2]}}"#)), ["2"]);
    let escaped = "\\u006b".repeat(10_000);
    assert_eq!(items::<u8>(&format!("/{long}"), format!(r#"{{"{escaped}": [2]}}"#)), ["2"]);
}

#[test]
fn only_the_way_from_the_root_leads_to_the_records() {
    let text =
        r#"{"x": {"items": [1]}, "data": {"y": [{"items": [2]}], "items": [3], "z": {"items": [4]}}, "items": [5]}"#;
    assert_eq!(items::<u8>("/data/items", text), ["3"]);
    assert_eq!(items::<u8>("/items", text), ["5"]);
    assert_eq!(items::<u8>("/data/y/0/items", text), ["2"]);
}

#[test]
fn documents_that_follow_one_another_are_one_stream() {
    let page = |items: &str| format!(r#"{{"items": {items}, "next": {{"items": [0]}}}}"#);
    for separator in ["", "\n", " ", "\u{1e}", "\u{feff}", "\n\n \r\n"] {
        let text = [page("[1, 2]"), page("[]"), page("[3]")].join(separator);
        assert_eq!(items::<u8>("/items", &text), ["1", "2", "3"], "{separator:?}");
    }
    let text = format!("\u{feff}\u{1e}{}\n\u{1e}{}\n", page("[1]"), page("[2]"));
    assert_eq!(items::<u8>("/items", text), ["1", "2"]);
}

#[derive(ConnectModel, Debug)]
struct Item {
    id: u8,
    #[connect(length(max = 2))]
    name: Option<String>,
}

#[test]
fn paths_start_at_the_document_and_positions_at_the_stream() {
    let text = "{\"n\": \"ä\",\n \"items\": [{\"id\": 1}, {\"id\": \"x\", \"é\": 5},\n  {}]}\n{\"items\": [{\"id\": \"7\"}, {\"id\": 0, \"name\": \"abc\"}]}";
    assert_eq!(
        items::<Item>("/items", text),
        [
            "Item { id: 1, name: None }",
            "#1 line 2 2:30: items[1].id: expected an integer, found the string `\"x\"` [invalid_number]",
            "#2 line 3 3:3: items[2].id: required field `id` is missing [missing_field]",
            "Item { id: 7, name: None } ~ 4:19: items[0].id: found `\"7\"` [coerced]",
            "#4 line 4 4:43: items[1].name: must be at most 2 characters long, is 3 [length]",
        ]
    );
    let mut tally = Tally::new();
    for item in Decoder::new().records_at("/items").stream_slice::<Item>(text.as_bytes()) {
        if let Err(StreamError::Rejected { report, raw, .. }) = &item
            && let Some(span) = report.issues()[0].span()
        {
            assert!(raw.contains(&text[span]), "{raw}");
        }
        tally.add(&item);
    }
    assert_eq!((tally.valid(), tally.rejected()), (2, 3));
    assert!(tally.to_string().contains("items[*].id"), "{tally}");
}

#[test]
fn long_records_have_the_same_paths() {
    let text = format!(r#"{{"items": [{{"id": "1", "x": "{}"}}]}}"#, "y".repeat(5000));
    let items: Vec<String> = items::<Item>("/items", text);
    assert!(items[0].contains("~ 1:19: items[0].id: found `\"1\"` [coerced]"), "{}", items[0]);
    assert!(items[0].contains("~ 1:24: items[0].x"), "{}", items[0]);
}

#[test]
fn a_pointer_that_leads_nowhere_names_the_first_step_that_is_missing() {
    let rows = [
        ("/items", "{}", "1:1: items: `items` is missing, the object has no keys [missing_field]"),
        (
            "/items",
            r#" {"a": 1, "b": {}}"#,
            "1:2: items: `items` is missing, the object has `a` and `b` [missing_field]",
        ),
        (
            "/data/items",
            r#"{"data": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "items2": 7}}"#,
            "1:10: data.items: `items` is missing, the object has `a`, `b`, `c`, `d`, `e` and 2 more [missing_field]",
        ),
        ("/data/items", r#"{"items": [1]}"#, "1:1: data: `data` is missing, the object has `items` [missing_field]"),
        (
            "/data/items",
            r#"{"data": [1]}"#,
            "1:10: data: expected an object with the key `items`, found an array [wrong_type]",
        ),
        (
            "/data/items",
            r#"{"data": null}"#,
            "1:10: data: expected an object with the key `items`, found `null` [wrong_type]",
        ),
        (
            "/items",
            r#"{"items": {"a": []}}"#,
            "1:11: items: expected the array of records, found an object [wrong_type]",
        ),
        ("/items", r#"{"items": "[]"}"#, "1:11: items: expected the array of records, found a string [wrong_type]"),
        ("/items", "-7", "1:1: $: expected an object with the key `items`, found a number [wrong_type]"),
        ("/items", "true", "1:1: $: expected an object with the key `items`, found `true` [wrong_type]"),
        ("", "{}", "1:1: $: expected the array of records, found an object [wrong_type]"),
        (
            "/rows/2",
            r#"{"rows": [[], []]}"#,
            "1:10: rows[2]: the item 2 is missing, the array has 2 items [missing_field]",
        ),
        (
            "/rows/01",
            r#"{"rows": [[], []]}"#,
            "1:10: rows: expected an object with the key `01`, found an array [wrong_type]",
        ),
        ("/rows/0", r#"{"rows": [7]}"#, "1:11: rows[0]: expected the array of records, found a number [wrong_type]"),
        ("/0", r#"{"0": [7]}"#, "7"),
    ];
    for (pointer, text, expected) in rows {
        let expected = if expected == "7" { "7".to_owned() } else { format!("#0 line 1 {expected}") };
        assert_eq!(items::<u8>(pointer, text), std::slice::from_ref(&expected), "{pointer} in {text}");
        // The documents around it are read all the same.
        let page = r#"{"items": [1], "data": {"items": [2]}, "rows": [[3], 0, [5]], "0": [6]}"#;
        if let Some(value) = serde_json::from_str::<Value>(page).unwrap().pointer(pointer).and_then(Value::as_array) {
            let value = value[0].to_string();
            let found = items::<u8>(pointer, format!("{page}{text} {page}"));
            assert_eq!((&found[0], &found[2]), (&value, &value), "{pointer} in {text}");
        }
    }
}

#[test]
fn a_second_array_at_the_pointer_is_a_duplicate() {
    assert_eq!(
        items::<u8>("/items", r#"{"items": [1], "items": [2], "b": 0}{"items": [3]}"#),
        ["1", "#1 line 1 1:16: items: `items` repeats a field that the object already has [duplicate_field]", "3"]
    );
}

#[test]
fn what_is_around_the_records_must_be_json() {
    let stop = "; where the document ends is unknown, so reading stops here [syntax]";
    let rows: &[(&str, &[&str], &str)] = &[
        (r#"{"items": [1], }"#, &["1"], "1:16: $: expected `\"`, found `}`"),
        (r#"{"items": [1]"#, &["1"], "1:14: $: expected `,` or `}`, found the end of the input"),
        (r#"{"items": [1]]"#, &["1"], "1:14: $: expected `,` or `}`, found `]`"),
        (r#"{"items": [1], "a": tru}"#, &["1"], "1:24: $: expected `true`, found `}`"),
        (r#"{"items": [1], "a": 01}"#, &["1"], "1:22: $: expected"),
        (r#"{"items": [1], "a": "\x"}"#, &["1"], "1:23: $: expected one of"),
        (r#"{"items": [1], "a": "\u12G4"}"#, &["1"], "1:26: $: expected four hexadecimal digits"),
        ("{\"items\": [1], \"a\": \"é\n\"}", &["1"], "1:23: $: control character U+000A in a string; write `\\n`"),
        (r#"{"items": [1], "a": "x"#, &["1"], "1:23: $: expected `\"` at the end of the string, found the end"),
        (r#"{"items": [1], "a" 1}"#, &["1"], "1:20: $: expected `:`, found `1`"),
        (r#"{"items": [1], "a": [1,]}"#, &["1"], "1:24: $: expected a value, found `]`"),
        (r#"{"items": [1], "a": ä}"#, &["1"], "1:21: $: expected a value, found `ä`"),
        (r#"{"items": [1], "a": NaN}"#, &["1"], "1:21: $: expected a value, found `NaN`, which is not JSON"),
        (r#"{"items": [1]} x"#, &["1"], "1:16: $: expected"),
        (r#"{"a": 1 "items": [1]}"#, &[], "1:9: $: expected `,` or `}`, found `\"`"),
        (r#"{"data": {"x": }}"#, &[], "1:16: $: expected a value, found `}`"),
        ("<html>", &[], "1:1: $: expected a value, found `<`"),
    ];
    for (text, before, message) in rows {
        let found = items::<u8>("/items", text);
        let (last, items) = found.split_last().unwrap();
        assert_eq!(items, *before, "{text}");
        let expected = format!("#{} line 1 {message}", before.len());
        assert!(last.starts_with(&expected), "{text}:\n{last}\n{expected}");
        assert!(last.ends_with(stop) || last.contains("[wrong_type]"), "{last}");
    }
}

#[test]
fn a_syntax_error_in_an_item_does_not_affect_the_others() {
    assert_eq!(
        items::<u8>("/items", r#"{"items": [1, x, 3], "a": 0}{"items": [4]}"#),
        ["1", "#1 line 1 1:15: items[1]: expected a value, found `x` [syntax]", "3", "4"]
    );
    let found = items::<u8>("/items", r#"{"items": [1, 2"#);
    assert_eq!(
        found.last().unwrap(),
        "#2 line 1 1:16: items[2]: expected `,` or `]`, found the end of the input [syntax]"
    );
}

#[test]
fn what_is_around_the_records_may_hold_what_nobody_reads() {
    let text = b"{\"a\": \"\xff\\ud800\", \"items\": [1, true], \"b\": -1.5e+7}";
    assert_eq!(
        items::<u8>("/items", text),
        ["1", "#1 line 1 1:31: items[1]: expected an integer, found `true` [wrong_type]"]
    );
    let text = r#"{"a": NaN, "b": [-Infinity], "items": [1]}"#;
    assert_eq!(items_with::<u8>(Decoder::new().non_finite(true), "/items", text), ["1"]);
}

#[test]
fn the_limits_hold() {
    let nested = format!(r#"{{"a": {}{}, "items": [1]}}"#, "[".repeat(127), "]".repeat(127));
    assert_eq!(items::<u8>("/items", &nested), ["1"]);
    let nested = format!(r#"{{"a": {}{}, "items": [1]}}"#, "[".repeat(128), "]".repeat(128));
    let found = items::<u8>("/items", &nested);
    assert!(found[0].contains("nested deeper than 128 levels") && found[0].ends_with("[depth_limit]"), "{}", found[0]);
    let decoder = Decoder::new().max_input_bytes(4);
    let found = items_with::<String>(decoder, "/items", r#"{"a": "far longer", "items": ["abc", "ab"]}"#);
    assert!(found[0].ends_with("[input_limit]"), "{}", found[0]);
    assert_eq!(found[1], "\"ab\"");
    let found = items_with::<u8>(decoder, "/items", r#"{"a": 12345, "items": [1]}"#);
    assert!(found[0].contains("longer than 4 bytes") && found.len() == 1, "{found:?}");
}

#[test]
fn a_pointer_that_is_none_is_the_only_error() {
    for pointer in ["items", "/a~", "$.items"] {
        let found = items::<u8>(pointer, r#"{"items": [1]}"#);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("the stream could not be read: `"), "{}", found[0]);
        let mut records = Decoder::new().records_at(pointer).stream_slice::<u8>(b"");
        let Some(Err(StreamError::Io(error))) = records.next() else { panic!("{pointer}") };
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    }
}

/// An envelope of any size around any number of items, made on the way.
struct Endless {
    left: usize,
    part: Vec<u8>,
    at: usize,
}

impl Endless {
    fn new(items: usize) -> Self {
        let part = format!(r#"{{"before": "{}", "items": ["#, "x".repeat(1000)).into_bytes();
        Self { left: items, part, at: 0 }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.part.len() {
            self.at = 0;
            self.part.clear();
            match self.left {
                0 => return Ok(0),
                1 => self.part.extend_from_slice(br#"{"id": 2}], "after": [0, [1]]}"#),
                _ => self.part.extend_from_slice(br#"{"id": 1, "name": null},"#),
            }
            self.left -= 1;
        }
        let count = (&self.part[self.at..]).read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

#[test]
fn memory_does_not_depend_on_the_size_of_array_or_envelope() {
    let peak = |items: usize| {
        let mut count = 0;
        let measured = allocation_counter::measure(|| {
            let items = Decoder::new().records_at("/items").stream::<Item>(Endless::new(items));
            count = items.flatten().count();
        });
        assert_eq!(count, items);
        (measured.bytes_max, measured.count_total)
    };
    assert_eq!(peak(1_000), peak(100_000));

    let around = |length: usize| {
        let text = format!(
            r#"{{"a": "{}", "items": [{{"id": 1}}], "b": [{}0], "{}": {{}}}}"#,
            "x".repeat(length),
            "{\"k\": 1},".repeat(length / 8),
            "y".repeat(length)
        );
        let mut count = 0;
        let measured = allocation_counter::measure(|| {
            count = Decoder::new().records_at("/items").stream::<Item>(text.as_bytes()).count();
        });
        assert_eq!(count, 1);
        measured.bytes_max
    };
    assert_eq!(around(100_000), around(10_000_000));
}

#[test]
fn the_iterators_have_names() {
    struct Import<'t> {
        read: Records<&'t [u8], u8>,
        held: SliceRecords<'t, &'t str>,
    }
    let mut import = Import {
        read: Decoder::new().records_at("/a").records(br#"{"a": [1]}"#),
        held: Decoder::new().stream_slice(br#""ada""#),
    };
    assert_eq!(import.read.next().unwrap().unwrap().value, 1);
    assert_eq!(import.held.next().unwrap().unwrap().value, "ada");
    assert_eq!(
        format!("{:?} {:?}", import.read, import.held),
        "Records { count: 1, .. } SliceRecords { count: 1, .. }"
    );
}

/// A small generator (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % end
    }

    fn value(&mut self, depth: usize) -> String {
        let blank = [" ", "", "", "\n", "\t"][self.below(5)];
        let value = match self.below(if depth == 0 { 5 } else { 9 }) {
            0 => ["null", "true", "false"][self.below(3)].to_owned(),
            1 => ["0", "-1.5", "7e3", "12", "1E-2"][self.below(5)].to_owned(),
            2 => [r#""""#, r#""a\"]}""#, r#""\\""#, r#""\u00e9é""#, r#""{[,:""#][self.below(5)].to_owned(),
            3 => "[]".to_owned(),
            4 => "{}".to_owned(),
            5 | 6 => {
                let items: Vec<String> = (0..self.below(4)).map(|_| self.value(depth - 1)).collect();
                format!("[{blank}{}{blank}]", items.join(","))
            }
            _ => {
                let keys = ["a", "b", "c", "\\u0061b"];
                let count = self.below(5);
                let entries: Vec<String> =
                    keys[..count].iter().map(|key| format!("\"{key}\":{blank}{}", self.value(depth - 1))).collect();
                format!("{{{blank}{}{blank}}}", entries.join(","))
            }
        };
        format!("{blank}{value}{blank}")
    }
}

#[test]
fn any_document_has_the_items_that_serde_json_finds() {
    let pointers = ["", "/a", "/b", "/a/b", "/ab", "/0", "/1/a", "/a/0", "/a/b/c", "/c/1"];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut found_some, mut refused) = (0, 0);
    for _ in 0..8_000 {
        let mut text = random.value(4).into_bytes();
        if random.below(3) == 0 {
            let at = random.below(text.len());
            text[at] = b"{}[],:\"x1\\ "[random.below(11)];
        }
        let pointer = pointers[random.below(pointers.len())];
        let Ok(text) = String::from_utf8(text) else { continue };
        let items: Vec<_> = Decoder::new().records_at(pointer).stream_slice::<Value>(text.as_bytes()).collect();
        let pieces = Decoder::new().records_at(pointer).stream::<Value>(Pieces(text.as_bytes(), 3));
        assert_eq!(pieces.map(describe).collect::<Vec<_>>(), {
            let again = Decoder::new().records_at(pointer).stream_slice::<Value>(text.as_bytes());
            again.map(describe).collect::<Vec<_>>()
        });
        let documents: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&text).into_iter().collect();
        let Ok(documents) = documents else {
            refused += 1;
            assert!(items.iter().any(Result::is_err), "{pointer} in {text}");
            continue;
        };
        let expected: Vec<Option<Vec<Value>>> =
            documents.iter().map(|document| document.pointer(pointer)?.as_array().cloned()).collect();
        let expected: Vec<Option<Value>> = expected
            .into_iter()
            .flat_map(|items| items.map_or(vec![None], |items| items.into_iter().map(Some).collect()))
            .collect();
        // serde_json keeps the last of two values, of which the first is read here.
        let repeats = |item: &Result<Decoded<Value>, StreamError>| {
            item.as_ref().is_err_and(|error| error.to_string().contains("[duplicate_field]"))
        };
        if items.iter().any(repeats) {
            continue;
        }
        found_some += usize::from(expected.iter().any(Option::is_some));
        let items: Vec<Option<Value>> = items.into_iter().map(|item| item.ok().map(|item| item.value)).collect();
        assert_eq!(items, expected, "{pointer} in {text}");
    }
    assert!(found_some > 100 && refused > 300, "{found_some} {refused}");
}
