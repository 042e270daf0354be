//! `partial`: what there is of a text that is cut off, and what is wrong with it already.

use std::collections::BTreeMap;

use connect_runtime::{
    ConnectModel, Decoder, PartState, Partial, PartialModel, Rejection, from_str, partial, partial_slice,
};
use connect_tests::problems;
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(partial(derive(Debug, Clone, PartialEq)), rename_all = "camelCase")]
struct Answer {
    title: String,
    #[connect(alias = "score", range(max = 5))]
    rating: u8,
    #[connect(length(max = 3), each(length(min = 2)))]
    tags: Vec<String>,
    author: Option<Author>,
    #[connect(default = 7)]
    page_size: u32,
    #[connect(fallback)]
    mood: Mood,
    notes: BTreeMap<String, u16>,
    #[connect(flatten)]
    origin: Origin,
    extra: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(partial(name = "Writer", derive(Debug, Clone, PartialEq)), check = is_adult)]
struct Author {
    name: String,
    age: Option<u8>,
    #[connect(one_or_many)]
    emails: Option<Vec<String>>,
}

fn is_adult(author: &Author) -> Result<(), Rejection> {
    if author.age.is_none_or(|age| age >= 18) { Ok(()) } else { Err(Rejection::new("is a minor").field("name")) }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, ConnectModel)]
#[connect(partial)]
enum Mood {
    #[default]
    Good,
    Bad,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(partial(derive(Debug, Clone, PartialEq)))]
struct Origin {
    model: Option<String>,
    city: Option<City>,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(partial)]
struct City(String);

const WHOLE: &str = r#"{"title": "Caf\u00e9 \ud83d\ude00 é", "score": 4, "tags": ["one", "two \"x\""], "unknown": [{"a": null}],
 "author": {"name": "Ada", "emails": "a@b.c", "age": 36}, "mood": "Bad", "notes": {"a": 1, "b": 22}, "city": "Turin",
 "model": "m\n1", "extra": {"deep": [1, {"x": "y"}]}, "pageSize": 12}
"#;

/// The value of a text that must be read in part.
fn part<T: PartialModel>(text: &str) -> T::Partial {
    partial::<T>(text).into_value().unwrap_or_else(|| panic!("nothing of {text}"))
}

/// The problems of a text, one line each.
fn problems_of<T: PartialModel>(part: &Partial<T>) -> Vec<String> {
    part.report().map(problems).unwrap_or_default()
}

fn is_start<T: PartialEq>(start: Option<&Vec<T>>, whole: &[T], is_start_of: impl Fn(&T, &T) -> bool) -> bool {
    let Some(start) = start else { return true };
    start.len() <= whole.len()
        && start
            .iter()
            .zip(whole)
            .enumerate()
            .all(|(index, (item, other))| item == other || index + 1 == start.len() && is_start_of(item, other))
}

fn text_starts(start: Option<&String>, whole: Option<&String>) -> bool {
    start.is_none_or(|start| whole.is_some_and(|whole| whole.starts_with(start.as_str())))
}

/// Whether JSON is the start of other JSON.
fn json_starts(start: &Value, whole: &Value) -> bool {
    match (start, whole) {
        (Value::String(start), Value::String(whole)) => whole.starts_with(start.as_str()),
        (Value::Array(start), Value::Array(whole)) => {
            start.len() <= whole.len() && start.iter().zip(whole).all(|(start, whole)| json_starts(start, whole))
        }
        (Value::Object(start), Value::Object(whole)) => {
            start.iter().all(|(key, start)| whole.get(key).is_some_and(|whole| json_starts(start, whole)))
        }
        _ => start == whole,
    }
}

fn assert_start(part: &AnswerPartial, whole: &Answer, cut: usize) {
    assert!(text_starts(part.title.as_ref(), Some(&whole.title)), "{cut}");
    assert!(part.rating.is_none_or(|rating| rating == whole.rating), "{cut}");
    let starts = |start: &String, whole: &String| whole.starts_with(start.as_str());
    assert!(is_start(part.tags.as_ref(), &whole.tags, starts), "{cut}");
    assert!(part.page_size.is_none_or(|size| size == whole.page_size), "{cut}");
    assert!(part.mood.is_none_or(|mood| mood == whole.mood), "{cut}");
    assert!(part.notes.iter().flatten().all(|(key, note)| whole.notes.get(key) == Some(note)), "{cut}");
    assert!(
        text_starts(part.origin.as_ref().and_then(|origin| origin.model.as_ref()), whole.origin.model.as_ref()),
        "{cut}"
    );
    assert!(
        text_starts(
            part.origin.as_ref().and_then(|origin| origin.city.as_ref()),
            whole.origin.city.as_ref().map(|city| &city.0)
        ),
        "{cut}"
    );
    assert!(part.extra.as_ref().is_none_or(|extra| json_starts(extra, whole.extra.as_ref().unwrap())), "{cut}");
    if let (Some(part), Some(whole)) = (&part.author, &whole.author) {
        assert!(text_starts(part.name.as_ref(), Some(&whole.name)), "{cut}");
        assert!(part.age.is_none_or(|age| Some(age) == whole.age), "{cut}");
        assert!(is_start(part.emails.as_ref(), whole.emails.as_ref().unwrap(), starts), "{cut}");
    }
}

#[test]
fn a_text_cut_anywhere_gives_the_start_of_the_whole_and_nothing_wrong() {
    let whole: Answer = from_str(WHOLE).unwrap();
    for cut in 0..=WHOLE.len() {
        let read: Partial<Answer> = partial_slice(&WHOLE.as_bytes()[..cut]);
        assert_eq!(problems_of(&read), [""; 0], "{cut}");
        if let Some(part) = read.value() {
            assert_start(part, &whole, cut);
        }
        assert_eq!(read.is_complete(), cut + 1 >= WHOLE.len(), "{cut}");
        assert_eq!(read.incomplete().is_none(), read.is_complete(), "{cut}");
        assert_eq!(read.value().is_some(), cut > 0, "{cut}");
    }
    let decoded = partial::<Answer>(WHOLE).into_complete().unwrap();
    assert_eq!(decoded, Decoder::new().decode(WHOLE).unwrap());
}

#[test]
fn nothing_that_was_read_is_lost_as_the_text_goes_on() {
    let (mut title, mut tags) = (0, 0);
    for cut in (0..=WHOLE.len()).filter(|&cut| WHOLE.is_char_boundary(cut)) {
        let Some(part) = partial::<Answer>(&WHOLE[..cut]).into_value() else { continue };
        let (longer, more) = (part.title.map_or(0, |title| title.len()), part.tags.map_or(0, |tags| tags.len()));
        assert!(longer >= title && more >= tags, "{cut}");
        (title, tags) = (longer, more);
    }
    assert!(title > 0 && tags == 2);
}

#[test]
fn what_is_wrong_is_told_at_once_where_it_is() {
    let told = |text: &str| problems_of(&partial::<Answer>(text));
    assert_eq!(
        told(r#"{"rating": "abc", "ti"#),
        ["1:12: rating: expected an integer, found the string `\"abc\"` [invalid_number]",]
    );
    assert_eq!(told(r#"{"rating": 6, "#), ["1:12: rating: must be at most 5, is 6 [range]"]);
    assert_eq!(told(r#"{"tags": ["ok", "x", "#), ["1:17: tags[1]: must be at least 2 characters long, is 1 [length]",]);
    assert_eq!(
        told(r#"{"title": "a", "title": "b"#),
        ["1:16: title: `title` repeats a field that the object already has [duplicate_field]",]
    );
    assert_eq!(
        told(r#"{"author": {"age": 3}, "title": "#),
        ["1:12: author.name: required field `name` is missing [missing_field]",]
    );
    assert_eq!(told(r#"{"title": null"#), ["1:11: title: expected a string, found `null` [wrong_type]"]);
}

#[test]
fn a_value_that_starts_as_its_type_never_does_is_wrong_before_it_ends() {
    let told = |text: &str| problems_of(&partial::<Answer>(text));
    assert_eq!(told(r#"{"rating": {"#), ["1:12: rating: expected an integer, found an object [wrong_type]"]);
    assert_eq!(told(r#"{"tags": "on"#), ["1:10: tags: expected an array, found the string `\"on\"` [wrong_type]"]);
    assert_eq!(told("[1"), ["1:1: $: expected an object, found an array [wrong_type]"]);
    // It could still be a number in quotes.
    assert_eq!(told(r#"{"rating": "ab"#), [""; 0]);
    // A single item in place of a list.
    assert_eq!(told(r#"{"author": {"emails": "on"#), [""; 0]);
}

#[test]
fn what_is_incomplete_is_no_error() {
    for text in [
        "",
        " ",
        "{",
        r#"{"ti"#,
        r#"{"title""#,
        r#"{"title": "#,
        r#"{"rating": 6"#,
        r#"{"rating": -"#,
        r#"{"tags": ["ok", "x"#,
        r#"{"tags": ["aa", "bb", "cc", "#,
        r#"{"author": {"age": 3"#,
        r#"{"author": {"name": "A", "age": 3, "#,
        r#"{"mood": "Ba"#,
        r#"{"mood": "Worse"#,
        r#"{"extra": {"a": tru"#,
        r#"{"title": "\ud83d"#,
        r#"{"title": "\"#,
    ] {
        assert_eq!(problems_of(&partial::<Answer>(text)), [""; 0], "{text}");
    }
}

#[test]
fn a_check_of_a_model_waits_for_its_end() {
    let told = |text: &str| problems_of(&partial::<Answer>(text));
    assert_eq!(told(r#"{"author": {"name": "A", "age": 3, "#), [""; 0]);
    assert_eq!(told(r#"{"author": {"name": "A", "age": 3},"#), ["1:21: author.name: is a minor [custom]"]);
}

#[test]
fn a_wrong_value_is_not_shown_and_hides_no_other() {
    let read: AnswerPartial = part::<Answer>(
        r#"{"title": "T", "rating": 9, "tags": ["aa", 1.5, true, "bb"], "author": {"name": 1, "age": -4}, "notes": {"a": 1, "b": -1, "c": 3}, "mood": 3}"#,
    );
    assert_eq!((read.title.as_deref(), read.rating), (Some("T"), None));
    assert_eq!(read.tags.unwrap(), ["aa", "1.5"]);
    assert_eq!(read.author.unwrap(), Writer { name: Some("1".to_owned()), ..Writer::default() });
    assert_eq!(read.notes.unwrap(), BTreeMap::from([("a".to_owned(), 1), ("c".to_owned(), 3)]));
    assert_eq!(read.mood, Some(Mood::Good));
}

#[test]
fn a_list_that_breaks_its_rule_is_told_and_its_items_are_shown() {
    let read = partial::<Answer>(r#"{"tags": ["aa", "bb", "cc", "dd"], "title": "T"#);
    assert_eq!(problems_of(&read), ["1:10: tags: must have at most 3 items, has 4 [length]"]);
    let read = read.into_value().unwrap();
    assert_eq!((read.tags.unwrap().len(), read.title.as_deref()), (4, Some("T")));
}

#[test]
fn defaults_come_with_the_end_of_their_object() {
    let open = r#"{"title": "T", "rating": 1, "tags": [], "mood": "Bad", "notes": {}"#;
    assert_eq!(part::<Answer>(open).page_size, None);
    assert_eq!(part::<Answer>(&format!("{open}}}")).page_size, Some(7));
}

#[test]
fn syntax_that_can_never_be_right_is_told_with_what_came_before_it() {
    for text in [
        r#"{"title": "T" x"#,
        r#"{"title": "T", ]"#,
        r#"{"title": "T", "author": {"name": "\ud83dA"}}"#,
        r#"{"title": "T", "author": {"name": "\ud83d\uzzzz"}}"#,
        r#"{"title": "T", "rating": 01"#,
        r#"{"title": "T", "rating": 1.x"#,
        r#"{"title": "T", "unknown": {"a": [trux"#,
        r#"{"title": "T", "notes": {"a": 1 2"#,
        "{\"title\": \"T\", \"author\": {\"name\": \"a\nb",
    ] {
        let (read, wanted) = (partial::<Answer>(text), from_str::<Answer>(text).unwrap_err());
        assert_eq!(problems_of(&read), problems(&wanted), "{text}");
        assert!(!read.is_complete() && read.value().unwrap().title.as_deref() == Some("T"), "{text}");
    }
}

#[test]
fn bytes_may_end_inside_a_character_but_not_be_broken() {
    let part = |bytes: &[u8]| partial_slice::<String>(bytes);
    assert_eq!(part(b"\"caf\xc3").into_value().as_deref(), Some("caf"));
    assert_eq!(part(b"\"caf\xc3\xa9").into_value().as_deref(), Some("café"));
    let broken = part(b"\"caf\xff\"");
    assert_eq!(problems_of(&broken), ["1:5: $: byte 0xff is not UTF-8 [syntax]"]);
    assert_eq!(broken.into_value().as_deref(), Some("caf"));
    assert!(!part(b"\"caf\"\xc3").is_complete());
}

#[test]
fn states_tell_absent_incomplete_complete_and_wrong_apart() {
    use PartState::{Absent, Complete, Incomplete, Wrong};
    let read = partial::<Answer>(r#"{"title": "T", "rating": 9, "author": {"name": "A", "age": 3"#);
    for (pointer, state) in [
        ("/title", Complete),
        ("/rating", Wrong),
        ("/author", Incomplete),
        ("/author/name", Complete),
        ("/author/age", Incomplete),
        ("/author/emails", Absent),
        ("/tags", Absent),
    ] {
        assert_eq!(read.state(pointer), state, "{pointer}");
    }
    assert_eq!(read.incomplete().unwrap().to_string(), "author.age");
}

#[test]
fn types_of_the_standard_library_have_parts() {
    assert_eq!(part::<Vec<Option<u8>>>("[1, null, 2, 3"), [Some(1), None, Some(2)]);
    assert_eq!(part::<Vec<Vec<String>>>(r#"[["a"], ["b", "c"#), [vec!["a"], vec!["b", "c"]]);
    assert_eq!(part::<BTreeMap<u8, String>>(r#"{"1": "a", "2": "b"#).len(), 2);
    assert_eq!(part::<BTreeMap<u8, String>>(r#"{"1": "a", "x": "b", "3": "c"#).len(), 2);
    assert_eq!(part::<std::collections::BTreeSet<String>>(r#"["a", "b"#).len(), 1);
    assert_eq!(part::<Value>(r#"{"a": [1, tru"#), json!({"a": [1]}));
    assert_eq!(*part::<Box<String>>("\"a"), "a");
    assert!(partial::<(u8, String)>(r#"[1, "a"#).value().is_none());
    assert_eq!(part::<(u8, String)>(r#"[1, "a"]"#), (1, "a".to_owned()));
    assert!(partial::<bool>("tru").value().is_none() && part::<bool>("true"));
}

/// A text of about `bytes` bytes that is cut off deep inside and has a problem in every tenth item.
fn long_text(bytes: usize) -> String {
    let items = (0..bytes / 40).map(|index| {
        if index % 10 == 0 {
            r#"{"name": -1, "children": [{"name": []}]}"#
        } else {
            r#"{"name": "a\u00e9", "children": null}"#
        }
    });
    format!(r#"{{"name": "x", "children": [{}, {{"name": "cut o"#, items.collect::<Vec<_>>().join(", "))
}

#[test]
fn memory_grows_with_the_text_and_no_faster() {
    let used = |bytes| {
        let text = long_text(bytes);
        allocation_counter::measure(|| assert!(partial::<Node>(&text).value().is_some())).bytes_total
    };
    let (small, large) = (used(20_000), used(200_000));
    assert!(large < small * 12, "{small} bytes, then {large}");
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let nested = |depth: usize| {
        format!("{}{}", r#"{"name": 1, "children": [{"name": [], "next": "#.repeat(depth), r#"{"name": "a"#)
    };
    let taken = |text: &str| {
        let time = |_| {
            let start = std::time::Instant::now();
            let _ = partial::<Node>(text).is_complete();
            start.elapsed()
        };
        (0..5).map(time).min().unwrap().as_secs_f64()
    };
    let (small, large) = (taken(&long_text(50_000)), taken(&long_text(1_000_000)));
    assert!(large < small * 60.0, "{small} s for 50 kB, {large} s for 1 MB");
    let (flat, deep) = (taken(&long_text(2_500)), taken(&nested(60)));
    assert!(deep < flat * 20.0, "{flat} s flat, {deep} s deep");
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(partial(derive(Debug, PartialEq)))]
struct Node {
    name: String,
    children: Option<Vec<Node>>,
    next: Option<Box<Self>>,
}

#[test]
fn a_model_inside_itself_has_parts() {
    let read = part::<Node>(r#"{"name": "a", "children": [{"name": "b"}, {"name": "c"#);
    let names: Vec<_> = read.children.into_iter().flatten().filter_map(|child| child.name).collect();
    assert_eq!(names, ["b", "c"]);
    let read = part::<Node>(r#"{"next": {"next": {"name": "c"#);
    assert_eq!(read.next.unwrap().next.unwrap().name.as_deref(), Some("c"));
}

#[test]
fn limits_and_policy_hold() {
    let deep = "[".repeat(200);
    let read = Decoder::new().partial::<Value>(&deep);
    assert_eq!(read.issues()[0].code().as_str(), "depth_limit");
    let read = Decoder::new().max_input_bytes(3).partial::<Value>("[1, 2");
    assert_eq!(problems_of(&read), ["1:1: $: the input is longer than 3 bytes [input_limit]"]);
    let read = Decoder::new().max_string_bytes(3).partial::<Vec<String>>(r#"["a", "abcd"#);
    assert_eq!(read.issues()[0].code().as_str(), "string_limit");
    assert_eq!(read.into_value(), Some(vec!["a".to_owned()]));
    let read = Decoder::new().strict(true).partial::<Vec<u8>>(r#"[1, "2", 3"#);
    assert_eq!((read.issues().len(), read.value()), (1, Some(&vec![1])));
    let read = Decoder::new().max_issues(2).partial::<Vec<u8>>("[-1, -2, -3, ");
    assert!(read.issues().len() == 2 && read.report().unwrap().truncated());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z\"\\\\é😀\n]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inside| {
        prop_oneof![
            proptest::collection::vec(inside.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-c\"é]{0,2}", inside, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// JSON text of the value, on one line or several, and with its characters escaped or not.
fn spell(value: &Value, pretty: bool, ascii: bool) -> String {
    let text = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) }.unwrap();
    let escape = |c: char| {
        let mut units = [0; 2];
        let escapes = c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}"));
        if ascii && !c.is_ascii() { escapes.collect() } else { c.to_string() }
    };
    text.chars().map(escape).collect()
}

proptest! {
    #[test]
    fn json_cut_anywhere_gives_the_start_of_the_whole(value in any_json(), pretty: bool, ascii: bool) {
        let text = spell(&value, pretty, ascii);
        let value: Value = from_str(&text).unwrap();
        for cut in 0..text.len() {
            let read = partial_slice::<Value>(&text.as_bytes()[..cut]);
            prop_assert_eq!(problems_of(&read), [""; 0], "{}", &text);
            if let Some(start) = read.value() {
                prop_assert!(json_starts(start, &value), "{} cut at {}: {}", &text, cut, start);
            }
        }
    }

    #[test]
    fn a_whole_text_is_read_as_without_partial(text in r#"[\[\]{},:"a0 .e\\u-]{0,12}"#) {
        let (read, wanted) = (partial::<Value>(&format!("{text} ")), from_str::<Value>(&format!("{text} ")));
        prop_assert_eq!(read.is_complete(), wanted.is_ok());
        // What can't be right in a part can't be in the whole.
        prop_assert!(read.issues().is_empty() || wanted.is_err());
        if let Ok(wanted) = wanted {
            prop_assert_eq!(read.into_value(), Some(wanted));
        }
    }

    #[test]
    fn a_problem_of_a_part_is_one_of_the_whole(
        ratings in proptest::collection::vec("[0-9]{1,2}|\"[0-9x]\"|null|true|\\{\\}", 1..5),
        names in proptest::collection::vec(r#""[a-z]{0,2}"|3|\[\]|null"#, 1..5),
    ) {
        let authors: Vec<_> = names.iter().zip(ratings.iter().cycle()).map(|(name, age)| format!(r#"{{"name": {name}, "age": {age}}}"#)).collect();
        let text = format!("[{}]", authors.join(", "));
        let whole: Vec<String> = from_str::<Vec<Author>>(&text).err().map(|report| problems(&report)).unwrap_or_default();
        for cut in 0..=text.len() {
            for problem in problems_of(&partial::<Vec<Author>>(&text[..cut])) {
                prop_assert!(whole.contains(&problem), "{} cut at {}: {}", &text, cut, problem);
            }
        }
        prop_assert_eq!(problems_of(&partial::<Vec<Author>>(&text)), whole);
    }
}
