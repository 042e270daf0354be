//! The source of a generated crate: models of twelve fields each, unit enums, and a `main` that decodes every model.

use std::fmt::Write;

/// Ten models share a nested model, the first of the ten; five share an enum.
const FAMILY: usize = 10;
const SHARING_ENUM: usize = 5;

/// Names of fields, which are in camel case on the wire.
const NAMES: &str = "id remote_id name first_name last_name email_address phone title department company location \
    country_code currency salary start_date end_date created_at updated_at status_text reason notes \
    source stage priority score rank is_active is_remote tag_names skills manager_id parent_id \
    owner employee_number work_hours time_zone language external_url description revision";

/// Besides these ten, a model has a field with an enum and one with another model.
const TYPES: [&str; 10] = [
    "String",
    "Option<String>",
    "u64",
    "String",
    "f64",
    "Vec<String>",
    "bool",
    "Option<i64>",
    "String",
    "Option<String>",
];

const VARIANTS: [&str; 6] = ["Active", "Pending", "OnLeave", "Terminated", "NotStarted", "Unknown"];

#[derive(Clone, Copy)]
pub(crate) enum Derive {
    ConnectModel,
    Serde,
}

impl Derive {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ConnectModel => "connect",
            Self::Serde => "serde",
        }
    }

    fn imports(self) -> &'static str {
        match self {
            Self::ConnectModel => "use connect_runtime::{ConnectModel, from_str};",
            Self::Serde => "use serde::Deserialize;\nuse serde_json::from_str;",
        }
    }

    fn attributes(self, case: &str) -> String {
        match self {
            Self::ConnectModel => format!("#[derive(ConnectModel)]\n#[connect(rename_all = \"{case}\")]"),
            Self::Serde => format!("#[derive(Deserialize)]\n#[serde(rename_all = \"{case}\")]"),
        }
    }
}

/// `main.rs` of a crate with that many models.
pub(crate) fn generate(derive: Derive, models: usize) -> String {
    let mut text = format!("#![allow(dead_code)]\n\nuse std::hint::black_box;\n\n{}\n", derive.imports());
    for model in 0..models {
        if model.is_multiple_of(SHARING_ENUM) {
            let variants = VARIANTS.join(",\n    ");
            append(
                &mut text,
                format_args!("\n{}\npub enum Status{model} {{\n    {variants},\n}}\n", derive.attributes("snake_case")),
            );
        }
        append(
            &mut text,
            format_args!("\n{}\npub struct Model{model} {{\n{}}}\n", derive.attributes("camelCase"), fields(model)),
        );
    }
    append(&mut text, format_args!("\nfn main() {{\n    let text = std::env::args().nth(1).unwrap_or_default();\n"));
    for model in 0..models {
        append(&mut text, format_args!("    black_box(&from_str::<Model{model}>(&text));\n"));
    }
    text + "}\n"
}

/// Names and types start at a different index in every model, so no two models are alike.
fn fields(model: usize) -> String {
    let status = format!("Status{}", model - model % SHARING_ENUM);
    let mut types: Vec<&str> = TYPES.to_vec();
    let nested = nested(model);
    types.extend([status.as_str(), nested.as_str()]);
    types.rotate_left(model % TYPES.len());
    let names: Vec<&str> = NAMES.split(' ').collect();
    let names = names.iter().cycle().skip(model * 7 % names.len());
    let lines: Vec<String> = names.zip(types).map(|(name, kind)| format!("    pub {name}: {kind},\n")).collect();
    lines.concat()
}

/// The first model of a family has no nested model, so the types are not recursive.
fn nested(model: usize) -> String {
    let first = model - model % FAMILY;
    match model - first {
        0 => "Option<u64>".to_owned(),
        odd if odd % 2 == 1 => format!("Option<Model{first}>"),
        _ => format!("Vec<Model{first}>"),
    }
}

fn append(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what).expect("writing to a String cannot fail");
}
