//! `custom` and the container's `check`: rules that are functions of the user.

use std::borrow::Cow;

use super::violation::record_violation;
use crate::{
    message::Message,
    report::{Code, Problems, Rejection},
    shape::Field,
};

/// Records the result of a field's own check.
#[inline]
pub fn custom<E: Into<Rejection>>(result: Result<(), E>, message: Option<&'static str>, problems: &mut Problems) {
    if let Err(rejection) = result {
        reject(rejection.into(), message, &[], problems);
    }
}

/// Records the result of a model's own check, whose rejection may name one of `fields`.
#[inline]
pub fn check<E: Into<Rejection>>(result: Result<(), E>, fields: &[Field], problems: &mut Problems) {
    if let Err(rejection) = result {
        reject(rejection.into(), None, fields, problems);
    }
}

#[cold]
fn reject(rejection: Rejection, message: Option<&'static str>, fields: &[Field], problems: &mut Problems) {
    let Rejection { message: text, code, field, issues } = rejection;
    let mark = problems.mark();
    if issues.is_empty() || message.is_some() {
        record_violation(problems, Code::named(code), message, |hidden| match text {
            // A message built at run time may quote the value.
            Cow::Owned(_) if hidden => Message::from("is not valid".to_owned()),
            text => Message::reason(text.into_owned()),
        });
    } else {
        for issue in issues {
            problems.adopt(issue);
        }
    }
    if let Some(name) = field {
        for key in keys(&name, fields).iter().rev() {
            problems.below_key(mark, || key.clone());
        }
    }
}

/// The keys in the JSON of the field that is called `name` there or in Rust.
fn keys(name: &str, fields: &[Field]) -> Vec<String> {
    let in_json = fields.iter().find(|field| field.name == name);
    let found = in_json.or_else(|| fields.iter().find(|field| field.rust == name));
    found.map_or_else(|| vec![name.to_owned()], Field::keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{hidden_messages, issues, messages};

    const FIELDS: &[Field] = &[Field { name: "endDate", rust: "end_date", key: "\"endDate\":" }];

    #[test]
    fn a_rejection_carries_its_code_and_the_wire_name_of_its_field() {
        let rejection = || Rejection::new("ends before it starts").code("period").field("end_date");
        let issues = issues(|problems| check(Err(rejection()), FIELDS, problems));
        assert_eq!(issues, ["endDate: ends before it starts [period]"]);
    }

    #[test]
    fn a_text_made_at_run_time_is_hidden_where_the_value_is() {
        assert_eq!(messages(|problems| custom(Err(format!("bad {}", 7)), None, problems)), ["bad 7"]);
        assert_eq!(messages(|problems| custom(Err("bad"), Some("own"), problems)), ["own"]);
        assert_eq!(hidden_messages(|problems| custom(Err(format!("bad {}", 7)), None, problems)), ["is not valid"]);
        assert_eq!(hidden_messages(|problems| custom(Err("bad"), None, problems)), ["bad"]);
    }
}
