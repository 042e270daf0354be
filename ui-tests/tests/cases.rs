//! Builds every case. `TRYBUILD=overwrite cargo test -p connect-ui-tests` regenerates the messages.

#[test]
fn mistakes_are_rejected_with_these_messages() {
    trybuild::TestCases::new().compile_fail("cases/fail/*/*.rs");
}

#[test]
fn models_of_every_kind_are_accepted() {
    trybuild::TestCases::new().pass("cases/pass/*/*.rs");
}
