//! Records violated rules.

use crate::report::{Code, Problems};

/// Records a violated rule with the user's own message, else with `text`, which is passed whether the value must not be
/// shown.
#[cold]
pub(super) fn record_violation(
    problems: &mut Problems,
    code: Code,
    message: Option<&'static str>,
    text: impl FnOnce(bool) -> String,
) {
    let hidden = problems.sensitive;
    problems.add(code, || message.map_or_else(|| text(hidden), str::to_owned));
}
