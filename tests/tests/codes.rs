//! Every code has a case here, whose parameters are those that the documentation of `Issue::params` lists for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use connect_runtime::{Code, ConnectModel, Decode, Decoder, Issue, Report, from_reader};
use connect_tests::refuse;
use rust_decimal::Decimal;

#[derive(ConnectModel, Debug)]
#[allow(dead_code, reason = "refused")]
struct Ruled {
    #[connect(length(min = 2, max = 3))]
    name: String,
    #[connect(range(min = 0.5))]
    price: f32,
    #[connect(range(exclusive_max = 10))]
    fee: Decimal,
    #[connect(range(min = "2024-01-01"))]
    day: jiff::civil::Date,
    #[connect(multiple_of = 5)]
    steps: u8,
    #[connect(multiple_of = 0.25)]
    rate: Decimal,
    #[connect(one_of("a", "b"))]
    kind: String,
    #[connect(unique)]
    tags: Vec<u8>,
    #[connect(ip(v4))]
    host: String,
    #[connect(pattern("^x"))]
    own: String,
    #[connect(email)]
    mail: String,
    #[connect(url)]
    page: String,
    #[connect(uuid)]
    id: String,
    #[connect(custom(is_odd))]
    odd: u8,
}

fn is_odd(number: &u8) -> Result<(), connect_runtime::Rejection> {
    if number % 2 == 1 { Ok(()) } else { Err(connect_runtime::Rejection::new("must be odd").code("odd")) }
}

const RULED: &str = r#"{"name":"x","price":0.25,"fee":10.0,"day":"2023-12-31","steps":7,"rate":0.3,"kind":"c",
    "tags":[1,2,1],"host":"h","own":"y","mail":"m","page":"p","id":"i","odd":2}"#;

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "refused")]
enum Nested {
    A { x: Box<Nested>, a: u8 },
    B { x: Box<Nested>, b: u8 },
    C { x: Box<Nested>, c: u8 },
    Leaf(u8),
}

#[derive(ConnectModel, Debug)]
enum Color {
    Red,
    Green,
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
#[allow(dead_code, reason = "refused")]
struct Seat {
    row: u8,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
#[allow(dead_code, reason = "refused")]
enum Event {
    Moved(Moved),
    Named(Color),
    Nothing(()),
}

#[derive(ConnectModel, Debug)]
#[allow(dead_code, reason = "refused")]
struct Moved {
    r#type: String,
    seat: u8,
}

struct Broken;

impl io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("unplugged"))
    }
}

fn refused<'de, T: Decode<'de>>(decoder: &Decoder, text: &'de str) -> Report {
    decoder.from_str::<T>(text).err().expect("it is refused")
}

/// Reports in which every code occurs.
fn reports() -> Vec<Report> {
    let decoder = Decoder::new();
    let nested = format!("{}1{}", r#"{"x":"#.repeat(100), r#","c":1}"#.repeat(100));
    vec![
        refuse::<u8>("[1;"),
        refuse::<Vec<f64>>("[NaN]"),
        refuse::<u8>("<html>"),
        refuse::<String>("\"\\ud800\""),
        refuse::<String>("\"\n\""),
        refused::<Vec<Vec<u8>>>(&decoder.max_depth(1), "[[]]"),
        refused::<u8>(&decoder.max_input_bytes(2), "123"),
        refused::<String>(&decoder.max_string_bytes(2), "\"abc\""),
        refused::<Vec<u8>>(&decoder.max_items(1), "[1,2]"),
        refuse::<Nested>(&nested),
        from_reader::<u8>(Broken).unwrap_err(),
        refuse::<u8>("{}"),
        refused::<u8>(&decoder.strict(true), "\"7\""),
        refuse::<u8>("1.5"),
        refuse::<f64>("\"NaN\""),
        refuse::<u8>("300"),
        refuse::<std::net::IpAddr>("\"h\""),
        refuse::<Seat>("{\"Row\":1,\"col\":2}"),
        refuse::<Seat>("{\"row\":1,\"row\":2}"),
        refuse::<Event>(r#"{"type":"Moved","seat":1}"#),
        refuse::<Event>(r#"{"type":"Named"}"#),
        refuse::<Event>(r#"{"type":"Nothing","x":1}"#),
        refuse::<Event>("{}"),
        refuse::<Color>("\"Rad\""),
        refuse::<Color>("\"blue\""),
        refuse::<Color>("{}"),
        refuse::<Nested>("\"x\""),
        refuse::<[u8; 2]>("[1]"),
        refuse::<Ruled>(RULED),
    ]
}

/// The codes as they are declared, but for custom ones.
fn declared() -> BTreeSet<String> {
    let source = include_str!("../../connect-runtime/src/report/code.rs");
    let codes = source.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix("\",")?.split_once(" = \""));
    codes.map(|(_, code)| code.to_owned()).collect()
}

/// What is quoted in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The words of the rows of the table in the documentation, by code.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let source = include_str!("../../connect-runtime/src/report/issue.rs");
    let rows = source.lines().filter_map(|line| line.trim().strip_prefix("/// | `")?.split_once(" | "));
    let words = |row: &str| quoted(row).map(str::to_owned).collect::<BTreeSet<_>>();
    rows.flat_map(|(codes, row)| {
        let codes: Vec<String> = quoted(&format!("`{codes}")).map(str::to_owned).collect();
        codes.into_iter().map(move |code| (code, words(row)))
    })
    .collect()
}

#[test]
fn every_code_has_the_parameters_that_are_documented() {
    let documented = documented();
    let also: BTreeSet<&str> = ["actual", "instead", "expected", "reason"].into();
    let mut seen = BTreeSet::new();
    for issue in reports().iter().flat_map(Report::issues) {
        let code = issue.code().as_str();
        seen.insert(code.to_owned());
        if matches!(issue.code(), Code::Custom(_)) {
            assert_eq!(issue.params().to_string(), "reason: must be odd");
            continue;
        }
        let words = &documented[code];
        for (name, _) in issue.params() {
            // The words for syntax are in the text after the table.
            let known = words.contains(name) || code == "syntax" && also.contains(name);
            assert!(known, "`{name}` of `{code}` is not documented: {issue}");
        }
        let bare = ["email", "url", "uuid"].contains(&code);
        assert_eq!(issue.params().is_empty(), bare, "{issue} {{{}}}", issue.params());
    }
    let declared = declared();
    assert!(declared.len() > 25, "{declared:?}");
    assert_eq!(declared.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new(), "codes without a case");
    assert_eq!(declared, documented.into_keys().collect(), "codes and rows of the table");
}

#[test]
fn a_message_says_what_its_parameters_are() {
    // What a parameter says is in the message, or it is a word for programs.
    for issue in reports().iter().flat_map(Report::issues) {
        let is_shown = |name: &str| matches!(name, "field" | "nearest" | "model" | "factor" | "exclusive_max");
        for (name, param) in issue.params().into_iter().filter(|(name, _)| is_shown(name)) {
            assert!(issue.message().contains(&param.to_string()), "{name}: {param} in {issue}");
        }
    }
}

#[test]
fn rules_on_dates_and_decimals_give_their_limits() {
    let report = refuse::<Ruled>(RULED);
    let shown = |path: &str| {
        let issue: Option<&Issue> = report.issues().iter().find(|issue| issue.path().to_string() == path);
        issue.map(|issue| issue.params().to_string()).unwrap_or_default()
    };
    assert_eq!(shown("fee"), "exclusive_max: 10, actual: 10.0");
    assert_eq!(shown("day"), "min: 2024-01-01, actual: 2023-12-31");
    assert_eq!(shown("rate"), "factor: 0.25, actual: 0.3");
    assert_eq!(shown("odd"), "reason: must be odd");
}
