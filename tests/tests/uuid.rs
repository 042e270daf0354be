//! `uuid`: the hyphenated form of RFC 9562, section 4.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{problems, refuse};

#[derive(Debug, ConnectModel)]
struct Row {
    #[connect(uuid)]
    id: String,
    #[connect(each(uuid(message = "is not an id")))]
    refs: Option<BTreeMap<String, Option<String>>>,
}

#[test]
fn any_version_in_either_case_is_accepted_if_it_is_hyphenated() {
    let is_accepted = |id: &str| from_str::<Row>(&format!("{{\"id\":\"{id}\"}}")).is_ok();
    for id in [
        "2EB8AA08-aa98-11ea-B4AA-73B441D16380",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "018f4d5e-7c3a-7b1e-8d2f-1a2b3c4d5e6f",
    ] {
        assert!(is_accepted(id), "{id}");
    }
    for id in [
        "",
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
        "2eb8aa08-aa98-11ea-b4aa-73b441d163800",
        "2eb8aa08aa9811eab4aa73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa73b44-1d16380",
        "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
        "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
    ] {
        assert!(!is_accepted(id), "{id:?}");
    }
}

#[test]
fn a_problem_is_reported_at_the_value() {
    let text = r#"{"id":"7","refs":{"a":null,"b":"2EB8AA08-aa98-11ea-B4AA-73B441D16380","c":"x"}}"#;
    assert_eq!(problems(&refuse::<Row>(text)), ["1:7: id: must be a UUID [uuid]", "1:75: refs.c: is not an id [uuid]"]);
}
