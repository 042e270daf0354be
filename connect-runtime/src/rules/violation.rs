//! Records violated rules.

use crate::{
    message::{Message, Param, Params},
    report::{Code, Problems},
};

/// Records a violated rule with the user's own message, else with `text`, which is passed whether the value must not be
/// shown. The parameters are the same.
#[cold]
pub(super) fn record_violation<M: Into<Message>>(
    problems: &mut Problems,
    code: Code,
    own: Option<&'static str>,
    message: impl FnOnce(bool) -> M,
) {
    let hidden = problems.sensitive;
    problems.add(code, || {
        let Message { text, params } = message(hidden).into();
        Message { text: own.map_or(text, str::to_owned), params }
    });
}

/// What `must` says, a template of the `limits`, and the `actual` value unless it must not be shown.
pub(super) fn explain(must: &str, limits: impl Into<Params>, is: &str, actual: Option<Param>) -> Message {
    let mut limits = limits.into();
    match actual {
        Some(actual) => {
            limits.push("actual", actual);
            Message::fill(&format!("{must}, {is}"), limits)
        }
        None => Message::fill(must, limits),
    }
}
