//! MessagePack and CBOR: structs by name or by position, binary forms of types, tags, byte strings as keys.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6},
    ops::Range,
    time::Duration,
};

use ciborium::Value;
use connect_runtime::ConnectModel;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
struct Seat {
    row: u8,
    #[connect(length(min = 1))]
    name: String,
    #[connect(default = true)]
    free: bool,
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
enum Kind {
    Unit,
    Newtype(Seat),
    Tuple(u8, Seat),
    Struct { seat: Seat, other: i64 },
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
#[serde(tag = "kind", content = "value")]
enum Adjacent {
    Seat(Seat),
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
#[serde(tag = "kind")]
enum Internal {
    Seat(Seat),
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
struct Hall<T> {
    seats: Vec<T>,
    best: Option<Box<T>>,
    by_row: BTreeMap<u8, T>,
    pair: (T, u8),
    kinds: Vec<Kind>,
    adjacent: Vec<Adjacent>,
}

fn seat(row: u8, note: Option<&str>) -> Seat {
    Seat { row, name: "a".to_owned(), free: false, note: note.map(str::to_owned) }
}

fn hall() -> Hall<Seat> {
    Hall {
        seats: vec![seat(1, None), seat(2, Some("x"))],
        best: Some(Box::new(seat(3, None))),
        by_row: BTreeMap::from([(4, seat(4, None))]),
        pair: (seat(5, None), 6),
        kinds: vec![
            Kind::Unit,
            Kind::Newtype(seat(6, None)),
            Kind::Tuple(1, seat(7, None)),
            Kind::Struct { seat: seat(8, None), other: -9 },
        ],
        adjacent: vec![Adjacent::Seat(seat(9, None)), Adjacent::Nothing],
    }
}

fn compact<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, String> {
    rmp_serde::from_slice(&rmp_serde::to_vec(value).unwrap()).map_err(|error| error.to_string())
}

fn named<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, String> {
    rmp_serde::from_slice(&rmp_serde::to_vec_named(value).unwrap()).map_err(|error| error.to_string())
}

fn cbor<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader(&bytes[..]).map_err(|error| match error {
        ciborium::de::Error::Semantic(_, message) => message,
        other => other.to_string(),
    })
}

#[track_caller]
fn check_everywhere<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(value: &T) {
    assert_eq!(compact::<T>(value).as_ref(), Ok(value));
    assert_eq!(named::<T>(value).as_ref(), Ok(value));
    assert_eq!(cbor::<T>(value).as_ref(), Ok(value));
}

#[test]
fn what_was_written_by_name_or_by_position_is_read_at_any_depth() {
    check_everywhere(&hall());
    check_everywhere(&Hall {
        seats: vec![hall()],
        best: None,
        by_row: BTreeMap::new(),
        pair: (hall(), 1),
        kinds: vec![],
        adjacent: vec![],
    });
    assert_eq!(named(&Internal::Seat(seat(1, None))), Ok(Internal::Seat(seat(1, None))));
    assert_eq!(cbor(&Internal::Seat(seat(1, None))), Ok(Internal::Seat(seat(1, None))));
}

#[test]
fn an_array_that_ends_early_leaves_fields_absent() {
    let short = Seat { row: 1, name: "a".to_owned(), free: true, note: None };
    assert_eq!(compact(&json!([1, "a"])), Ok(short.clone()));
    assert_eq!(cbor(&json!(["1", "a"])), Ok(short));
}

/// The problems of both formats are the same.
#[track_caller]
fn check_refused<T: DeserializeOwned + std::fmt::Debug>(value: &impl Serialize, problems: &[&str]) {
    assert_eq!(compact::<T>(value).unwrap_err(), problems.join("\n"));
    assert_eq!(cbor::<T>(value).unwrap_err(), problems.join("\n"));
}

#[test]
fn every_problem_is_reported_by_name() {
    check_refused::<Seat>(
        &json!({"row": 300, "free": 1, "note": []}),
        &[
            "name: required field `name` is missing [missing_field]",
            "free: expected `true` or `false`, found the number `1` [wrong_type]",
            "note: expected a string, found an array [wrong_type]",
            "row: the number `300` is out of range, expected 0 to 255 [number_out_of_range]",
        ],
    );
    check_refused::<Vec<Seat>>(
        &json!([{"row": 1, "name": ""}]),
        &["name: must be at least 1 character long, is 0 [length]"],
    );
    check_refused::<Seat>(&5, &["$: expected an object, found the number `5` [wrong_type]"]);
    check_refused::<Seat>(&"x", &["$: expected an object, found the string `\"x\"` [wrong_type]"]);
}

#[test]
fn every_problem_is_reported_by_position() {
    check_refused::<Seat>(
        &json!([]),
        &[
            "row: required field `row` is missing [missing_field]",
            "name: required field `name` is missing [missing_field]",
        ],
    );
    check_refused::<Seat>(
        &json!([300, 5, null, []]),
        &[
            "[0]: the number `300` is out of range, expected 0 to 255 [number_out_of_range]",
            "[2]: expected `true` or `false`, found `null` [wrong_type]",
            "[3]: expected a string, found an array [wrong_type]",
        ],
    );
    check_refused::<Seat>(
        &json!(["x", "a", true, null, 5, [6]]),
        &[
            "$: expected up to 4 items, one for each field of `Seat`, found 6 [wrong_length]",
            "[0]: expected an integer, found the string `\"x\"` [invalid_number]",
        ],
    );
    let within = json!([[[1, "a"], [2]], null, {}, [[1, "a"], 2], [], []]);
    check_refused::<Hall<Seat>>(&within, &["[0][1].name: required field `name` is missing [missing_field]"]);
}

/// The tag would be one more item in front, which is a position only if the writer says so.
#[test]
fn an_internally_tagged_enum_has_no_positions() {
    let error = compact::<Internal>(&("Seat", 1, "a", true, ())).unwrap_err();
    assert_eq!(error, "$: expected an object, found an array [wrong_type]");
}

/// JSON has no structs by position, and neither has what `serde_json` reads.
#[test]
fn in_json_an_array_is_never_a_struct() {
    assert!(connect_runtime::from_str::<Seat>(r#"[1, "a"]"#).is_err());
    assert!(serde_json::from_str::<Seat>(r#"[1, "a"]"#).is_err());
    assert!(connect_runtime::from_value::<Seat>(json!([1, "a"])).is_err());
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
#[serde(untagged)]
enum Untagged {
    Pair(u8, bool),
    Seat { row: u8, name: String },
    Address(IpAddr),
    Text(String),
}

#[test]
fn an_untagged_enum_tries_structs_by_position_and_binary_forms() {
    check_everywhere(&Pick {
        items: vec![
            Untagged::Seat { row: 1, name: "a".to_owned() },
            Untagged::Pair(1, true),
            Untagged::Address(Ipv4Addr::LOCALHOST.into()),
            Untagged::Text("x".to_owned()),
        ],
    });
    let error = compact::<Untagged>(&json!([])).unwrap_err();
    assert!(error.contains("`Seat`: row: required field `row` is missing"), "{error}");
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
struct Pick {
    items: Vec<Untagged>,
}

#[derive(Debug, Clone, PartialEq, Serialize, ConnectModel)]
struct Forms {
    any: [IpAddr; 2],
    v4: Ipv4Addr,
    v6: Ipv6Addr,
    sockets: [SocketAddr; 2],
    socket_v4: SocketAddrV4,
    socket_v6: SocketAddrV6,
    id: Uuid,
    duration: Duration,
    range: Range<u8>,
    result: Result<u8, String>,
    letter: char,
}

fn forms() -> Forms {
    Forms {
        any: ["1.2.3.4".parse().unwrap(), "2001:db8::1".parse().unwrap()],
        v4: Ipv4Addr::LOCALHOST,
        v6: Ipv6Addr::LOCALHOST,
        sockets: ["1.2.3.4:80".parse().unwrap(), "[::1]:443".parse().unwrap()],
        socket_v4: "5.6.7.8:1".parse().unwrap(),
        socket_v6: "[::2]:2".parse().unwrap(),
        id: Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8),
        duration: Duration::from_millis(1500),
        range: 1..5,
        result: Err("no".to_owned()),
        letter: 'ä',
    }
}

#[test]
fn types_are_read_in_their_binary_form_and_as_text() {
    check_everywhere(&forms());
    let text = serde_json::to_value(forms()).unwrap();
    assert_eq!(compact(&text), Ok(forms()));
    assert_eq!(cbor(&text), Ok(forms()));
}

#[derive(Debug, ConnectModel)]
struct Addresses {
    any: IpAddr,
    v4: Ipv4Addr,
    socket: SocketAddr,
    id: Uuid,
}

#[test]
fn a_binary_form_of_the_wrong_size_or_kind_is_named() {
    check_refused::<Addresses>(
        &json!({"any": {"V5": 1}, "id": [1, 2], "socket": {"V4": [[1, 2, 3], 80]}, "v4": [1, 2, 3, 300]}),
        &[
            "any: expected an address as `V4` or `V6`, found neither [invalid_value]",
            "id: expected an array of 16 items, found 2 [wrong_length]",
            "socket.V4[0]: expected an array of 4 items, found 3 [wrong_length]",
            "v4[3]: the number `300` is out of range, expected 0 to 255 [number_out_of_range]",
        ],
    );
    check_refused::<Addresses>(
        &json!({"any": [1, 2, 3, 4], "id": {}, "socket": "1.2.3.4", "v4": 5}),
        &[
            "any: expected an IP address, found an array [wrong_type]",
            "id: expected a UUID such as `67e55044-10b1-426f-9247-bb680e5fe0c8`, found an object [wrong_type]",
            "socket: expected an IP address with a port, found the string `\"1.2.3.4\"` [invalid_value]",
            "v4: expected an IPv4 address, found the number `5` [wrong_type]",
        ],
    );
}

#[test]
fn integers_of_128_bits_are_read_from_cbor() {
    #[derive(Debug, PartialEq, Serialize, ConnectModel)]
    struct Big {
        positive: u128,
        negative: i128,
        text: String,
    }
    #[derive(Serialize)]
    struct Source {
        positive: u128,
        negative: i128,
        text: i128,
    }
    let source = Source { positive: u128::MAX, negative: i128::MIN, text: i128::MAX };
    let read = Big { positive: u128::MAX, negative: i128::MIN, text: i128::MAX.to_string() };
    assert_eq!(cbor(&source), Ok(read));
}

fn tag(number: u64, value: impl Into<Value>) -> Value {
    Value::Tag(number, Box::new(value.into()))
}

#[test]
fn tags_of_cbor_are_seen_through() {
    let fields = |row: Value| Value::Map(vec![("row".into(), row), ("name".into(), tag(0, "a"))]);
    let wanted = Seat { free: true, ..seat(5, None) };
    // 55799 marks CBOR itself, and may be in front of anything.
    assert_eq!(cbor(&tag(55799, fields(tag(7, 5)))), Ok(wanted.clone()));
    assert_eq!(cbor(&tag(1, tag(2, fields(5.into())))), Ok(wanted));
    assert_eq!(cbor(&tag(55799, "Unit")), Ok(Kind::Unit));
    let id = forms().id;
    assert_eq!(
        cbor::<BTreeMap<String, Wrapped>>(&Value::Map(vec![(
            "k".into(),
            tag(37, Value::Bytes(id.as_bytes().to_vec()))
        )])),
        Ok(BTreeMap::from([("k".to_owned(), Wrapped(id))]))
    );
    let error = cbor::<Seat>(&fields(tag(7, "x"))).unwrap_err();
    assert_eq!(error, "row: expected an integer, found the string `\"x\"` [invalid_number]");
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Wrapped(Uuid);

#[test]
fn byte_strings_are_keys_if_they_are_text() {
    let map = |key: &[u8]| Value::Map(vec![(Value::Bytes(key.to_vec()), 5.into()), ("name".into(), "a".into())]);
    assert_eq!(cbor(&map(b"row")), Ok(Seat { free: true, ..seat(5, None) }));
    let error = cbor::<Seat>(&map(b"r\xff")).unwrap_err();
    assert!(error.starts_with("a key is a byte string that is not UTF-8: "), "{error}");
}

#[derive(Debug, PartialEq, Serialize, ConnectModel)]
struct Numbers {
    float: f64,
    integer: i64,
    optional: Option<f32>,
}

#[test]
fn numbers_that_json_does_not_have_are_named() {
    let numbers = |float: f64| BTreeMap::from([("float", float), ("integer", -float), ("optional", f64::INFINITY)]);
    check_refused::<Numbers>(
        &numbers(f64::NEG_INFINITY),
        &[
            "float: expected a number, found `-inf`, which has no JSON form [invalid_number]",
            "integer: expected an integer, found `inf`, which has no JSON form [invalid_number]",
            "optional: expected a number, found `inf`, which has no JSON form [invalid_number]",
        ],
    );
    let error = compact::<Numbers>(&(f64::NAN, 1, ())).unwrap_err();
    assert_eq!(error, "[0]: expected a number, found `NaN`, which has no JSON form [invalid_number]");
    assert!(
        connect_runtime::from_str::<f64>("\"NaN\"").unwrap_err().to_string().contains("found the string `\"NaN\"`")
    );
}

#[test]
fn integers_are_read_from_floats_only_where_those_are_exact() {
    let float = |integer: f64| BTreeMap::from([("float", 0.5), ("integer", integer)]);
    let wanted = Numbers { float: 0.5, integer: -9_007_199_254_740_991, optional: None };
    assert_eq!(cbor(&float(-9_007_199_254_740_991.0)), Ok(wanted));
    for (integer, reason) in [(9_007_199_254_740_992.0, "a float too big to be an exact integer"), (1.5, "a fraction")]
    {
        let error = cbor::<Numbers>(&float(integer)).unwrap_err();
        assert!(error.contains("integer: expected an integer") && error.contains(reason), "{error}");
    }
}

/// Those who read until the end look for it in the format's own error.
#[test]
fn input_that_ends_early_is_the_formats_own_error() {
    let bytes = rmp_serde::to_vec(&seat(1, None)).unwrap();
    for end in 0..bytes.len() {
        let error = rmp_serde::from_slice::<Seat>(&bytes[..end]).unwrap_err();
        assert!(!matches!(error, rmp_serde::decode::Error::Syntax(_)), "{error}");
    }
    assert!(matches!(ciborium::from_reader::<Seat, _>(&[][..]), Err(ciborium::de::Error::Io(_))));
}
