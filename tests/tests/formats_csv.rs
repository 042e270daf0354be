//! Records of CSV, whose fields are text without a type.

use connect_runtime::{ConnectModel, with};
use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
struct Order {
    order_id: String,
    #[connect(range(min = 1))]
    quantity: u32,
    price: Option<f64>,
    paid: bool,
    note: Option<String>,
    #[connect(default)]
    label: String,
}

fn order(id: &str, quantity: u32, price: Option<f64>, paid: bool, note: Option<&str>) -> Order {
    Order { order_id: id.to_owned(), quantity, price, paid, note: note.map(str::to_owned), label: String::new() }
}

/// Every record, or the message that refuses it.
fn read<T: DeserializeOwned>(text: &str) -> Vec<Result<T, String>> {
    Reader::from_reader(text.as_bytes())
        .deserialize()
        .map(|record| record.map_err(|error: csv::Error| error.to_string()))
        .collect()
}

/// Asserts that the only record is refused for exactly these problems.
#[track_caller]
fn check_refused<T: DeserializeOwned + std::fmt::Debug>(text: &str, problems: &[&str]) {
    let [Err(message)] = &read::<T>(text)[..] else { panic!("accepted {text}") };
    assert!(message.starts_with("CSV deserialize error: record 1 (line: 2, byte: "), "{message}");
    assert!(message.ends_with(&problems.join("\n")), "{message}");
    assert_eq!(message.lines().count(), problems.len(), "{message}");
}

#[test]
fn a_record_is_read_by_its_headers_in_any_order() {
    let text = "quantity,extra,orderId,paid,price\n2,x,a-1,true,2.50\n3,,b-2,false,1e3\n";
    let wanted = [order("a-1", 2, Some(2.5), true, None), order("b-2", 3, Some(1000.0), false, None)];
    assert_eq!(read(text), wanted.map(Ok));
    let aliased = "order_id,quantity,paid\nc,1,true\n";
    assert_eq!(read(aliased), [Ok(order("c", 1, None, true, None))]);
}

#[test]
fn text_keeps_every_character() {
    for id in ["007", "1.10", "1e5", "12345678901234567890123456789", "true", "inf", "NaN", " x ", "-0", "+1", "ä\n,"]
    {
        let text = format!("orderId,quantity,paid\n\"{id}\",1,true\n");
        assert_eq!(read(&text), [Ok(order(id, 1, None, true, None))], "{id}");
    }
}

#[test]
fn a_blank_field_is_none_where_the_model_is_optional_and_text_where_it_is_text() {
    let text = "orderId,quantity,price,paid,note,label\n,1,,true,,\n";
    assert_eq!(read(text), [Ok(order("", 1, None, true, None))]);
    check_refused::<Order>(
        "orderId,quantity,paid\na,,\n",
        &[
            "quantity: expected an integer, found the string `\"\"` [invalid_number]",
            "paid: expected `true` or `false`, found the string `\"\"` [invalid_value]",
        ],
    );
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Blanks {
    #[connect(fallback, default = String::from("none"))]
    text: String,
    #[connect(fallback, default = 7)]
    number: u8,
    #[connect(null_as_default, default = 8)]
    nullable: u8,
    #[connect(with = with::csv)]
    list: Vec<u8>,
    json: serde_json::Value,
}

#[test]
fn a_blank_field_is_null_only_where_text_has_no_use() {
    let wanted = |list| Blanks { text: String::new(), number: 7, nullable: 8, list, json: serde_json::Value::Null };
    assert_eq!(read("text,number,nullable,list,json\n,,,,\n"), [Ok(wanted(Vec::new()))]);
    assert_eq!(read("text,number,nullable,list,json\n,x,,\"1,2\",\n"), [Ok(wanted(vec![1, 2]))]);
}

#[test]
fn every_problem_of_a_record_is_reported_and_the_next_record_is_read() {
    check_refused::<Order>(
        "orderId,quantity,price,paid\na,0,x,1\n",
        &[
            "quantity: must be at least 1, is 0 [range]",
            "price: expected a number, found the string `\"x\"` [invalid_number]",
            "paid: expected `true` or `false`, found the string `\"1\"` [invalid_value]",
        ],
    );
    check_refused::<Order>(
        "quantity,price\n-1,NaN\n",
        &[
            "orderId: required field `orderId` is missing [missing_field]",
            "paid: required field `paid` is missing [missing_field]",
            "quantity: the string `\"-1\"` is out of range, expected 0 to 4294967295 [number_out_of_range]",
            "price: expected a number, found `NaN`, which has no JSON form [invalid_number]",
        ],
    );
    check_refused::<Order>(
        "orderId,quantity,paid,paid\na,007,true,false\n",
        &[
            "quantity: expected an integer, found the string `\"007\"` [invalid_number]",
            "paid: `paid` repeats a field that the object already has [duplicate_field]",
        ],
    );
    let records = read("orderId,quantity,paid\na,x,true\nb,1,true\n");
    assert_eq!((records.len(), records[0].is_err()), (2, true));
    assert_eq!(records[1], Ok(order("b", 1, None, true, None)));
}

#[test]
fn a_record_without_headers_is_read_by_position() {
    let rows = "a,1,2.5,true,,x\nb,2,,false,n\nc\nd,1,,true,,,y\n";
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows.as_bytes());
    let read: Vec<Result<Order, String>> =
        reader.deserialize().map(|record| record.map_err(|error: csv::Error| error.to_string())).collect();
    assert_eq!(read[0], Ok(Order { label: "x".to_owned(), ..order("a", 1, Some(2.5), true, None) }));
    assert_eq!(read[1], Ok(order("b", 2, None, false, Some("n"))));
    let (short, long) = (read[2].as_ref().unwrap_err(), read[3].as_ref().unwrap_err());
    assert!(short.contains("quantity: required field") && short.contains("paid: required field"), "{short}");
    assert!(long.contains("expected up to 6 items, one for each field of `Order`, found 7"), "{long}");
}

#[test]
fn records_of_text_and_of_bytes_are_read_alike() {
    let (headers, values) = (["orderId", "quantity", "paid"], ["007", "1", "true"]);
    let wanted = order("007", 1, None, true, None);
    let text = StringRecord::from(values.to_vec());
    assert_eq!(text.deserialize::<Order>(Some(&StringRecord::from(headers.to_vec()))).unwrap(), wanted);
    let bytes = ByteRecord::from(values.to_vec());
    assert_eq!(bytes.deserialize::<Order>(Some(&ByteRecord::from(headers.to_vec()))).unwrap(), wanted);
    let latin1 = ByteRecord::from(vec![&b"\xe4"[..], b"1", b"true"]);
    let error = latin1.deserialize::<Order>(Some(&ByteRecord::from(headers.to_vec()))).unwrap_err();
    assert!(error.to_string().contains("utf-8"), "{error}");
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Address {
    street: String,
    zip: Option<u32>,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Customer {
    id: String,
    #[connect(flatten)]
    address: Address,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[serde(rename_all = "lowercase")]
enum Plan {
    Free,
    Pro,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Row {
    id: String,
    plan: Plan,
}

#[test]
fn flattened_fields_and_models_in_the_records_of_others_are_read() {
    let customer = Customer { id: "01".to_owned(), address: Address { street: "1.10".to_owned(), zip: None } };
    assert_eq!(read("street,zip,id\n1.10,,01\n"), [Ok(customer)]);
    assert_eq!(read("id,plan\n1,pro\n"), [Ok(Row { id: "1".to_owned(), plan: Plan::Pro })]);
    check_refused::<Row>(
        "id,plan\n1,gold\n",
        &["$: the string `\"gold\"` is not a variant of `Plan`, expected one of `free` or `pro` [unknown_variant]"],
    );
}
