//! Models of APIs with unusual shapes, as documented and as sent: nothing that arrives may be lost or guessed.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
};

use connect_runtime::{ConnectModel, Decoder, DriftKind, from_str, with};
use connect_tests::{accept, check, codes, refuse};
use jiff::{Timestamp, civil::Date};
use serde_json::{Map, Value, value::RawValue};

/// JSON-RPC 2.0: an id is a string, a number or null, and is returned as it was sent.
mod json_rpc {
    use super::*;

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Id<'a> {
        Number(i64),
        Text(#[connect(strict)] Cow<'a, str>),
        Other(&'a RawValue),
    }

    #[derive(ConnectModel, Debug)]
    struct Request<'a> {
        #[connect(one_of("2.0"))]
        jsonrpc: &'a str,
        id: Option<Id<'a>>,
        method: Cow<'a, str>,
        params: Option<Params<'a>>,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Params<'a> {
        List(Vec<&'a RawValue>),
        Named(BTreeMap<&'a str, &'a RawValue>),
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Response {
        Success { id: Box<RawValue>, result: Value },
        Failure { id: Option<Box<RawValue>>, error: Error },
    }

    #[derive(ConnectModel, Debug)]
    struct Error {
        code: i32,
        message: String,
        data: Option<Value>,
    }

    #[test]
    fn ids_keep_number_or_string_as_sent() {
        let read: Vec<Request<'_>> = accept(
            r#"[{"jsonrpc": "2.0", "id": 1, "method": "a"}, {"jsonrpc": "2.0", "id": "1", "method": "b", "params": [1.10, "x"]},
                {"jsonrpc": "2.0", "id": 1.50, "method": "c", "params": {"k": {}}}, {"jsonrpc": "2.0", "id": null, "method": "d"}]"#,
        );
        let ids: Vec<String> = read.iter().map(|request| format!("{:?}", request.id)).collect();
        assert_eq!(ids, ["Some(Number(1))", r#"Some(Text("1"))"#, "Some(Other(RawValue(1.50)))", "None"]);
        let params: Vec<String> = read.iter().map(|request| format!("{:?}", request.params)).collect();
        assert_eq!(params[1], r#"Some(List([RawValue(1.10), RawValue("x")]))"#);
        assert_eq!(params[2], r#"Some(Named({"k": RawValue({})}))"#);
        assert_eq!(codes(&refuse::<Request<'_>>(r#"{"jsonrpc": "1.0", "method": "a"}"#)), "! one_of");
    }

    #[test]
    fn a_response_is_a_result_or_an_error() {
        check::<Vec<Response>>(&[(
            r#"[{"jsonrpc": "2.0", "id": "7", "result": null}, {"id": null, "error": {"code": -32600, "message": "m"}}]"#,
            concat!(
                r#"[Success { id: RawValue("7"), result: Null }, "#,
                r#"Failure { id: None, error: Error { code: -32600, message: "m", data: None } }]"#,
                r#" ~ unknown_field at [0].jsonrpc: "2.0""#
            ),
        )]);
    }
}

/// Custom fields whose values are strings, numbers, bools, lists, objects or null.
mod custom_fields {
    use super::*;

    #[derive(ConnectModel, Debug, PartialEq)]
    #[connect(untagged)]
    enum FieldValue {
        None,
        Flag(bool),
        Number(serde_json::Number),
        Text(String),
        Options(Vec<Choice>),
        Table(Vec<Vec<String>>),
        Object(Map<String, Value>),
    }

    #[derive(ConnectModel, Debug, PartialEq)]
    struct Choice {
        id: String,
        value: String,
    }

    #[derive(ConnectModel, Debug)]
    struct Person {
        #[connect(alias = "employeeId")]
        id: String,
        #[connect(flatten)]
        fields: BTreeMap<String, FieldValue>,
    }

    #[test]
    fn every_kind_of_value_is_kept() {
        check::<Person>(&[(
            r#"{"a": null, "b": true, "c": 1.5e3, "d": "true", "e": [{"id": "1", "value": "x"}], "f": [["p", "q"], []], "g": {"h": [1]}, "employeeId": 7}"#,
            concat!(
                r#"Person { id: "7", fields: {"a": None, "b": Flag(true), "c": Number(Number(1500.0)), "d": Text("true"), "#,
                r#""e": Options([Choice { id: "1", value: "x" }]), "f": Table([["p", "q"], []]), "#,
                r#""g": Object({"h": Array [Number(1)]})} } ~ coerced at employeeId: 7"#
            ),
        )]);
        let report = refuse::<Person>(r#"{"id": "1", "x": [1, {"id": "1"}]}"#);
        assert_eq!(codes(&report), "! no_variant");
        assert_eq!(report.issues()[0].path().to_string(), "x");
    }
}

/// Webhooks: an open enum with dotted names, and a payload that depends on it.
mod webhooks {
    use super::*;

    #[derive(ConnectModel, Debug)]
    #[connect(tag = "type", content = "data")]
    enum Event {
        #[connect(rename = "customer.subscription.created", alias = "customer.subscription.trial_started")]
        SubscriptionCreated(Subscription),
        #[connect(rename = "invoice.paid")]
        InvoicePaid { amount_due: i64, currency: Currency },
        #[connect(rename = "ping")]
        Ping,
        #[connect(other)]
        Other(Map<String, Value>),
    }

    #[derive(ConnectModel, Debug)]
    struct Subscription {
        id: String,
        #[connect(with = with::unix_seconds)]
        created: Timestamp,
        #[connect(with = with::unix_seconds)]
        canceled_at: Option<Timestamp>,
        #[connect(skip_invalid)]
        items: Vec<Item>,
    }

    #[derive(ConnectModel, Debug)]
    struct Item {
        #[connect(range(min = 1))]
        quantity: u32,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(rename_all = "lowercase")]
    enum Currency {
        Usd,
        Eur,
        #[connect(other)]
        Other(String),
    }

    #[derive(ConnectModel, Debug)]
    struct Envelope {
        id: String,
        #[connect(flatten)]
        event: Event,
        #[connect(rename = "livemode")]
        live: bool,
    }

    #[test]
    fn known_events_are_typed_and_new_ones_kept_whole() {
        check::<Envelope>(&[
            (
                r#"{"id": "e1", "type": "customer.subscription.created", "livemode": "true", "data": {"id": 5, "created": 1732350600, "items": [{"quantity": 0}, {"quantity": "2"}]}}"#,
                concat!(
                    r#"Envelope { id: "e1", event: SubscriptionCreated(Subscription { id: "5", created: 2024-11-23T08:30:00Z, "#,
                    r#"canceled_at: None, items: [Item { quantity: 2 }] }), live: true } ~ coerced at livemode: "true" ~ "#,
                    r#"coerced at data.id: 5 ~ skipped at data.items[0]: {"quantity": 0} ~ coerced at data.items[1].quantity: "2""#
                ),
            ),
            (
                r#"{"data": {"amount_due": 1, "currency": "chf"}, "livemode": false, "type": "invoice.paid", "id": "e2"}"#,
                r#"Envelope { id: "e2", event: InvoicePaid { amount_due: 1, currency: Other("chf") }, live: false } ~ unknown_variant at data.currency: "chf""#,
            ),
            (
                r#"{"id": "e3", "type": "radar.early_fraud_warning.created", "data": {"x": 1}, "livemode": true}"#,
                concat!(
                    r#"Envelope { id: "e3", event: Other({"data": Object {"x": Number(1)}, "type": String("radar.early_fraud_warning.created")}), "#,
                    r#"live: true } ~ unknown_variant at type: "radar.early_fraud_warning.created""#
                ),
            ),
            (r#"{"id": "e4", "type": "ping", "livemode": true}"#, r#"Envelope { id: "e4", event: Ping, live: true }"#),
        ]);
        let report = refuse::<Envelope>(r#"{"id": "e5", "type": "invoice.paid", "data": {"amount_due": 1.5}}"#);
        assert_eq!(
            report.to_string(),
            "1:1: livemode: required field `livemode` is missing [missing_field]\n\
             1:46: data.currency: required field `currency` is missing [missing_field]\n\
             1:61: data.amount_due: expected an integer, found the number `1.5`, which has a fraction [invalid_number]"
        );
    }
}

/// An HR system: nullable dates, empty strings for missing values, camelCase mixed with snake_case, one object or many.
mod employees {
    use super::*;

    #[derive(ConnectModel, Debug)]
    #[connect(rename_all = "camelCase", alias_all = "snake_case")]
    struct Employee {
        employee_id: String,
        #[connect(empty_as_none)]
        hire_date: Option<Date>,
        #[connect(empty_as_none, alias = "lastDay")]
        termination_date: Option<Date>,
        #[connect(null_as_default, default)]
        working_days: Vec<Day>,
        #[connect(one_or_many, default)]
        managers: Vec<Reference>,
        #[connect(fallback, default)]
        gender: Gender,
        #[connect(flatten)]
        address: Option<Address>,
        #[connect(flatten)]
        custom: HashMap<String, Value>,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(rename_all = "SCREAMING_SNAKE_CASE")]
    enum Day {
        Monday,
        #[connect(rename = "TUE", alias = "TUESDAY")]
        Tuesday,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Reference {
        Id(String),
        Object { id: String, name: Option<String> },
    }

    #[derive(ConnectModel, Debug, Default)]
    #[connect(rename_all = "lowercase")]
    enum Gender {
        Female,
        Male,
        #[default]
        Unknown,
    }

    #[derive(ConnectModel, Debug)]
    struct Address {
        #[connect(rename = "address.street")]
        street: String,
        #[connect(rename = "address.zip-code")]
        zip_code: Option<String>,
    }

    #[test]
    fn employees_are_read_in_every_form_they_are_sent() {
        check::<Employee>(&[
            (
                r#"{"employeeId": 4711, "hire_date": "2020-02-29", "terminationDate": "", "workingDays": null, "managers": "9", "gender": "X", "address.street": "s"}"#,
                concat!(
                    r#"Employee { employee_id: "4711", hire_date: Some(2020-02-29), termination_date: None, working_days: [], "#,
                    r#"managers: [Id("9")], gender: Unknown, address: Some(Address { street: "s", zip_code: None }), custom: {} } "#,
                    r#"~ coerced at employeeId: 4711 ~ null_defaulted at workingDays: null ~ replaced at gender: "X""#
                ),
            ),
            (
                r#"{"employee_id": "1", "lastDay": null, "working_days": ["MONDAY", "TUESDAY"], "managers": [{"id": 1, "name": "n"}], "gender": "female", "x": {"y": [null]}}"#,
                concat!(
                    r#"Employee { employee_id: "1", hire_date: None, termination_date: None, working_days: [Monday, Tuesday], "#,
                    r#"managers: [Object { id: "1", name: Some("n") }], gender: Female, address: None, "#,
                    r#"custom: {"x": Object {"y": Array [Null]}} } ~ coerced at managers[0].id: 1"#
                ),
            ),
        ]);
        let report = refuse::<Employee>(r#"{"employeeId": "1", "hireDate": "2021-02-29", "address.zip-code": 1}"#);
        assert_eq!(codes(&report), "! missing_field ! invalid_value");
        assert_eq!(report.issues()[0].path().to_string(), r#"["address.street"]"#);
    }
}

/// GeoJSON: coordinates whose depth depends on the type, foreign members everywhere.
mod geo_json {
    use super::*;

    type Position = (f64, f64);

    #[derive(ConnectModel, Debug)]
    #[connect(tag = "type")]
    enum GeoJson {
        Point {
            coordinates: Position,
        },
        LineString {
            #[connect(length(min = 2))]
            coordinates: Vec<Position>,
        },
        Polygon {
            coordinates: Vec<Vec<Position>>,
        },
        GeometryCollection {
            geometries: Vec<GeoJson>,
        },
        Feature {
            id: Option<Id>,
            geometry: Option<Box<GeoJson>>,
            properties: Option<Map<String, Value>>,
        },
        FeatureCollection {
            features: Vec<GeoJson>,
        },
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Id {
        Number(f64),
        Text(String),
    }

    #[test]
    fn geometries_nest_whatever_the_order_of_keys() {
        check::<GeoJson>(&[(
            r#"{"features": [{"type": "Feature", "id": 1, "properties": {"a": [1]}, "geometry": {"coordinates": [1, 2.5], "type": "Point"}},
                {"geometry": null, "type": "Feature", "properties": null}], "type": "FeatureCollection", "bbox": [1]}"#,
            concat!(
                r#"FeatureCollection { features: [Feature { id: Some(Number(1.0)), geometry: Some(Point { coordinates: (1.0, 2.5) }), "#,
                r#"properties: Some({"a": Array [Number(1)]}) }, Feature { id: None, geometry: None, properties: None }] } "#,
                "~ unknown_field at bbox: [1]"
            ),
        )]);
        let report = refuse::<GeoJson>(
            r#"{"type": "GeometryCollection", "geometries": [{"type": "LineString", "coordinates": [[1, 2]]}, {"type": "Polygon", "coordinates": [[[1]]]}]}"#,
        );
        assert_eq!(
            report.to_string(),
            "1:85: geometries[0].coordinates: must have at least 2 items, has 1 [length]\n\
             1:133: geometries[1].coordinates[0][0]: expected an array of 2 items, found 1 [wrong_length]"
        );
    }
}

/// Search results: rows without field names, counts by arbitrary keys, a cursor that is a string, a number or false.
mod search {
    use super::*;

    #[derive(ConnectModel, Debug)]
    struct Hits {
        total: Total,
        #[connect(default)]
        rows: Vec<Row>,
        #[connect(default)]
        counts: BTreeMap<String, BTreeMap<String, u64>>,
        next: Option<Cursor>,
        #[connect(default)]
        grid: Vec<Vec<String>>,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Total {
        Exact(u64),
        Bound { value: u64, relation: String },
    }

    #[derive(ConnectModel, Debug)]
    struct Row(String, f32, Option<Box<RawValue>>);

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Cursor {
        Page(u32),
        Token(String),
        End(bool),
    }

    #[test]
    fn rows_counts_and_cursors_are_kept() {
        check::<Hits>(&[
            (
                r#"{"total": 12, "rows": [["a", 0.5, {"x" : 1}], [7, 1, null]], "counts": {"by.kind": {"x": 1}}, "next": false, "grid": [["1", "2"], []]}"#,
                concat!(
                    r#"Hits { total: Exact(12), rows: [Row("a", 0.5, Some(RawValue({"x" : 1}))), Row("7", 1.0, None)], "#,
                    r#"counts: {"by.kind": {"x": 1}}, next: Some(End(false)), grid: [["1", "2"], []] } ~ coerced at rows[1][0]: 7"#
                ),
            ),
            (
                r#"{"total": {"value": 10000, "relation": "gte"}, "next": "abc"}"#,
                r#"Hits { total: Bound { value: 10000, relation: "gte" }, rows: [], counts: {}, next: Some(Token("abc")), grid: [] }"#,
            ),
            (
                r#"{"total": "12", "next": 2}"#,
                r#"Hits { total: Exact(12), rows: [], counts: {}, next: Some(Page(2)), grid: [] } ~ coerced at total: "12""#,
            ),
        ]);
    }
}

/// Infrastructure: quantities that are numbers or strings, ports that are numbers or names, nested specs by kind.
mod manifests {
    use super::*;

    #[derive(ConnectModel, Debug)]
    #[connect(rename_all = "camelCase")]
    struct Manifest {
        api_version: String,
        metadata: Metadata,
        #[connect(flatten)]
        spec: Spec,
    }

    #[derive(ConnectModel, Debug)]
    struct Metadata {
        name: String,
        #[connect(default, each(length(max = 63)))]
        labels: BTreeMap<String, String>,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(tag = "kind", content = "spec", rename_all_fields = "camelCase")]
    enum Spec {
        Service { ports: Vec<Port>, cluster_ip: Option<String> },
        Job { backoff_limit: Option<u8>, template: Value },
    }

    #[derive(ConnectModel, Debug)]
    #[connect(rename_all = "camelCase")]
    struct Port {
        port: u16,
        #[connect(default = Target::Number(0))]
        target_port: Target,
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Target {
        Number(u16),
        Name(String),
    }

    #[test]
    fn a_spec_is_read_by_its_kind() {
        check::<Manifest>(&[(
            r#"{"kind": "Service", "apiVersion": "v1", "spec": {"ports": [{"port": 80, "targetPort": "http"}, {"port": "443"}], "clusterIp": "None"}, "metadata": {"name": "a", "labels": {"app.kubernetes.io/name": "a"}}}"#,
            concat!(
                r#"Manifest { api_version: "v1", metadata: Metadata { name: "a", labels: {"app.kubernetes.io/name": "a"} }, "#,
                r#"spec: Service { ports: [Port { port: 80, target_port: Name("http") }, Port { port: 443, target_port: Number(0) }], "#,
                r#"cluster_ip: Some("None") } } ~ coerced at spec.ports[1].port: "443""#
            ),
        )]);
        let report =
            refuse::<Manifest>(r#"{"apiVersion": "v1", "metadata": {"name": "a"}, "kind": "Servce", "spec": {}}"#);
        assert_eq!(
            report.to_string(),
            "1:57: kind: the string `\"Servce\"` is not a variant of `Spec`, did you mean `Service`? [unknown_variant]"
        );
    }
}

/// A chat: messages whose content is a string or a list of parts, tools whose arguments are JSON in a string.
mod chat {
    use super::*;

    mod json_in_a_string {
        pub(crate) fn decode(json: &str) -> Result<serde_json::Value, String> {
            let text: String = serde_json::from_str(json).map_err(|_| "expected JSON in a string".to_owned())?;
            serde_json::from_str(&text).map_err(|error| format!("the string is not JSON: {error}"))
        }
    }

    #[derive(ConnectModel, Debug)]
    #[connect(tag = "role", rename_all = "lowercase")]
    enum Message {
        System {
            content: String,
        },
        User {
            content: Content,
            name: Option<String>,
        },
        Assistant {
            content: Option<Content>,
            #[connect(default)]
            tool_calls: Vec<ToolCall>,
        },
        Tool {
            tool_call_id: String,
            content: Content,
        },
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Content {
        Text(#[connect(strict)] String),
        Parts(Vec<Part>),
    }

    #[derive(ConnectModel, Debug)]
    #[connect(tag = "type", rename_all = "snake_case")]
    enum Part {
        Text {
            text: String,
        },
        ImageUrl {
            image_url: ImageUrl,
        },
        #[connect(other)]
        Other(Value),
    }

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum ImageUrl {
        Plain(String),
        Detailed {
            url: String,
            #[connect(default)]
            detail: Option<String>,
        },
    }

    #[derive(ConnectModel, Debug)]
    struct ToolCall {
        id: String,
        function: Function,
    }

    #[derive(ConnectModel, Debug)]
    struct Function {
        name: String,
        #[connect(with = json_in_a_string)]
        arguments: Value,
    }

    #[test]
    fn messages_of_every_role_are_read() {
        check::<Vec<Message>>(&[(
            r#"[{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": "u"}, {"type": "audio", "x": 1}]},
                {"content": null, "tool_calls": [{"id": "1", "function": {"name": "f", "arguments": "{\"a\": [1]}"}}], "role": "assistant"},
                {"role": "tool", "tool_call_id": 1, "content": "ok"}]"#,
            concat!(
                r#"[User { content: Parts([Text { text: "a" }, ImageUrl { image_url: Plain("u") }, Other(Object {"type": String("audio"), "x": Number(1)})]), name: None }, "#,
                r#"Assistant { content: None, tool_calls: [ToolCall { id: "1", function: Function { name: "f", arguments: Object {"a": Array [Number(1)]} } }] }, "#,
                r#"Tool { tool_call_id: "1", content: Text("ok") }] ~ unknown_variant at [0].content[2].type: "audio" ~ coerced at [2].tool_call_id: 1"#
            ),
        )]);
        let report = refuse::<Vec<Message>>(
            r#"[{"role": "assistant", "tool_calls": [{"id": "1", "function": {"name": "f", "arguments": "{"}}]}]"#,
        );
        assert_eq!(codes(&report), "! invalid_value");
        assert_eq!(report.issues()[0].path().to_string(), "[0].tool_calls[0].function.arguments");
    }
}

/// A shop: money as exact decimal strings, quantities by currency, lists written as one string.
mod shop {
    use super::*;

    #[derive(ConnectModel, Debug)]
    struct Order {
        #[connect(rename = "total_price")]
        total: String,
        prices: HashMap<String, Amount>,
        #[connect(with = with::csv)]
        tags: Vec<String>,
        #[connect(with = with::unix_millis)]
        created: Timestamp,
        note: Option<Option<String>>,
        #[connect(alias = "lines", default)]
        line_items: Vec<(u64, String)>,
    }

    #[derive(ConnectModel, Debug, PartialEq)]
    #[connect(transparent)]
    struct Amount {
        #[connect(pattern = r"^-?\d+(\.\d+)?$")]
        exact: String,
    }

    #[test]
    fn money_keeps_its_digits() {
        let text = r#"{"total_price": 19.90, "prices": {"EUR": 18.5000, "JPY": "2500"}, "tags": "a, b", "created": "1732350600500", "note": null, "lines": [[12345678901234567890, 1]]}"#;
        let read = Decoder::new().decode::<Order>(text).unwrap();
        assert_eq!(read.value.total, "19.90");
        assert_eq!(read.value.prices["EUR"].exact, "18.5000");
        assert_eq!((read.value.note, read.value.tags.len()), (Some(None), 2));
        assert_eq!(read.value.line_items, [(12_345_678_901_234_567_890, "1".to_owned())]);
        let coerced = read.drift.changes().iter().filter(|change| change.kind() == DriftKind::Coerced).count();
        assert_eq!((coerced, read.drift.changes().len()), (4, 4));
        assert_eq!(codes(&refuse::<HashMap<String, Amount>>(r#"{"EUR": "1,50"}"#)), "! pattern");
    }
}

/// An activity stream: links, objects or plain ids in any position, one or many.
mod activities {
    use super::*;

    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    enum Node {
        Id(#[connect(strict)] String),
        Object(Box<Object>),
    }

    #[derive(ConnectModel, Debug)]
    struct Object {
        #[connect(rename = "@context", default, one_or_many)]
        context: Vec<Value>,
        #[connect(one_or_many, rename = "type")]
        kinds: Vec<String>,
        id: Option<String>,
        #[connect(default, one_or_many)]
        to: Vec<Node>,
        object: Option<Node>,
        #[connect(empty_as_none)]
        published: Option<Timestamp>,
        #[connect(flatten)]
        rest: Map<String, Value>,
    }

    #[test]
    fn nodes_are_ids_or_objects_at_every_level() {
        let read: Object = from_str(
            r#"{"@context": "https://x", "type": ["Create", "Announce"], "to": "p", "object": {"type": "Note", "to": ["q", {"type": "Person"}], "published": ""}, "x": 1}"#,
        )
        .unwrap();
        assert_eq!((read.context.len(), read.kinds.len(), read.rest.len()), (1, 2, 1));
        let Some(Node::Object(note)) = read.object else { panic!("no note") };
        assert!(
            matches!(&note.to[..], [Node::Id(id), Node::Object(person)] if id == "q" && person.kinds == ["Person"])
        );
    }
}
