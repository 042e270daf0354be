//! Casings of names, with the same results as serde's.

use std::fmt::Write as _;

use syn::LitStr;

use crate::nearest::{list, nearest};

/// One of serde's eight casings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Casing {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const CASINGS: [(&str, Casing); 8] = [
    ("lowercase", Casing::Lower),
    ("UPPERCASE", Casing::Upper),
    ("PascalCase", Casing::Pascal),
    ("camelCase", Casing::Camel),
    ("snake_case", Casing::Snake),
    ("SCREAMING_SNAKE_CASE", Casing::ScreamingSnake),
    ("kebab-case", Casing::Kebab),
    ("SCREAMING-KEBAB-CASE", Casing::ScreamingKebab),
];

impl Casing {
    pub(crate) fn parse(text: &LitStr) -> syn::Result<Self> {
        let wanted = text.value();
        let known = CASINGS.iter().find(|(name, _)| *name == wanted);
        known.map(|&(_, casing)| casing).ok_or_else(|| syn::Error::new(text.span(), describe_unknown(&wanted)))
    }

    /// Converts the name of a field, which is `snake_case` in Rust.
    pub(crate) fn apply_to_field(self, name: &str) -> String {
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => join_words(name),
            Self::Camel => lower_first(&join_words(name)),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// Converts the name of a variant, which is `PascalCase` in Rust.
    pub(crate) fn apply_to_variant(self, name: &str) -> String {
        match self {
            Self::Pascal => name.to_owned(),
            Self::Lower => name.to_ascii_lowercase(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Camel => lower_first(name),
            Self::Snake => split_words(name),
            Self::ScreamingSnake => split_words(name).to_ascii_uppercase(),
            Self::Kebab => split_words(name).replace('_', "-"),
            Self::ScreamingKebab => split_words(name).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn describe_unknown(wanted: &str) -> String {
    let mut message = format!("unknown casing `{wanted}`");
    let names = CASINGS.map(|(name, _)| name);
    // Writing to a String can't fail.
    let _ = match nearest(wanted, &names) {
        Some(near) => write!(message, ", did you mean `{near}`?"),
        None => write!(message, ", expected one of {}", list(&names)),
    };
    message
}

fn join_words(name: &str) -> String {
    let words = name.split('_').map(|word| map_first(word, |first| first.to_ascii_uppercase()));
    words.collect()
}

fn split_words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

fn lower_first(name: &str) -> String {
    map_first(name, |first| first.to_ascii_lowercase())
}

fn map_first(word: &str, map: impl Fn(char) -> char) -> String {
    let mut letters = word.chars();
    letters.next().map(map).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::{CASINGS, Casing};

    macro_rules! names_in_serde {
        ($casing:literal) => {{
            #[derive(serde::Serialize)]
            #[serde(rename_all = $casing)]
            struct Fields {
                a__b: (),
                _x: (),
                r#type: (),
                trailing_: (),
                v2_id3: (),
                two_words: (),
                mIxed_Up: (),
                mit_über: (),
            }
            #[derive(serde::Serialize)]
            #[serde(rename_all = $casing)]
            enum Variants {
                A,
                Http2Url,
                HTTPServer,
                With_Score,
                lower,
                V1Ünder,
                r#Loop,
            }
            use Variants::*;
            let fields = Fields {
                a__b: (),
                _x: (),
                r#type: (),
                trailing_: (),
                v2_id3: (),
                two_words: (),
                mIxed_Up: (),
                mit_über: (),
            };
            let variants = [A, Http2Url, HTTPServer, With_Score, lower, V1Ünder, r#Loop];
            (serde_json::to_string(&fields).unwrap(), serde_json::to_string(&variants).unwrap())
        }};
    }

    const FIELDS: [&str; 8] = ["a__b", "_x", "type", "trailing_", "v2_id3", "two_words", "mIxed_Up", "mit_über"];
    const VARIANTS: [&str; 7] = ["A", "Http2Url", "HTTPServer", "With_Score", "lower", "V1Ünder", "Loop"];

    #[test]
    #[allow(non_snake_case, non_camel_case_types, dead_code, reason = "odd names are the point")]
    fn casings_agree_with_serde() {
        let theirs = [
            names_in_serde!("lowercase"),
            names_in_serde!("UPPERCASE"),
            names_in_serde!("PascalCase"),
            names_in_serde!("camelCase"),
            names_in_serde!("snake_case"),
            names_in_serde!("SCREAMING_SNAKE_CASE"),
            names_in_serde!("kebab-case"),
            names_in_serde!("SCREAMING-KEBAB-CASE"),
        ];
        for ((name, casing), (fields, variants)) in CASINGS.into_iter().zip(theirs) {
            let ours = FIELDS.map(|field| format!("\"{}\":null", casing.apply_to_field(field))).join(",");
            assert_eq!(format!("{{{ours}}}"), fields, "fields in {name}");
            let ours = VARIANTS.map(|variant| format!("\"{}\"", casing.apply_to_variant(variant))).join(",");
            assert_eq!(format!("[{ours}]"), variants, "variants in {name}");
        }
    }

    #[test]
    fn names_that_make_serde_panic_are_converted() {
        assert_eq!(Casing::Camel.apply_to_field("__"), "");
        assert_eq!(Casing::Camel.apply_to_variant("Über"), "Über");
    }
}
