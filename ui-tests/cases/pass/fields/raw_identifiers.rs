use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel, Debug)]
#[allow(non_camel_case_types)]
struct r#struct {
    r#type: String,
    #[connect(alias = "if")]
    r#match: r#enum,
    #[connect(rename = "loop", default = r#match())]
    r#for: u8,
}

#[derive(ConnectModel, Debug, PartialEq)]
#[connect(rename_all = "lowercase")]
#[allow(non_camel_case_types)]
enum r#enum {
    r#fn,
    r#While,
}

fn r#match() -> u8 {
    9
}

fn main() {
    let model: r#struct = from_str(r#"{"type": "t", "if": "while"}"#).unwrap();
    assert_eq!((model.r#type.as_str(), model.r#match, model.r#for), ("t", r#enum::r#While, 9));
    let report = from_str::<r#struct>(r#"{"type": "t", "match": "fn", "loop": []}"#).unwrap_err();
    assert_eq!(report.issues()[0].path().to_string(), "loop");
}
