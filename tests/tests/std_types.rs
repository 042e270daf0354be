//! Types of std that are neither scalars nor common collections: read in the form that serde gives them.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap, LinkedList},
    ffi::{CString, OsString},
    fmt::Debug,
    num::{Saturating, Wrapping},
    ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo},
    path::{Path, PathBuf},
    rc,
    sync::{
        Arc, Mutex, RwLock,
        atomic::{AtomicBool, AtomicI64, AtomicU8},
    },
    time::{Duration, SystemTime},
};

use connect_runtime::{ConnectModel, Decode, Report, from_str};
use connect_tests::{check, codes, refuse};
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// Each text must have the same outcome here as in serde: the same value, or a refusal.
fn agree<'de, T: Decode<'de> + serde::Deserialize<'de> + Debug>(texts: &[&'de str]) {
    for text in texts {
        let (ours, theirs) = (from_str::<T>(text), serde_json::from_str::<T>(text));
        let (ours, theirs) =
            (ours.ok().map(|value| format!("{value:?}")), theirs.ok().map(|value| format!("{value:?}")));
        assert_eq!(ours, theirs, "{text} as {}", std::any::type_name::<T>());
    }
}

#[test]
fn structs_and_enums_of_std_have_the_form_of_serde() {
    let durations = [
        r#"{"secs":1,"nanos":5}"#,
        r#"{"nanos":1999999999,"secs":0}"#,
        r#"{"secs":18446744073709551615,"nanos":1000000000}"#,
        r#"{"secs":1}"#,
        r#"{"secs":1,"nanos":0,"x":0}"#,
        "null",
        "1",
    ];
    agree::<Duration>(&durations);
    agree::<SystemTime>(&[
        r#"{"secs_since_epoch":1,"nanos_since_epoch":5}"#,
        r#"{"secs_since_epoch":18446744073709551615,"nanos_since_epoch":0}"#,
        r#"{"secs":1,"nanos":5}"#,
    ]);
    let ranges = [r#"{"start":1,"end":5}"#, r#"{"end":1,"start":5}"#, r#"{"start":1}"#, r#"{"end":1}"#, "{}", "7"];
    agree::<Range<u8>>(&ranges);
    agree::<RangeInclusive<i64>>(&ranges);
    agree::<RangeFrom<u8>>(&ranges);
    agree::<RangeTo<u8>>(&ranges);
    agree::<Bound<u8>>(&[r#""Unbounded""#, r#"{"Included":1}"#, r#"{"Excluded":2}"#, r#"{"Included":-1}"#, r#""x""#]);
    agree::<OsString>(&[r#"{"Unix":[97,98]}"#, r#"{"Unix":[300]}"#, r#""ab""#, "null"]);
    agree::<Result<u8, String>>(&[r#"{"Ok":1}"#, r#"{"Err":"x"}"#, r#"{"Ok":"x"}"#, r#"{"No":1}"#, "1", "null"]);
}

#[test]
fn their_numbers_are_coerced_and_their_problems_have_paths() {
    check::<Duration>(&[(r#"{"secs":"1","nanos":0}"#, "1s ~ coerced at secs: \"1\"")]);
    let report = refuse::<Vec<Range<u8>>>(r#"[{"start":1,"end":300}]"#);
    assert_eq!(report.issues()[0].path().to_string(), "[0].end");
    let report = refuse::<Duration>(r#"{"secs":18446744073709551615,"nanos":1000000000}"#);
    assert_eq!(codes(&report), "! number_out_of_range");
}

#[test]
fn wrappers_are_read_as_what_they_hold() {
    let numbers = ["7", "256", "-1", "null", "[]"];
    agree::<Wrapping<u8>>(&["7", "null"]);
    agree::<Reverse<u8>>(&numbers);
    agree::<Cell<u8>>(&numbers);
    agree::<RefCell<u8>>(&numbers);
    agree::<Mutex<u8>>(&numbers);
    agree::<RwLock<u8>>(&numbers);
    agree::<AtomicU8>(&numbers);
    agree::<AtomicI64>(&numbers);
    agree::<AtomicBool>(&["true", "false", "1", "null"]);
    // serde saturates what does not fit, which would be silent.
    check::<Saturating<u8>>(&[("7", "7"), ("256", "! number_out_of_range")]);
    agree::<Cow<'_, u8>>(&numbers);
    agree::<Cow<'_, Option<u8>>>(&numbers);
    check::<rc::Weak<u8>>(&[("7", "(Weak)"), ("null", "(Weak)"), ("300", "! number_out_of_range")]);
}

#[test]
fn lists_are_arrays() {
    agree::<LinkedList<u8>>(&["[1,2]", "[]", "[300]", "{}"]);
    assert_eq!(from_str::<BinaryHeap<u8>>("[1,3,2]").unwrap().into_sorted_vec(), [1, 2, 3]);
    agree::<(u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8)>(&["[1,2,3,4,5,6,7,8,9,10,11,12]", "[1]"]);
    let sixteen = from_str::<(u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8)>;
    assert_eq!(sixteen("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]").unwrap().15, 16);
}

#[test]
fn paths_and_bytes_are_strings() {
    agree::<PathBuf>(&[r#""/etc/hosts""#, r#""\u00e9""#, "null"]);
    agree::<Box<Path>>(&[r#""a""#]);
    agree::<&Path>(&[r#""a""#, r#""\n""#]);
    agree::<&[u8]>(&[r#""a\u0062""#, r#""ab""#, "[1]"]);
    assert_eq!(from_str::<Cow<'_, [u8]>>(r#""a\n""#).unwrap(), Cow::Borrowed(b"a\n".as_slice()));
    assert_eq!(from_str::<Cow<'_, [u8]>>("[1,2]").unwrap(), Cow::Borrowed([1, 2].as_slice()));
    agree::<CString>(&[r#""ab""#, "[97,98]", r#""a\u0000b""#]);
    let report = refuse::<CString>(r#""a\u0000b""#);
    assert_eq!(report.to_string(), "1:1: $: a C string can't contain a nul byte, byte 1 is one [invalid_value]");
}

#[test]
fn json_is_kept_or_ignored() {
    assert_eq!(from_str::<Arc<RawValue>>("[1, 2]").unwrap().get(), "[1, 2]");
    assert!(matches!(from_str::<Cow<'_, RawValue>>("[1]"), Ok(Cow::Borrowed(_))));
    agree::<IgnoredAny>(&[r#"{"a":[1]}"#, "null", "[1"]);
}

#[derive(Debug, ConnectModel)]
struct Everywhere {
    #[connect(each(range(max = 9)))]
    by_path: BTreeMap<PathBuf, u8>,
    #[connect(unique)]
    times: Vec<Duration>,
    lock: Option<Mutex<u8>>,
}

#[test]
fn they_are_keys_and_are_compared_where_that_means_something() {
    let report = refuse::<Everywhere>(
        r#"{"by_path":{"a/b":10},"times":[{"secs":1,"nanos":0},{"secs":1,"nanos":0}],"lock":null}"#,
    );
    let problems: Vec<_> = report.issues().iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect();
    assert_eq!(problems, ["by_path[\"a/b\"] range", "times unique"]);
}

#[derive(Debug, Clone, ConnectModel)]
struct Level {
    #[connect(range(max = 9))]
    level: u8,
}

#[derive(Debug, ConnectModel)]
#[expect(clippy::linkedlist, reason = "it is read as every list is")]
struct Held {
    range: Range<Level>,
    bound: Bound<Level>,
    outcome: Result<Level, Level>,
    cow: Cow<'static, Level>,
    cell: RefCell<Level>,
    list: LinkedList<Level>,
}

#[test]
fn rules_inside_are_checked_when_decoding_and_when_validating() {
    let json = |level: u8| {
        let level = format!(r#"{{"level":{level}}}"#);
        format!(
            r#"{{"range":{{"start":{level},"end":{level}}},"bound":{{"Excluded":{level}}},"outcome":{{"Err":{level}}},
                "cow":{level},"cell":{level},"list":[{level}]}}"#
        )
    };
    let paths = |report: &Report| report.issues().iter().map(|issue| issue.path().to_string()).collect::<Vec<_>>();
    let broken = paths(&from_str::<Held>(&json(10)).unwrap_err());
    let expected = ["range.start", "range.end", "bound.Excluded", "outcome.Err", "cow", "cell", "list[0]"];
    assert_eq!(broken, expected.map(|path| format!("{path}.level")));

    let mut held = from_str::<Held>(&json(9)).unwrap();
    held.range.start.level = 10;
    held.range.end.level = 10;
    held.bound = Bound::Excluded(held.range.start.clone());
    held.outcome = Err(held.range.start.clone());
    held.cow = Cow::Owned(held.range.start.clone());
    held.cell.borrow_mut().level = 10;
    held.list.front_mut().unwrap().level = 10;
    assert_eq!(paths(&held.validate().unwrap_err()), broken);
}

#[derive(Debug, ConnectModel)]
struct Absent {
    parent: rc::Weak<u8>,
}

#[test]
fn weak_pointers_may_be_absent() {
    assert!(from_str::<Absent>("{}").unwrap().parent.upgrade().is_none());
}

#[derive(Clone, Debug, PartialEq, ConnectModel)]
struct Item {
    #[connect(range(max = 9))]
    size: u8,
}

#[derive(Debug, ConnectModel)]
struct Slices<'a> {
    #[connect(length(max = 2), each(range(max = 9)), unique)]
    numbers: Cow<'a, [u32]>,
    items: Option<Cow<'a, [Item]>>,
    #[connect(unique)]
    names: Vec<Cow<'a, [&'a str]>>,
    bytes: Cow<'a, [u8]>,
}

#[test]
fn a_cow_of_a_slice_is_owned_unless_it_is_of_bytes() {
    agree::<Cow<'_, [u16]>>(&["[1,2]", "[]", "[70000]", "null", "{}"]);
    agree::<Cow<'_, [Option<bool>]>>(&["[null,true]", "[1]"]);
    let read: Slices<'_> =
        from_str(r#"{"numbers":[1,2],"items":[{"size":9}],"names":[["a"],["b"]],"bytes":"ab"}"#).unwrap();
    assert!(matches!(&read.numbers, Cow::Owned(numbers) if numbers == &[1, 2]));
    assert!(matches!(read.bytes, Cow::Borrowed(b"ab")) && read.names[1].as_ref() == ["b"]);
    assert!(read.validate().is_ok());
    let report =
        refuse::<Slices<'_>>(r#"{"numbers":[1,1,10],"items":[{"size":10}],"names":[["a"],["a"]],"bytes":[1,2]}"#);
    let found: Vec<_> = report.issues().iter().map(|issue| format!("{}: {}", issue.path(), issue.code())).collect();
    assert_eq!(
        found,
        ["numbers: length", "numbers: unique", "numbers[2]: range", "items[0].size: range", "names: unique"]
    );
}

#[derive(Debug, ConnectModel)]
#[expect(clippy::linkedlist, reason = "it is checked as every list is")]
struct LinkedNumbers {
    #[connect(length(max = 2), each(range(max = 9)), unique)]
    numbers: LinkedList<u8>,
}

#[test]
fn the_rules_for_lists_fit_a_linked_one() {
    assert!(from_str::<LinkedNumbers>(r#"{"numbers":[1,2]}"#).unwrap().numbers.contains(&2));
    let report = refuse::<LinkedNumbers>(r#"{"numbers":[1,10,1]}"#);
    let found: Vec<_> = report.issues().iter().map(|issue| format!("{}: {}", issue.path(), issue.code())).collect();
    assert_eq!(found, ["numbers: length", "numbers: unique", "numbers[1]: range"]);
}

#[derive(Debug, ConnectModel)]
struct OptionalNumber(Option<u8>);

#[derive(Debug, ConnectModel)]
struct MayBeEmpty {
    newtype: OptionalNumber,
    nothing: std::marker::PhantomData<u8>,
}

#[test]
fn what_stands_for_an_option_or_nothing_may_be_absent() {
    let read = from_str::<MayBeEmpty>("{}").unwrap();
    assert_eq!((read.newtype.0, read.nothing), (None, std::marker::PhantomData));
}
