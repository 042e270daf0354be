//! Parity with serde: each type has both derives, and each case must have the same outcome through both, or name the
//! intended difference.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

mod adjacent;
mod borrow;
mod differences;
mod external;
mod fields;
mod flatten;
mod flatten_enums;
mod generics;
mod harness;
mod internal;
mod maps;
mod newtypes;
mod numbers;
mod options;
mod raw;
mod sequences;
mod std_types;
mod strings;
mod structs;
mod untagged;

use std::collections::BTreeSet;

use harness::Tables;

/// The tables of all topics.
const TOPICS: &[fn(&mut Tables)] = &[
    numbers::run,
    strings::run,
    options::run,
    sequences::run,
    maps::run,
    structs::run,
    fields::run,
    newtypes::run,
    external::run,
    internal::run,
    adjacent::run,
    untagged::run,
    flatten::run,
    flatten_enums::run,
    borrow::run,
    generics::run,
    std_types::run,
    raw::run,
];

fn run_all() -> Tables {
    let mut tables = Tables::default();
    for run in TOPICS {
        run(&mut tables);
    }
    tables
}

#[test]
fn every_case_has_the_same_outcome_or_names_its_difference() {
    let tables = run_all();
    let (faults, cases) = (&tables.faults, tables.cases);
    assert!(faults.is_empty(), "{} of {cases} cases:\n{}\n", faults.len(), faults.join("\n"));
    assert!(cases > 1000, "only {cases} cases were run");
}

#[test]
fn every_difference_is_shown_by_a_case() {
    let seen = run_all().seen;
    for difference in differences::ALL {
        for &effect in difference.effects {
            assert!(seen.contains(&(difference.name, effect)), "no case shows {effect:?} of {}", difference.name);
        }
    }
}

#[test]
fn every_difference_has_a_name_and_a_reason_of_its_own() {
    let names: BTreeSet<_> = differences::ALL.iter().map(|difference| difference.name).collect();
    assert_eq!(names.len(), differences::ALL.len());
    let vague = differences::ALL.iter().find(|difference| difference.why.is_empty());
    assert!(vague.is_none(), "{vague:?} has no reason");
}

#[test]
fn the_guide_tells_every_difference() {
    let page = include_str!("../../../connect-runtime/src/guide/coming_from.rs");
    let untold: Vec<_> = differences::ALL.iter().filter(|difference| !page.contains(difference.sentence)).collect();
    assert!(untold.is_empty(), "the guide does not have the sentences of {untold:#?}");
}
