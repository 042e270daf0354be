//! Formats for people: JSON through `serde_json`, TOML, YAML, and figment's settings.

use connect_runtime::ConnectModel;
use figment::{Figment, providers::Serialized};
use jiff::{Timestamp, civil::Date};
use serde::de::DeserializeOwned;
use serde_json::{json, value::RawValue};

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[serde(rename_all = "camelCase")]
struct Server {
    host_name: String,
    #[connect(range(min = 1))]
    port: u16,
    ratio: Option<f64>,
    #[connect(default)]
    mirrors: Vec<Mirror>,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
struct Mirror {
    url: String,
    mode: Mode,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Off,
    Weight(u8),
    Window { from: u8, to: u8 },
}

fn server(name: &str) -> Server {
    let mirror = |url: &str, mode| Mirror { url: url.to_owned(), mode };
    let mirrors =
        vec![mirror("a", Mode::Off), mirror("b", Mode::Weight(3)), mirror("c", Mode::Window { from: 1, to: 2 })];
    Server { host_name: name.to_owned(), port: 80, ratio: Some(0.5), mirrors }
}

fn yaml<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml_ng::from_str(text).map_err(|error| error.to_string())
}

fn toml_of<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())
}

fn figment<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, String> {
    Figment::from(Serialized::defaults(value)).extract().map_err(|error| error.to_string())
}

const JSON: &str = r#"{"hostName": 1.10, "port": "80", "ratio": 0.5, "mirrors": [
    {"url": "a", "mode": "off"}, {"url": "b", "mode": {"weight": 3}}, {"url": "c", "mode": {"window": {"to": 2, "from": 1}}}
]}"#;

#[test]
fn every_entrance_of_serde_json_reads_the_same() {
    let (wanted, rounded) = (server("1.10"), server("1.1"));
    assert_eq!(serde_json::from_str::<Server>(JSON).unwrap(), wanted);
    assert_eq!(serde_json::from_slice::<Server>(JSON.as_bytes()).unwrap(), wanted);
    assert_eq!(serde_json::from_reader::<_, Server>(JSON.as_bytes()).unwrap(), wanted);
    let raw: &RawValue = serde_json::from_str(JSON).unwrap();
    assert_eq!(serde_json::from_str::<Server>(raw.get()).unwrap(), wanted);
    // A value has parsed its numbers.
    assert_eq!(serde_json::from_value::<Server>(serde_json::from_str(JSON).unwrap()).unwrap(), rounded);
    let text = r#"{"hostName": null, "port": 0, "ratio": "NaN"}"#;
    let problems = [
        "hostName: expected a string, found `null` [wrong_type]",
        "port: must be at least 1, is 0 [range]",
        "ratio: expected a number, found the string `\"NaN\"` [invalid_number]",
    ];
    for error in [
        serde_json::from_str::<Server>(text).unwrap_err(),
        serde_json::from_reader::<_, Server>(text.as_bytes()).unwrap_err(),
        serde_json::from_value::<Server>(serde_json::from_str(text).unwrap()).unwrap_err(),
    ] {
        for problem in problems {
            assert!(error.to_string().contains(problem), "{error}");
        }
    }
}

#[test]
fn toml_is_read() {
    let text = r#"
        hostName = "1.10"
        port = "80"
        ratio = 0.5
        mirrors = [{ url = "a", mode = "off" }, { url = "b", mode = { weight = 3.0 } }]
        [[mirrors]]
    "#;
    assert!(toml_of::<Server>(text).is_err());
    let text = text.replace("[[mirrors]]", "").replace("}]", "}, { url = \"c\", mode.window = { from = 1, to = 2 } }]");
    assert_eq!(toml_of(&text), Ok(server("1.10")));
    let value: toml::Value = toml::from_str(&text).unwrap();
    assert_eq!(value.try_into::<Server>(), Ok(server("1.10")));
    assert_eq!(toml_of::<Server>("hostName = 1.10\nport = 1").unwrap().host_name, "1.1");
    assert_eq!(
        toml_of::<Server>("port = 0\nratio = nan\nmirrors = [{ mode = \"on\" }]").unwrap_err(),
        "hostName: required field `hostName` is missing [missing_field]\n\
         mirrors[0].url: required field `url` is missing [missing_field]\n\
         mirrors[0].mode: the string `\"on\"` is not a variant of `Mode`, expected one of `off`, `weight` or `window` \
         [unknown_variant]\n\
         port: must be at least 1, is 0 [range]\n\
         ratio: expected a number, found `NaN`, which has no JSON form [invalid_number]"
    );
    assert!(toml_of::<Server>("ratio = -inf").unwrap_err().contains("found `-inf`, which has no JSON form"));
    assert!(toml_of::<Server>("ratio =").unwrap_err().starts_with("TOML parse error at line 1"));
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Release {
    at: Timestamp,
    day: Date,
    text: String,
}

#[test]
fn dates_of_toml_are_those_of_jiff_or_text() {
    let text = "at = 2024-11-23 08:30:00+01:00\nday = 2024-11-23\ntext = 08:30:00";
    let wanted = Release {
        at: "2024-11-23T07:30:00Z".parse().unwrap(),
        day: "2024-11-23".parse().unwrap(),
        text: "08:30:00".to_owned(),
    };
    assert_eq!(toml_of(text), Ok(wanted));
    let error = toml_of::<Release>("at = 2024-11-23\nday = 5\ntext = 2024-11-23").unwrap_err();
    assert!(error.contains("at: expected") && error.contains("day: expected"), "{error}");
}

#[test]
fn yaml_is_read() {
    let text = "
hostName: '1.10'
port: \"80\"
ratio: 0.5
mirrors:
- {url: a, mode: off}
- {url: b, mode: !weight 3}
- url: c
  mode: !window
    from: 1
    to: 2
";
    assert_eq!(yaml(text), Ok(server("1.10")));
    assert_eq!(yaml(&text.replace("!weight 3", "{weight: 3}").replace("off", "!off ")), Ok(server("1.10")));
    let value: serde_yaml_ng::Value = serde_yaml_ng::from_str(text).unwrap();
    assert_eq!(serde_yaml_ng::from_value::<Server>(value).unwrap(), server("1.10"));
    assert_eq!(yaml::<Server>("{hostName: 1.10, port: 1, ratio: ~}").unwrap().host_name, "1.1");
    assert_eq!(
        yaml::<Server>("{port: 0, ratio: .nan, 5: x, true: y}").unwrap_err(),
        "hostName: required field `hostName` is missing [missing_field]\n\
         port: must be at least 1, is 0 [range]\n\
         ratio: expected a number, found `NaN`, which has no JSON form [invalid_number]"
    );
    assert!(yaml::<Server>("[1, 2]").unwrap_err().contains("expected an object with the fields of `Server`"));
    assert!(yaml::<Mode>("!on 5").unwrap_err().contains("not a variant of `Mode`"));
}

#[test]
fn settings_of_figment_are_read() {
    let value = |name| {
        let mut value: serde_json::Value = serde_json::from_str(JSON).unwrap();
        value["hostName"] = name;
        value
    };
    assert_eq!(figment(value(json!("1.10"))), Ok(server("1.10")));
    assert_eq!(
        figment::<Server>(json!({"port": 0, "ratio": []})).unwrap_err(),
        "hostName: required field `hostName` is missing [missing_field]\n\
         port: must be at least 1, is 0 [range]\n\
         ratio: expected a number, found an array [wrong_type]"
    );
}
