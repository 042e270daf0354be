//! Rules in every kind of model, in every container of models, on defaults, and together with `fallback`.

use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
    sync::Arc,
};

use connect_runtime::ConnectModel;
use connect_tests::{accept, problems, refuse};

#[derive(Debug, PartialEq, ConnectModel)]
struct Line {
    #[connect(range(min = 1))]
    amount: i32,
}

#[derive(Debug, ConnectModel)]
struct Containers<T> {
    boxed: Option<Box<T>>,
    counted: Option<Rc<T>>,
    shared: Option<Arc<T>>,
    list: Vec<Option<T>>,
    map: BTreeMap<u8, Vec<T>>,
    pair: Option<(u8, T)>,
    array: Option<[T; 1]>,
}

#[test]
fn rules_apply_inside_every_container_and_generic_model() {
    let line = r#"{"amount":0}"#;
    let text = format!(
        r#"{{"boxed":{line},"counted":{line},"shared":{line},"list":[null,{line}],"map":{{"7":[{line}]}},"pair":[1,{line}],"array":[{line}]}}"#
    );
    let report = refuse::<Containers<Line>>(&text);
    let paths: Vec<_> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    let wanted = [
        "boxed.amount",
        "counted.amount",
        "shared.amount",
        "list[1].amount",
        "map[\"7\"][0].amount",
        "pair[1].amount",
        "array[0].amount",
    ];
    assert_eq!(paths, wanted);
    let line = || Line { amount: 0 };
    let value = Containers {
        boxed: Some(Box::new(line())),
        counted: Some(Rc::new(line())),
        shared: Some(Arc::new(line())),
        list: vec![None, Some(line())],
        map: BTreeMap::from([(7, vec![line()])]),
        pair: Some((1, line())),
        array: Some([line()]),
    };
    let report = value.validate().expect_err("no line is valid");
    let paths: Vec<_> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(paths, wanted);
}

const TOO_MUCH: u8 = 12;

#[derive(Debug, ConnectModel)]
struct Defaults {
    id: u8,
    #[connect(default, length(min = 1))]
    name: String,
    #[connect(default = TOO_MUCH, range(max = 9))]
    size: u8,
    #[connect(default = Some(String::new()), length(min = 1))]
    label: Option<String>,
}

#[test]
fn a_default_must_satisfy_the_rules_and_is_reported_at_the_object() {
    accept::<Defaults>(r#"{"id":1,"name":"a","size":9,"label":null}"#);
    assert_eq!(
        problems(&refuse::<Vec<Defaults>>("[\n {\"id\":1}]")),
        [
            "2:2: [0].name: must be at least 1 character long, is 0 [length]",
            "2:2: [0].size: must be at most 9, is 12 [range]",
            "2:2: [0].label: must be at least 1 character long, is 0 [length]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
#[connect(default, check = Self::is_big)]
struct Settings {
    #[connect(range(max = 9))]
    size: u8,
    #[connect(length(max = 2))]
    list: Vec<u8>,
    other: u8,
}

impl Settings {
    fn is_big(&self) -> Result<(), &'static str> {
        if self.other > 0 { Ok(()) } else { Err("is small") }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { size: 10, list: vec![1, 2, 3], other: 0 }
    }
}

#[test]
fn a_containers_default_must_satisfy_the_rules_too() {
    accept::<Settings>(r#"{"size":1,"list":[],"other":1}"#);
    assert_eq!(
        problems(&refuse::<Settings>(r#"{"other":1}"#)),
        ["1:1: size: must be at most 9, is 10 [range]", "1:1: list: must have at most 2 items, has 3 [length]"]
    );
    assert_eq!(
        problems(&refuse::<Settings>(r#"{"list":[1],"size":10}"#)),
        ["1:20: size: must be at most 9, is 10 [range]"]
    );
    assert_eq!(problems(&refuse::<Settings>(r#"{"list":[1],"size":1}"#)), ["1:1: $: is small [custom]"]);
}

#[derive(Debug, ConnectModel)]
#[connect(check = Self::is_round)]
struct Cents(#[connect(range(min = 0, max = 500))] i64);

impl Cents {
    fn is_round(&self) -> Result<(), &'static str> {
        if self.0 % 5 == 0 { Ok(()) } else { Err("is not round") }
    }
}

#[derive(Debug, ConnectModel)]
struct Pair(#[connect(length(max = 1))] String, #[connect(sensitive, each(range(max = 9)))] Vec<u8>);

#[derive(Debug, ConnectModel)]
#[connect(tag = "kind", check = is_not_a_point)]
enum Drawn {
    Circle {
        #[connect(range(exclusive_min = 0))]
        radius: f64,
    },
    Label {
        #[connect(length(min = 1))]
        text: String,
        #[connect(range(min = 8), default = 12)]
        size: u8,
    },
}

fn is_not_a_point(drawn: &Drawn) -> Result<(), &'static str> {
    match drawn {
        Drawn::Circle { radius } if *radius < 1.0 => Err("is but a point"),
        _ => Ok(()),
    }
}

#[derive(Debug, ConnectModel)]
struct Drawing {
    shapes: Vec<Drawn>,
    pair: Option<Pair>,
    price: Option<Cents>,
    #[connect(flatten, length(max = 1), each(range(max = 9)))]
    others: HashMap<String, u8>,
}

#[test]
fn rules_apply_in_newtypes_tuples_variants_and_flattened_maps() {
    let text = r#"{
        "shapes": [{"kind": "Circle", "radius": 0}, {"kind": "Circle", "radius": 0.5}, {"text": "", "size": 7, "kind": "Label"}],
        "pair": ["ab", [1, 10]],
        "price": 501
    }"#;
    assert_eq!(
        problems(&refuse::<Drawing>(text)),
        [
            "2:49: shapes[0].radius: must be more than 0, is 0 [range]",
            "2:53: shapes[1]: is but a point [custom]",
            "2:97: shapes[2].text: must be at least 1 character long, is 0 [length]",
            "2:109: shapes[2].size: must be at least 8, is 7 [range]",
            "3:18: pair[0]: must be at most 1 character long, is 2 [length]",
            "3:28: pair[1][1]: must be at most 9 [range]",
            "4:18: price: must be at most 500, is 501 [range]",
        ]
    );
    assert_eq!(problems(&refuse::<Cents>("7")), ["1:1: $: is not round [custom]"]);
    assert_eq!(
        problems(&refuse::<Drawing>(r#"{"shapes":[],"a":1,"b":10}"#)),
        ["1:1: $: must have at most 1 entry, has 2 [length]", "1:24: b: must be at most 9, is 10 [range]"]
    );
    let value = Drawing {
        shapes: vec![Drawn::Circle { radius: -1.0 }, Drawn::Label { text: String::new(), size: 9 }],
        pair: Some(Pair("ab".to_owned(), vec![10])),
        price: Some(Cents(7)),
        others: HashMap::from([("b".to_owned(), 10)]),
    };
    assert_eq!(
        problems(&value.validate().expect_err("it is not valid")),
        [
            "shapes[0].radius: must be more than 0, is -1 [range]",
            "shapes[1].text: must be at least 1 character long, is 0 [length]",
            "pair[0]: must be at most 1 character long, is 2 [length]",
            "pair[1][0]: must be at most 9 [range]",
            "price: is not round [custom]",
            "b: must be at most 9, is 10 [range]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
struct Lenient {
    #[connect(fallback, range(max = 9))]
    size: u8,
    #[connect(skip_invalid, length(max = 1), each(length(max = 1)))]
    tags: Vec<String>,
    #[connect(skip_invalid)]
    lines: Vec<Line>,
}

#[test]
fn a_violated_rule_makes_a_value_invalid_for_fallback_and_skip_invalid() {
    let read = accept::<Lenient>(r#"{"size":10,"tags":["ab","c"],"lines":[{"amount":0},{"amount":1}]}"#);
    assert_eq!((read.size, read.tags, read.lines), (0, vec!["c".to_owned()], vec![Line { amount: 1 }]));
    assert_eq!(
        problems(&refuse::<Lenient>(r#"{"size":1,"tags":["a","ab","c"],"lines":[]}"#)),
        ["1:18: tags: must have at most 1 item, has 2 [length]"]
    );
}
