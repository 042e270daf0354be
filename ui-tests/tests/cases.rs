//! Builds every case. `TRYBUILD=overwrite cargo test -p connect-ui-tests` writes the messages anew.

#[test]
fn mistakes_are_refused_with_these_messages() {
    trybuild::TestCases::new().compile_fail("cases/fail/*/*.rs");
}

#[test]
fn models_of_every_kind_are_accepted() {
    trybuild::TestCases::new().pass("cases/pass/*/*.rs");
}
