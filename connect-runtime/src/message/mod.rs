//! Messages, and the parameters that they are made from.

mod params;
pub(crate) mod quote;
mod wire;

pub(crate) use params::show;
pub use params::{Param, Params, ParamsIter};
use quote::list;

/// What a problem says to people, and what a translation of it needs.
#[derive(Debug, Clone, Default)]
pub struct Message {
    pub(crate) text: String,
    pub(crate) params: Params,
}

impl Message {
    /// The message `text`, which says what is in `params`.
    pub(crate) fn of(text: impl Into<String>, params: impl Into<Params>) -> Self {
        Self { text: text.into(), params: params.into() }
    }

    /// Puts the parameters into the `template`, each in place of its name in braces.
    pub(crate) fn fill(template: &str, params: impl Into<Params>) -> Self {
        let params = params.into();
        let mut parts = template.split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            match params.get(name) {
                Some(Param::List(names)) => text.push_str(&list(names)),
                Some(param) => text.push_str(&param.to_string()),
                None => {}
            }
            text.push_str(rest);
        }
        Self { text, params }
    }

    /// That `wanted` was expected and not `found`, which is of the JSON type `actual`.
    pub(crate) fn expected(wanted: &str, found: &str, actual: &'static str) -> Self {
        let params = [("expected", wanted.into()), ("actual", actual.into())];
        Self::of(format!("expected {wanted}, found {found}"), params)
    }

    /// The message `text`, which is the only parameter.
    pub(crate) fn reason(text: String) -> Self {
        Self::of(text.clone(), [("reason", text.into())])
    }

    /// Adds a parameter.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, param: impl Into<Param>) -> Self {
        self.params.push(name, param.into());
        self
    }

    /// Adds `more` to the text.
    #[must_use]
    pub(crate) fn and(mut self, more: &str) -> Self {
        self.text.push_str(more);
        self
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::of(text, [])
    }
}

/// The JSON type of what starts with this byte, as a parameter.
pub(crate) fn json_type(first: Option<u8>) -> &'static str {
    match first {
        Some(b'{') => "object",
        Some(b'[') => "array",
        Some(b'"') => "string",
        Some(b't' | b'f') => "boolean",
        Some(b'n') => "null",
        _ => "number",
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, Param, Params};

    #[test]
    fn a_template_says_what_is_in_the_parameters() {
        let names: Vec<String> = ["a", "b"].map(str::to_owned).into();
        let params = [("choices", Param::List(names)), ("actual", "x{y}".into()), ("max", 3_usize.into())];
        let message = Message::fill("be {choices}, is `{actual}` of {max}{none}.", params);
        assert_eq!(message.text, "be one of `a` or `b`, is `x{y}` of 3.");
        assert_eq!(message.params.get("max"), Some(&Param::Integer(3)));
    }

    #[test]
    fn numbers_keep_their_spelling() {
        for text in ["0", "-0", "1.5", "1e300", "18446744073709551615", "18446744073709551616", "NaN", "0.1"] {
            assert_eq!(Param::number(text).to_string(), text);
        }
        assert!(matches!(Param::number("18446744073709551616"), Param::Text(_)));
        assert_eq!(Params::default().to_string(), "");
    }
}
