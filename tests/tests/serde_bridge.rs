//! The serde bridge: models inside serde's structs, through `serde_json`, and through other formats.

use std::{borrow::Cow, collections::BTreeMap};

use connect_runtime::{ConnectModel, from_value};
use serde::{
    Deserialize, Serialize,
    de::value::{Error as ValueError, MapDeserializer, SeqDeserializer, StrDeserializer},
};
use serde_json::{Value, json, value::RawValue};

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "as APIs name it")]
struct Account {
    account_id: String,
    seats: Option<u8>,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, ConnectModel)]
#[serde(rename_all = "lowercase")]
enum Plan {
    Free,
    Pro,
    #[connect(other)]
    #[serde(untagged)]
    Other(String),
}

fn account(id: &str, seats: Option<u8>, tags: &[&str]) -> Account {
    Account { account_id: id.to_owned(), seats, tags: tags.iter().map(|&tag| tag.to_owned()).collect() }
}

#[derive(Debug, Deserialize)]
struct Envelope {
    data: Vec<Account>,
    first: Option<Account>,
    by_plan: BTreeMap<Plan, u8>,
    boxed: Box<Account>,
    pair: (Plan, Account),
}

const ENVELOPE: &str = r#"{
    "data": [{"accountId": 1.10, "seats": "5"}, {"accountId": 9007199254740993, "new": null}],
    "first": null,
    "by_plan": {"pro": 1, "vip": 2},
    "boxed": {"tags": [1, "a"], "accountId": "\u0041"},
    "pair": ["free", {"accountId": "z"}]
}"#;

#[test]
fn models_keep_their_own_leniency_inside_serde_structs() {
    let read: Envelope = serde_json::from_str(ENVELOPE).unwrap();
    assert_eq!(read.data, [account("1.10", Some(5), &[]), account("9007199254740993", None, &[])]);
    assert_eq!(read.first, None);
    assert_eq!(read.by_plan, BTreeMap::from([(Plan::Pro, 1), (Plan::Other("vip".to_owned()), 2)]));
    assert_eq!(*read.boxed, account("A", None, &["1", "a"]));
    assert_eq!(read.pair, (Plan::Free, account("z", None, &[])));
}

#[test]
fn numbers_keep_their_digits_from_strings_bytes_readers_and_raw_values() {
    let text =
        r#"[{"accountId":1.10},{"accountId":123456789012345678901234567890.50},{"accountId":1E+2},{"accountId":-0}]"#;
    let ids = ["1.10", "123456789012345678901234567890.50", "1E+2", "-0"];
    let of = |read: Vec<Account>| read.into_iter().map(|account| account.account_id).collect::<Vec<_>>();
    assert_eq!(of(serde_json::from_str(text).unwrap()), ids);
    assert_eq!(of(serde_json::from_slice(text.as_bytes()).unwrap()), ids);
    assert_eq!(of(serde_json::from_reader(text.as_bytes()).unwrap()), ids);
    let raw: Vec<&RawValue> = serde_json::from_str(text).unwrap();
    assert_eq!(
        raw.iter().map(|raw| serde_json::from_str::<Account>(raw.get()).unwrap().account_id).collect::<Vec<_>>(),
        ids
    );
    let stream = serde_json::Deserializer::from_str("{\"accountId\":1.10} {\"accountId\":2}\n").into_iter::<Account>();
    assert_eq!(of(stream.map(Result::unwrap).collect()), ["1.10", "2"]);
}

#[test]
fn json_values_give_their_numbers_as_they_hold_them() {
    let value = json!({"accountId": 5, "seats": 2.0, "tags": ["a", 1.5]});
    let wanted = account("5", Some(2), &["a", "1.5"]);
    assert_eq!(serde_json::from_value::<Account>(value.clone()).unwrap(), wanted);
    assert_eq!(Account::deserialize(&value).unwrap(), wanted);
    assert_eq!(from_value::<Account>(value).unwrap(), wanted);
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Big {
    number: i128,
}

#[test]
fn integers_are_read_from_floats_only_where_those_are_exact() {
    let read = |text: &str| from_value::<i128>(serde_json::from_str(text).unwrap());
    assert_eq!(read("5.0"), Ok(5));
    assert_eq!(read("-9007199254740991.0"), Ok(-9_007_199_254_740_991));
    assert_eq!(read("18446744073709551615"), Ok(18_446_744_073_709_551_615));
    assert_eq!(read("\"123456789012345678901234567890\""), Ok(123_456_789_012_345_678_901_234_567_890));
    assert_eq!(
        read("123456789012345678901234567890").unwrap_err().to_string(),
        "$: expected an integer, found the number `1.2345678901234568e+29`, a float too big to be an exact integer \
         [invalid_number]"
    );
    assert!(read("9007199254740993.0").is_err());

    let text = r#"{"number": 123456789012345678901234567890}"#;
    assert_eq!(serde_json::from_str::<Big>(text).unwrap().number, 123_456_789_012_345_678_901_234_567_890);
    assert!(serde_json::from_value::<Big>(serde_json::from_str(text).unwrap()).is_err());
}

#[test]
fn the_error_has_every_problem_with_its_path() {
    let text = r#"{"seats": 300, "tags": [null, "a", {}], "x": 1}"#;
    let error = serde_json::from_str::<Account>(text).unwrap_err();
    insta::assert_snapshot!(error.to_string());
    let within = serde_json::from_str::<Envelope>(&ENVELOPE.replace("\"z\"", "[]")).unwrap_err();
    assert!(within.to_string().contains("accountId: expected a string, found an array [wrong_type]"), "{within}");
    let of_value = serde_json::from_value::<Account>(serde_json::from_str(text).unwrap()).unwrap_err();
    for path in ["accountId:", "seats:", "tags[0]:", "tags[2]:"] {
        assert!(error.to_string().contains(path), "no {path} in {error}");
        assert!(of_value.to_string().contains(path), "no {path} in {of_value}");
    }
}

#[test]
fn what_serde_json_cannot_parse_is_its_own_error() {
    for text in ["", "{", "{\"accountId\":1", "{\"accountId\":01}", "[{\"accountId\":1},]"] {
        assert!(serde_json::from_str::<Vec<Account>>(text).is_err(), "{text}");
        assert!(serde_json::from_str::<Account>(text).is_err(), "{text}");
    }
    let error = serde_json::from_str::<Account>("{\"accountId\":\"\\ud800\"}").unwrap_err();
    assert!(error.to_string().contains("surrogate"), "{error}");
    assert!(
        serde_json::from_str::<Account>("{\"accountId\":1,\"accountId\":2}")
            .unwrap_err()
            .to_string()
            .contains("duplicate_field")
    );
}

#[derive(Debug, PartialEq, Deserialize)]
struct Flattening {
    id: u8,
    #[serde(flatten)]
    account: Account,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Account(Account),
    Number(u64),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type")]
enum Tagged {
    Account(Account),
}

#[derive(Debug, PartialEq, Deserialize)]
struct Newtype(Account);

#[test]
fn models_work_inside_shapes_that_serde_buffers() {
    let flat: Flattening = serde_json::from_str(r#"{"id":1,"accountId":2,"tags":["a"]}"#).unwrap();
    assert_eq!(flat, Flattening { id: 1, account: account("2", None, &["a"]) });
    assert_eq!(serde_json::from_str::<Either>(r#"{"accountId":2}"#).unwrap(), Either::Account(account("2", None, &[])));
    assert_eq!(serde_json::from_str::<Either>("7").unwrap(), Either::Number(7));
    let tagged: Tagged = serde_json::from_str(r#"{"accountId":"2","type":"Account"}"#).unwrap();
    assert_eq!(tagged, Tagged::Account(account("2", None, &[])));
    assert_eq!(serde_json::from_str::<Newtype>(r#"{"accountId":1.10}"#).unwrap(), Newtype(account("1.10", None, &[])));
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Page<T> {
    data: Vec<T>,
    next: Option<T>,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Fixed<T, const N: usize>
where
    T: Default,
{
    items: [T; N],
    #[connect(default)]
    extra: T,
}

#[test]
fn generic_models_are_read_if_their_parameters_can_be() {
    let page: Page<Account> = serde_json::from_str(r#"{"data":[{"accountId":1.10}]}"#).unwrap();
    assert_eq!(page, Page { data: vec![account("1.10", None, &[])], next: None });
    let nested: Page<Page<u8>> = serde_json::from_str(r#"{"data":[{"data":["1"],"next":2}]}"#).unwrap();
    assert_eq!(nested.data[0], Page { data: vec![1], next: Some(2) });
    let fixed: Fixed<u8, 2> = serde_json::from_value(json!({"items": [1, 2]})).unwrap();
    assert_eq!(fixed, Fixed { items: [1, 2], extra: 0 });
    assert!(serde_json::from_str::<Fixed<u8, 3>>(r#"{"items":[1,2]}"#).is_err());
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Borrowing<'a> {
    plain: &'a str,
    maybe: Option<Cow<'a, str>>,
}

#[test]
fn borrowing_models_are_read_without_serde() {
    let text = r#"{"plain":"p","maybe":"\n"}"#;
    assert_eq!(connect_runtime::from_str(text), Ok(Borrowing { plain: "p", maybe: Some(Cow::Borrowed("\n")) }));
}

#[test]
fn messagepack_is_read_like_json() {
    let wanted = account("7", Some(3), &["a"]);
    let bytes = rmp_serde::to_vec_named(&wanted).unwrap();
    assert_eq!(rmp_serde::from_slice::<Account>(&bytes).unwrap(), wanted);
    let value = json!({"accountId": 7, "seats": "3", "tags": ["a"], "new": {"deep": [null, 1.5, true]}});
    assert_eq!(rmp_serde::from_slice::<Account>(&rmp_serde::to_vec(&value).unwrap()).unwrap(), wanted);
    assert_eq!(rmp_serde::from_slice::<Plan>(&rmp_serde::to_vec("pro").unwrap()).unwrap(), Plan::Pro);
    let error = rmp_serde::from_slice::<Account>(&rmp_serde::to_vec(&json!({"seats": -1})).unwrap()).unwrap_err();
    assert!(
        error.to_string().contains("missing_field") && error.to_string().contains("number_out_of_range"),
        "{error}"
    );
    let broken = &bytes[..bytes.len() - 1];
    assert!(rmp_serde::from_slice::<Account>(broken).is_err());
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Numbers {
    by_key: BTreeMap<i32, Value>,
}

#[derive(Serialize)]
struct NumbersSource {
    by_key: BTreeMap<i32, f64>,
}

#[test]
fn what_json_does_not_have_is_read_or_refused_with_a_message() {
    let source = NumbersSource { by_key: BTreeMap::from([(-5, 1.5), (7, 2.0)]) };
    let read: Numbers = rmp_serde::from_slice(&rmp_serde::to_vec_named(&source).unwrap()).unwrap();
    assert_eq!(read.by_key, BTreeMap::from([(-5, json!(1.5)), (7, json!(2.0))]));
    let infinite = BTreeMap::from([("seats", f64::INFINITY)]);
    let error = rmp_serde::from_slice::<Account>(&rmp_serde::to_vec_named(&infinite).unwrap()).unwrap_err();
    assert!(error.to_string().contains("seats: "), "{error}");
    let exact: BTreeMap<String, f32> = BTreeMap::from([("accountId".to_owned(), 0.1_f32)]);
    let read: Account = rmp_serde::from_slice(&rmp_serde::to_vec(&exact).unwrap()).unwrap();
    assert_eq!(read.account_id, "0.1");
}

/// Deserializers that pass on a newtype's value directly, such as those of forms and query strings.
#[test]
fn deserializers_without_newtypes_are_supported() {
    let fields = [("accountId", "1.10"), ("seats", "3")];
    let read = Account::deserialize(MapDeserializer::<_, ValueError>::new(fields.into_iter()));
    assert_eq!(read, Ok(account("1.10", Some(3), &[])));
    let plan = Plan::deserialize(StrDeserializer::<ValueError>::new("pro"));
    assert_eq!(plan, Ok(Plan::Pro));
    let pair = <[u8; 0]>::deserialize(SeqDeserializer::<_, ValueError>::new(std::iter::empty::<u8>()));
    assert_eq!(pair, Ok([]));
}

/// The sender chooses the first field of a form.
#[test]
fn a_form_field_is_never_taken_for_the_whole_input() {
    let fields = [("x", r#"{"accountId":"smuggled"}"#)];
    let read = Account::deserialize(MapDeserializer::<_, ValueError>::new(fields.into_iter()));
    assert!(read.is_err(), "{read:?}");
}

#[test]
fn nesting_in_other_formats_has_the_same_depth_limit() {
    let nested = |levels: usize| {
        let mut bytes = vec![0x81, 0xa1, b'x'];
        bytes.extend(std::iter::repeat_n(0x91, levels - 1));
        bytes.push(0xc0);
        let mut whole = rmp_serde::to_vec_named(&json!({"accountId": "a"})).unwrap();
        whole[0] = 0x82;
        whole.extend_from_slice(&bytes[1..]);
        whole
    };
    connect_tests::on_small_stack(|| {
        assert!(rmp_serde::from_slice::<Account>(&nested(128)).is_ok());
        assert!(rmp_serde::from_slice::<Account>(&nested(129)).is_err());
        assert!(rmp_serde::from_slice::<Account>(&nested(1000)).is_err());
    });
}
