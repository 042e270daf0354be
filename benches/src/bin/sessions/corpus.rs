//! A thousand sessions as the API sends them: ids of several kinds, names of varying length, optional fields that are
//! sometimes missing, and an occasional name with an escape or a category that this version does not know.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::random::Random;

const RECORDS: usize = 1000;
const CATEGORIES: [&str; 8] = ["ats", "hris", "hrisLegacy", "crm", "iam", "marketing", "lms", "stackOne"];
const FIRST_NAMES: [&str; 8] = ["Ana", "Bartholomew", "Chiara", "Dmitri", "Esperanza", "Jürgen", "Mei", "Zoë"];
const LAST_NAMES: [&str; 8] =
    ["Li", "Okonkwo", "van der Berg", "Nakamura", "Garcia Fernandez", "Schröder", "O'Neill", "Wójcik"];
const COMPANIES: [&str; 6] =
    ["Acme", "Northwind Traders", "Globex Corporation", "Initech", "Umbrella Health Services", "Hooli"];
const LABELS: [&str; 6] =
    ["Production", "Sandbox", "Talent sync", "Payroll import, nightly", "HR master data (EMEA)", "Demo"];
const PROVIDERS: [&str; 6] = ["bamboohr", "greenhouse", "hubspot", "workday", "successfactors", "lever"];

/// How `id` and `organizationId` are sent: the API documents both ways.
#[derive(Clone, Copy)]
pub(crate) enum Ids {
    Strings,
    Numbers,
}

/// The members of one JSON object, in the order they are sent.
#[derive(Clone)]
pub(crate) struct Record(Vec<(&'static str, Value)>);

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

pub(crate) fn records(ids: Ids) -> Vec<Record> {
    let mut random = Random::new(2);
    (0..RECORDS).map(|_| record(&mut random, ids)).collect()
}

pub(crate) fn compact(records: &[Record]) -> Vec<String> {
    records.iter().map(|record| serde_json::to_string(record).expect("JSON values serialize")).collect()
}

pub(crate) fn pretty(records: &[Record]) -> Vec<String> {
    records.iter().map(|record| serde_json::to_string_pretty(record).expect("JSON values serialize")).collect()
}

/// Shuffles the keys of each record independently.
pub(crate) fn shuffle(mut records: Vec<Record>) -> Vec<Record> {
    let mut random = Random::new(3);
    for record in &mut records {
        random.shuffle(&mut record.0);
    }
    records
}

fn record(random: &mut Random, ids: Ids) -> Record {
    let first = random.pick(&FIRST_NAMES);
    let company = random.pick(&COMPANIES);
    let members = [
        ("accountId", optional(random, 8, |random| json!(digits(random)))),
        ("categories", optional(random, 12, categories)),
        ("createdAt", Some(json!(timestamp(random)))),
        ("id", Some(id(random, ids))),
        ("label", optional(random, 4, |random| json!(random.pick(&LABELS)))),
        ("organizationId", Some(id(random, ids))),
        ("originOwnerId", Some(json!(uuid(random)))),
        ("originOwnerName", Some(json!(owner_name(random, first)))),
        ("originUsername", optional(random, 4, |_| json!(email(first, company)))),
        ("projectId", Some(json!(format!("project-{}", uuid(random))))),
        ("provider", optional(random, 6, |random| json!(random.pick(&PROVIDERS)))),
    ];
    Record(members.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

/// `None` once in `times` calls on average.
fn optional(random: &mut Random, times: usize, make: impl Fn(&mut Random) -> Value) -> Option<Value> {
    let value = make(random);
    (!random.one_in(times)).then_some(value)
}

/// A decimal such as `3119.45` two times out of three, else an integer or, as a string, a UUID. No decimal ends in a
/// zero, because the peers go through `f64` and would drop it.
fn id(random: &mut Random, ids: Ids) -> Value {
    let decimal = format!("{}.{}{}", 1000 + random.below(9000), random.below(10), 1 + random.below(9));
    let number = if random.one_in(3) { random.below(1_000_000_000).to_string() } else { decimal };
    match ids {
        Ids::Strings if random.one_in(3) => json!(uuid(random)),
        Ids::Strings => json!(number),
        Ids::Numbers => serde_json::from_str(&number).expect("the digits are a JSON number"),
    }
}

fn categories(random: &mut Random) -> Value {
    let count = 1 + random.below(3);
    json!((0..count).map(|_| category(random)).collect::<Vec<_>>())
}

fn category(random: &mut Random) -> &'static str {
    if random.one_in(50) { "messaging" } else { random.pick(&CATEGORIES) }
}

fn timestamp(random: &mut Random) -> String {
    let (month, day) = (1 + random.below(12), 1 + random.below(28));
    let (hour, minute, second) = (random.below(24), random.below(60), random.below(60));
    let millisecond = random.below(1000);
    format!("2024-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z")
}

fn digits(random: &mut Random) -> String {
    format!("{:020}", random.next())
}

fn uuid(random: &mut Random) -> String {
    let hex = format!("{:016x}{:016x}", random.next(), random.next());
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// One name in forty has quotation marks, which JSON escapes.
fn owner_name(random: &mut Random, first: &str) -> String {
    let last = random.pick(&LAST_NAMES);
    if random.one_in(40) { format!("{first} \"Ace\" {last}") } else { format!("{first} {last}") }
}

fn email(first: &str, company: &str) -> String {
    format!("{}@{}.example", first.to_lowercase(), company.to_lowercase().replace(' ', "-"))
}
