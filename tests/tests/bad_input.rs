//! Adversarial input: no panics, no stack overflows, and time linear in the length.
//!
//! Times are compared with those of input half as long, so neither the machine nor the build profile matters.

use std::{
    collections::{BTreeMap, HashMap},
    time::{Duration, Instant},
};

use connect_runtime::{ConnectModel, DecodeOwned, Decoder, from_slice, from_str};
use connect_tests::on_small_stack;
use serde_json::{Value, value::RawValue};

/// Length in bytes of the longer input of each pair.
const LENGTH: usize = 1_000_000;

/// How often a pair is timed before its ratio counts: other work on the machine may have slowed down one of the two.
const TRIES: usize = 12;

#[derive(Debug, ConnectModel)]
struct Model {
    id: String,
    #[connect(alias = "number")]
    count: Option<u64>,
    list: Option<Vec<u8>>,
    kind: Option<Kind>,
    inner: Option<Box<Model>>,
    map: Option<HashMap<String, u8>>,
}

#[derive(Debug, ConnectModel)]
#[connect(deny_unknown_fields)]
struct Closed {
    identifier: Option<String>,
    organization: Option<String>,
}

#[derive(Debug, ConnectModel)]
enum Kind {
    Applicant,
    HumanResources,
    CustomerRelations,
}

/// Added to the allowed time, because ratios of shorter times mean nothing.
const SLACK: Duration = Duration::from_millis(5);

/// Decodes an input. If it is refused, the report must be capped and its messages short.
fn read<T: DecodeOwned>(name: &str, text: &str, is_accepted: bool) {
    match from_str::<T>(text) {
        Ok(_) => assert!(is_accepted, "{name} was accepted"),
        Err(report) => {
            assert!(!is_accepted, "{name} was refused: {report}");
            assert!((1..=100).contains(&report.issues().len()), "{name} has {} issues", report.issues().len());
            let longest = report.issues().iter().map(|issue| issue.message().len()).max();
            assert!(longest < Some(500), "{name} has a message of {longest:?} bytes");
        }
    }
}

/// The shorter time of two runs.
fn time(work: impl Fn()) -> Duration {
    let run = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    run().min(run())
}

/// Decodes an input of half the length and one of the full length as `T`, which must refuse both or neither. The ratio
/// of their times must be linear: 2 is expected, and 4 would be quadratic.
fn check_linear<T: DecodeOwned>(name: &str, make: impl Fn(usize) -> String, is_accepted: bool) {
    let (half, whole) = (make(LENGTH / 2), make(LENGTH));
    assert!(whole.len() > LENGTH / 2, "{name} is too short");
    on_small_stack(|| {
        read::<T>(name, &half, is_accepted);
        read::<T>(name, &whole, is_accepted);
        let measure = || (time(|| drop(from_str::<T>(&half))), time(|| drop(from_str::<T>(&whole))));
        let times: Vec<(Duration, Duration)> =
            (0..TRIES).map(|_| measure()).take_while(|&(half, whole)| whole > half * 3 + SLACK).collect();
        assert!(times.len() < TRIES, "{name}, half and whole: {times:?}");
    });
}
/// An array that repeats `item` up to a length.
fn array(item: &str, length: usize) -> String {
    let items = length / (item.len() + 1);
    format!("[{}]", vec![item; items.max(1)].join(","))
}

/// An object with as many fields as fit the length, each built from its number.
fn object(length: usize, field: impl Fn(usize) -> String) -> String {
    let fields = length / (field(0).len() + 1);
    let fields: Vec<String> = (0..fields).map(field).collect();
    format!("{{{}}}", fields.join(","))
}

#[test]
fn long_strings_take_linear_time() {
    let plain = |length: usize| array(&format!("\"{}\"", "x".repeat(100_000)), length);
    check_linear::<Vec<String>>("strings of 100 kB", plain, true);
    check_linear::<Vec<u8>>("strings of 100 kB for integers", plain, false);
    check_linear::<Vec<Kind>>("strings of 100 kB for names", plain, false);
    check_linear::<Vec<jiff::Timestamp>>("strings of 100 kB for dates", plain, false);
    let escaped = |length: usize| format!("\"{}\"", "\\u0041\\n".repeat(length / 8));
    check_linear::<String>("one string of escapes", escaped, true);
    check_linear::<Box<RawValue>>("one string of escapes, raw", escaped, true);
    check_linear::<char>("one string of escapes for a character", escaped, false);
    check_linear::<String>("a string that does not end", |length| format!("\"{}", "x".repeat(length)), false);
    check_linear::<Vec<String>>(
        "strings that end in a bad escape",
        |length| array("\"\\\"\"", length).replace(']', ",\"\\x\"]"),
        false,
    );
}

#[test]
fn long_keys_take_linear_time() {
    let keys = |length: usize| object(length, |index| format!("\"{index}{}\":1", "k".repeat(100_000)));
    check_linear::<HashMap<String, u8>>("keys of 100 kB", keys, true);
    check_linear::<Model>("keys of 100 kB that are unknown", keys, false);
    check_linear::<Closed>("keys of 100 kB that are refused", keys, false);
    check_linear::<BTreeMap<u8, u8>>("keys of 100 kB that are no integers", keys, false);
    let repeated = |length: usize| object(length, |_| format!("\"{}\":1", "k".repeat(100_000)));
    check_linear::<BTreeMap<String, u8>>("repeated keys of 100 kB", repeated, false);
}

#[test]
fn long_numbers_take_linear_time() {
    let digits = |length: usize| "7".repeat(length);
    check_linear::<String>("one number as text", digits, true);
    check_linear::<u64>("one number as integer", digits, false);
    check_linear::<u128>("one fraction as integer", |length| format!("1.{}1", "0".repeat(length)), false);
    check_linear::<u128>("one fraction of zeros as integer", |length| format!("1.{}", "0".repeat(length)), true);
    check_linear::<u128>("one exponent as integer", |length| format!("1e{}", "9".repeat(length)), false);
    check_linear::<u8>("one scaled number as integer", |length| format!("1{}e-{length}", "0".repeat(length)), true);
    check_linear::<f64>("one number as float", digits, false);
    check_linear::<f64>("one fraction as float", |length| format!("0.{}", "7".repeat(length)), true);
    check_linear::<Value>("one number as value", digits, false);
}

#[test]
fn nested_and_repeated_brackets_take_linear_time() {
    for (name, opening) in
        [("of [", "["), ("of {\"a\":", "{\"a\":"), ("of [{\"a\":", "[{\"a\":"), ("of {\"inner\":", "{\"inner\":")]
    {
        let make = |length: usize| opening.repeat(length / opening.len());
        check_linear::<Value>(name, make, false);
        check_linear::<Box<RawValue>>(name, make, false);
        check_linear::<Model>(name, make, false);
        check_linear::<u8>(name, make, false);
        check_linear::<Vec<Vec<u8>>>(name, make, false);
    }
    let closing = |length: usize| "]".repeat(length);
    check_linear::<Value>("of ]", closing, false);
    check_linear::<Value>("empty arrays", |length| array("[]", length), true);
    check_linear::<Box<RawValue>>("empty objects", |length| array("{}", length), true);
    let unlimited = Decoder::new().max_depth(usize::MAX);
    let nested = format!("{}{}", "[".repeat(LENGTH), "]".repeat(LENGTH));
    on_small_stack(|| assert!(unlimited.from_str::<Box<RawValue>>(&nested).is_ok(), "skipping takes no stack"));
}

#[test]
fn duplicate_and_unknown_keys_take_linear_time() {
    check_linear::<Model>("one key over and over", |length| object(length, |_| "\"id\":1".to_owned()), true);
    check_linear::<Model>(
        "one key with other values",
        |length| object(length, |index| format!("\"id\":{}", index % 2)),
        false,
    );
    check_linear::<Model>(
        "a key and its alias",
        |length| object(length, |index| if index % 2 == 0 { "\"number\":1" } else { "\"count\":12" }.to_owned()),
        false,
    );
    check_linear::<HashMap<String, u8>>("one key of a map", |length| object(length, |_| "\"k\":1".to_owned()), false);
    check_linear::<HashMap<String, u8>>(
        "many keys of a map",
        |length| object(length, |index| format!("\"{index:010}\":1")),
        true,
    );
    check_linear::<Value>("one key of a value", |length| object(length, |_| "\"k\":1".to_owned()), true);
    check_linear::<Model>("unknown keys", |length| object(length, |index| format!("\"k{index:08}\":[1]")), false);
    check_linear::<Closed>(
        "unknown keys that are refused",
        |length| object(length, |index| format!("\"organisatiom{index:08}\":1")),
        false,
    );
}

#[test]
fn invalid_items_take_linear_time() {
    check_linear::<Vec<u8>>("null for integers", |length| array("null", length), false);
    check_linear::<Vec<u8>>("strings for integers", |length| array("\"abcdef\"", length), false);
    check_linear::<Vec<String>>("objects for strings", |length| array("{\"a\":[1]}", length), false);
    check_linear::<Vec<Kind>>("wrong names", |length| array("\"HumanRessource\"", length), false);
    check_linear::<Vec<jiff::Timestamp>>("wrong dates", |length| array("\"2024-02-30T00:00:00Z\"", length), false);
    check_linear::<Vec<Model>>("objects without what is required", |length| array("{}", length), false);
    check_linear::<[u8; 2]>("an array that is too long", |length| array("1", length), false);
    check_linear::<HashMap<u8, u8>>(
        "keys that are no integers",
        |length| object(length, |index| format!("\"x{index}\":1")),
        false,
    );
}

#[test]
fn white_space_and_lines_take_linear_time() {
    check_linear::<u8>("white space before", |length| format!("{}1", " \n".repeat(length / 2)), true);
    check_linear::<u8>("white space after", |length| format!("1{}", "\r\n".repeat(length / 2)), true);
    check_linear::<Vec<u8>>("lines with problems", |length| array("\n\n\n\ntrue\n\n\n", length), false);
    check_linear::<u8>("white space only", |length| "\t".repeat(length), false);
}

/// Has enough fields to fill a report with missing ones.
#[derive(Debug, ConnectModel)]
struct Wide {
    a0: u8,
    a1: u8,
    a2: u8,
    a3: u8,
    a4: u8,
    a5: u8,
    a6: u8,
    a7: u8,
    a8: u8,
    a9: u8,
    b0: u8,
    b1: u8,
    b2: u8,
    b3: u8,
    b4: u8,
    b5: u8,
    b6: u8,
    b7: u8,
    b8: u8,
    b9: u8,
    c0: u8,
    c1: u8,
    c2: u8,
    c3: u8,
    c4: u8,
    c5: u8,
    c6: u8,
    c7: u8,
    c8: u8,
    c9: u8,
}

#[derive(Debug, ConnectModel)]
struct Narrow {
    a0: u8,
}

/// Checks that a report of `many` problems takes at most a few times as long as one of `few` on input of the same
/// length.
fn check_one_pass(few: impl Fn() + Sync, many: impl Fn() + Sync) {
    on_small_stack(|| {
        let times: Vec<(Duration, Duration)> =
            (0..TRIES).map(|_| (time(&few), time(&many))).take_while(|&(few, many)| many > few * 4 + SLACK).collect();
        assert!(times.len() < TRIES, "few and many problems: {times:?}");
    });
}

#[test]
fn many_problems_at_one_position_cost_one_pass_over_the_input() {
    let text = format!("{{\"unknown\":{}}}", array("[{},1,\"x\"]", LENGTH / 2));
    check_one_pass(|| assert!(from_str::<Narrow>(&text).is_err()), || assert!(from_str::<Wide>(&text).is_err()));
}

#[test]
fn nested_problems_cost_one_pass_over_the_input() {
    let within = |levels: usize| {
        let inner = array("[{},1,\"x\"]", LENGTH / 2);
        format!("{}{{\"unknown\":{inner}}}{}", "{\"inner\":".repeat(levels), "}".repeat(levels))
    };
    let (shallow, deep) = (within(1), within(100));
    check_one_pass(|| assert!(from_str::<Model>(&shallow).is_err()), || assert!(from_str::<Model>(&deep).is_err()));
}

#[test]
fn ten_megabytes_are_decoded_within_seconds() {
    const TEN: usize = 10_000_000;
    let check = |is_accepted: bool, read: &dyn Fn() -> bool| {
        let start = Instant::now();
        assert_eq!(read(), is_accepted);
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    };
    on_small_stack(|| {
        let strings = array(&format!("\"{}\"", "x".repeat(1_000_000)), TEN);
        check(true, &|| from_str::<Vec<String>>(&strings).is_ok());
        let brackets = "[".repeat(TEN);
        check(false, &|| from_str::<Value>(&brackets).is_ok());
        let nested = "{\"a\":".repeat(TEN / 5);
        check(false, &|| from_str::<Model>(&nested).is_ok());
        let duplicates = object(TEN, |_| "\"kind\":0".to_owned());
        assert!(duplicates.matches("kind").count() > 1_000_000);
        check(false, &|| from_str::<Model>(&duplicates).is_ok());
        let items = array("\"wrong\"", TEN);
        assert!(items.matches("wrong").count() > 1_000_000);
        check(false, &|| from_str::<Vec<u8>>(&items).is_ok());
    });
}

#[test]
fn a_bad_byte_at_the_end_of_a_long_input_has_its_column() {
    let mut bytes = vec![b' '; LENGTH];
    bytes.push(0xff);
    let report = from_slice::<Value>(&bytes).unwrap_err();
    assert_eq!(report.issues()[0].column(), Some(LENGTH + 1));
}

#[test]
fn truncated_input_never_panics() {
    let text = r#"{"id":"caf\u00e9 \ud83d\ude00 é😀","number":"1e2","list":[1,-0,"3"],"kind":"Applicant","inner":{"id":1.10},"map":{"ä":1},"x":null} "#;
    for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
        let whole = end + 1 >= text.len();
        assert_eq!(from_str::<Model>(&text[..end]).is_ok(), whole, "{}", &text[..end]);
        assert_eq!(from_str::<Box<RawValue>>(&text[..end]).is_ok(), whole, "{}", &text[..end]);
    }
    for end in 0..text.len() {
        assert_eq!(from_slice::<Model>(&text.as_bytes()[..end]).is_ok(), end + 1 >= text.len());
    }
}

#[test]
fn a_misplaced_byte_never_panics() {
    let text = r#"{"id":"é\n","number":"1e2","list":[1,-0.5],"kind":"Applicant","inner":{"id":true},"map":{"a":[]}}"#;
    for at in 0..text.len() {
        for byte in [
            b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'0', b'-', b'e', b'.', b' ', b'\n', 0, 0x1f, 0x7f, 0x80,
            0xc3, 0xf0, 0xff,
        ] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = byte;
            for issue in from_slice::<Model>(&bytes).err().iter().flat_map(connect_runtime::Report::issues) {
                let span = issue.span().expect("a span");
                assert!(span.start <= span.end && span.end <= bytes.len(), "{span:?} in {bytes:?}");
            }
        }
    }
}
