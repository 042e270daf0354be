//! How a broken rule is recorded.

use crate::report::{Code, Problems};

/// Records a broken rule with the user's own message, else with `text`, which is told whether the value is to stay
/// hidden.
#[cold]
pub(super) fn broken(
    problems: &mut Problems,
    code: Code,
    message: Option<&'static str>,
    text: impl FnOnce(bool) -> String,
) {
    let hidden = problems.sensitive;
    problems.add(code, || message.map_or_else(|| text(hidden), str::to_owned));
}
