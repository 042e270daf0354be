//! Says in German what is wrong with an order, by the codes and parameters of the problems.

use connect_runtime::{Code, ConnectModel, Issue, Param, from_str};

#[derive(Debug, ConnectModel)]
struct Order {
    id: u32,
    customer: String,
    #[connect(length(min = 1))]
    lines: Vec<Line>,
}

#[derive(Debug, ConnectModel)]
struct Line {
    #[connect(pattern = "^[A-Z]{3}[0-9]{4}$")]
    sku: String,
    #[connect(range(min = 1, max = 99))]
    quantity: u8,
    #[connect(one_of("EUR", "CHF"))]
    currency: String,
}

const ORDER: &str = r#"{
    "id": "A7",
    "lines": [
        {"sku": "ABC1234", "quantity": 0, "currency": "EUR"},
        {"sku": "abc", "quantity": 300, "currency": "USD"}
    ]
}"#;

fn main() {
    let Err(report) = from_str::<Order>(ORDER) else { return };
    for issue in report.issues() {
        let line = issue.line().map(|line| format!("Zeile {line}, ")).unwrap_or_default();
        println!("{line}{}: {}", issue.path(), translate(issue));
    }
}

/// The message of an issue in German; that of a code without a translation stays as it is.
fn translate(issue: &Issue) -> String {
    let param = |name| issue.params().get(name).map(ToString::to_string).unwrap_or_default();
    let found = issue.found().map(|found| format!(", gefunden: {found}")).unwrap_or_default();
    match issue.code() {
        Code::MissingField => format!("Das Pflichtfeld „{}“ fehlt", param("field")),
        Code::WrongType | Code::InvalidNumber => format!("{} erwartet{found}", expected(&param("expected"))),
        Code::NumberOutOfRange => format!("Erlaubt ist {} bis {}{found}", param("min"), param("max")),
        Code::Range => format!("Muss {} sein{found}", limits(issue)),
        Code::Length => format!("Braucht {} {}{found}", limits(issue), unit(&param("unit"))),
        Code::Pattern => format!("Muss dem Muster {} entsprechen{found}", param("pattern")),
        Code::OneOf => format!("Erlaubt ist {}{found}", choices(issue)),
        _ => issue.message().to_owned(),
    }
}

fn limits(issue: &Issue) -> String {
    let limit = |name, words| Some(format!("{words} {}", issue.params().get(name)?));
    let limits = [limit("min", "mindestens"), limit("max", "höchstens")];
    limits.into_iter().flatten().collect::<Vec<_>>().join(" und ")
}

fn expected(expected: &str) -> &str {
    match expected {
        "an integer" => "Eine ganze Zahl wird",
        "a string" => "Ein Text wird",
        "an array" => "Eine Liste wird",
        "an object" => "Ein Objekt wird",
        other => other,
    }
}

fn unit(unit: &str) -> &str {
    match unit {
        "characters" => "Zeichen",
        "items" | "entries" => "Einträge",
        other => other,
    }
}

fn choices(issue: &Issue) -> String {
    match issue.params().get("choices") {
        Some(Param::List(names)) => names.join(" oder "),
        _ => String::new(),
    }
}

#[test]
fn every_problem_is_told_in_german() {
    let report = from_str::<Order>(ORDER).unwrap_err();
    let told: Vec<String> = report.issues().iter().map(translate).collect();
    let wanted = [
        "Das Pflichtfeld „customer“ fehlt",
        "Eine ganze Zahl wird erwartet, gefunden: \"A7\"",
        "Muss mindestens 1 sein, gefunden: 0",
        "Muss dem Muster ^[A-Z]{3}[0-9]{4}$ entsprechen, gefunden: \"abc\"",
        "Erlaubt ist 0 bis 255, gefunden: 300",
        "Erlaubt ist EUR oder CHF, gefunden: \"USD\"",
    ];
    assert_eq!(told, wanted);
}
