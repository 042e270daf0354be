//! `each` on maps and sets: the order of their problems does not depend on theirs, and takes time linear in the input.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    time::{Duration, Instant},
};

use connect_runtime::{ConnectModel, Decode, Decoder, Report, from_str};
use connect_tests::{problems, refuse};
use indexmap::{IndexMap, IndexSet};
use proptest::prelude::*;

macro_rules! models {
    ($($name:ident($type:ty);)*) => {$(
        #[derive(Debug, ConnectModel)]
        struct $name {
            #[connect(each(range(max = 9)))]
            #[allow(dead_code, reason = "only read")]
            all: $type,
        }
    )*};
}

models! {
    Hashed(HashMap<String, u32>);
    Sorted(BTreeMap<String, u32>);
    Indexed(IndexMap<String, u32>);
    HashedItems(HashSet<u32>);
    SortedItems(BTreeSet<u32>);
    IndexedItems(IndexSet<u32>);
    HashedNumbers(HashMap<u32, u32>);
}

#[derive(Debug, ConnectModel)]
struct Flattened {
    #[connect(flatten, each(range(max = 9)))]
    rest: HashMap<String, u32>,
}

#[derive(Debug, ConnectModel)]
struct Newtype(#[connect(each(range(max = 9)))] HashMap<String, u32>);

#[derive(Debug, ConnectModel)]
struct Nested {
    #[connect(each(each(range(max = 9))))]
    all: HashMap<String, HashMap<String, u32>>,
}

fn report<'de, T: Decode<'de>>(text: &'de str, max_issues: usize) -> Report {
    match Decoder::new().max_issues(max_issues).from_str::<T>(text) {
        Ok(_) => panic!("valid: {text:.100}"),
        Err(report) => report,
    }
}

/// An object of `count` broken entries, in an order that is neither that of the keys nor that of their hashes.
fn entries(count: u32) -> Vec<String> {
    (0..count).map(|number| format!(r#""{}":{}"#, number * 7919 % 1_000_003, 10 + number)).collect()
}

fn object(count: u32) -> String {
    format!("{{{}}}", entries(count).join(","))
}

fn field(value: &str) -> String {
    format!(r#"{{"all":{value}}}"#)
}

const MANY: u32 = 20_000;

/// Every entry is broken and listed, the first and last where they are. Quadratic time would be half a minute.
fn check_many<'de, T: Decode<'de>>(text: &'de str, first: &str, last: &str) {
    let start = Instant::now();
    let all = report::<T>(text, usize::MAX);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    assert_eq!(all.issues().len(), MANY as usize);
    let starts = all.issues().iter().map(|issue| issue.span().expect("a span").start);
    assert!(starts.is_sorted_by(|a, b| a < b));
    let paths = [all.issues().first(), all.issues().last()].map(|issue| issue.unwrap().path().to_string());
    assert_eq!(paths, [first, last]);
}

#[test]
fn twenty_thousand_broken_entries_of_a_map_are_found_in_linear_time() {
    let (object, [first, last]) = (object(MANY), ["[\"0\"]", "[\"371607\"]"]);
    let in_field = field(&object);
    let [all_first, all_last] = [first, last].map(|path| format!("all{path}"));
    check_many::<Hashed>(&in_field, &all_first, &all_last);
    check_many::<Sorted>(&in_field, &all_first, &all_last);
    check_many::<Indexed>(&in_field, &all_first, &all_last);
    check_many::<Flattened>(&object, first, last);
    check_many::<Newtype>(&object, first, last);
    let as_floats = field(&object.replace("\":", ".0\":"));
    check_many::<HashedNumbers>(&as_floats, "all[\"0.0\"]", "all[\"371607.0\"]");
    check_many::<Nested>(&field(&format!(r#"{{"a":{object}}}"#)), "all.a[\"0\"]", "all.a[\"371607\"]");
    let single: Vec<_> = entries(MANY).into_iter().map(|entry| entry.replace(':', r#":{"x":"#) + "}").collect();
    let nested = field(&format!("{{{}}}", single.join(",")));
    check_many::<Nested>(&nested, "all[\"0\"].x", "all[\"371607\"].x");
}

#[test]
fn twenty_thousand_broken_items_of_a_set_are_found_in_linear_time() {
    let items: Vec<_> = (0..MANY).map(|number| (10 + number * 7919 % 1_000_003).to_string()).collect();
    let text = field(&format!("[{}]", items.join(",")));
    check_many::<HashedItems>(&text, "all[0]", "all[19999]");
    check_many::<SortedItems>(&text, "all[0]", "all[19999]");
    check_many::<IndexedItems>(&text, "all[0]", "all[19999]");
}

fn check_prefix<'de, T: Decode<'de>>(text: &'de str, cap: usize) -> Result<(), TestCaseError> {
    let (all, some) = (report::<T>(text, usize::MAX), report::<T>(text, cap));
    prop_assert_eq!(some.issues(), &all.issues()[..cap.min(all.issues().len())]);
    prop_assert_eq!(some.truncated(), cap < all.issues().len());
    Ok(())
}

proptest! {
    #[test]
    fn a_full_report_has_the_first_problems_of_the_input(
        numbers in prop::collection::btree_map("[a-c]{1,3}", prop::collection::btree_map("[a-c]{1,2}", 5_u32..15, 0..4), 1..8),
        cap in 1_usize..8,
    ) {
        // At least one entry is broken.
        let inner = |map: &BTreeMap<String, u32>| serde_json::to_string(map).unwrap();
        let nested: Vec<_> = numbers.iter().rev().map(|(key, map)| format!("{key:?}:{}", inner(map))).collect();
        check_prefix::<Nested>(&field(&format!(r#"{{{},"z":{{"z":10}}}}"#, nested.join(","))), cap)?;
        let flat: Vec<_> = numbers.iter().rev().map(|(key, map)| format!("{key:?}:{}", 8 + map.len())).collect();
        let flat = format!(r#"{{{},"z":10}}"#, flat.join(","));
        check_prefix::<Hashed>(&field(&flat), cap)?;
        check_prefix::<Sorted>(&field(&flat), cap)?;
        check_prefix::<Flattened>(&flat, cap)?;
        check_prefix::<Newtype>(&flat, cap)?;
        let items: BTreeSet<_> = numbers.values().flat_map(|map| map.values().copied()).chain([10]).collect();
        let items = field(&format!("{:?}", items.into_iter().rev().collect::<Vec<_>>()));
        check_prefix::<HashedItems>(&items, cap)?;
        check_prefix::<SortedItems>(&items, cap)?;
    }
}

/// Not a scalar, so that the input can't say which item is meant.
#[derive(Debug, PartialEq, Eq, Hash, ConnectModel)]
struct Pair(#[connect(range(max = 9))] u8, u8);

#[derive(Debug, ConnectModel)]
struct Sets {
    #[connect(each(custom = is_ordered))]
    pairs: HashSet<Pair>,
    #[connect(each(length(max = 1)))]
    tags: HashSet<String>,
    #[connect(each(length(min = 1)))]
    maybe: HashSet<Option<String>>,
}

fn is_ordered(pair: &Pair) -> Result<(), String> {
    if pair.0 <= pair.1 { Ok(()) } else { Err(format!("{} comes after {}", pair.0, pair.1)) }
}

#[test]
fn reports_do_not_depend_on_the_seed_of_a_map_or_set() {
    let text = r#"{"pairs":[[5,1],[4,1],[3,1],[2,1]],"tags":["b","zz","aa","cc"],"maybe":["",null]}"#;
    let expected = [
        "1:10: pairs: 2 comes after 1 [custom]",
        "1:10: pairs: 3 comes after 1 [custom]",
        "1:10: pairs: 4 comes after 1 [custom]",
        "1:10: pairs: 5 comes after 1 [custom]",
        "1:48: tags[1]: must be at most 1 character long, is 2 [length]",
        "1:53: tags[2]: must be at most 1 character long, is 2 [length]",
        "1:58: tags[3]: must be at most 1 character long, is 2 [length]",
        "1:72: maybe: must be at least 1 character long, is 0 [length]",
    ];
    for _ in 0..20 {
        assert_eq!(problems(&refuse::<Sets>(text)), expected);
        for cap in 1..8 {
            let capped = Decoder::new().max_issues(cap).from_str::<Sets>(text).unwrap_err();
            assert_eq!(problems(&capped), expected[..cap]);
        }
    }
}

#[derive(Debug, ConnectModel)]
struct Parts {
    all: HashMap<u8, Part>,
    set: HashSet<Pair>,
}

#[derive(Debug, ConnectModel)]
struct Part {
    #[connect(range(max = 9))]
    size: u8,
}

#[test]
fn a_value_without_an_input_lists_its_entries_by_their_spelling() {
    for _ in 0..20 {
        let all = [2, 1, 10, 3].map(|key| (key, Part { size: 10 + key })).into();
        let found = Parts { all, set: [Pair(20, 0), Pair(10, 0)].into() }.validate().unwrap_err();
        assert_eq!(
            problems(&found),
            [
                r#"all["1"].size: must be at most 9, is 11 [range]"#,
                r#"all["10"].size: must be at most 9, is 20 [range]"#,
                r#"all["2"].size: must be at most 9, is 12 [range]"#,
                r#"all["3"].size: must be at most 9, is 13 [range]"#,
                "set: must be at most 9, is 10 [range]",
                "set: must be at most 9, is 20 [range]",
            ]
        );
        let tags = ["zz", "a", "bb"].map(str::to_owned).into();
        let found = Sets { pairs: HashSet::new(), tags, maybe: HashSet::new() }.validate().unwrap_err();
        let lengths = [
            "tags[1]: must be at most 1 character long, is 2 [length]",
            "tags[2]: must be at most 1 character long, is 2 [length]",
        ];
        assert_eq!(problems(&found), lengths);
        let many = Hashed { all: (0..500).map(|number| (format!("{number:03}"), 10)).collect() };
        let found = many.validate().unwrap_err();
        assert_eq!((found.issues().len(), found.truncated()), (100, true));
        assert_eq!(found.issues()[99].path().to_string(), "all[\"099\"]");
        let sorted = Sorted { all: many.all.into_iter().collect() };
        assert_eq!(sorted.validate().unwrap_err().issues()[99].path().to_string(), "all[\"099\"]");
    }
}

#[derive(Debug, ConnectModel)]
struct Lenient {
    #[connect(fallback, default, each(range(max = 9)))]
    limits: HashMap<String, u32>,
    #[connect(each(range(max = 9)))]
    all: HashMap<String, u32>,
}

#[test]
fn problems_that_are_taken_back_leave_room_for_no_more_than_before() {
    let text = format!(r#"{{"limits":{},"all":{}}}"#, object(50), object(50));
    let found = report::<Lenient>(&text, 10);
    assert_eq!((found.issues().len(), found.truncated()), (10, true));
    assert_eq!(found.issues()[9].message(), "must be at most 9, is 19");
    assert!(from_str::<Lenient>(&text.replace("\"all\":{", "\"all\":{},\"x\":{")).is_ok());
}
