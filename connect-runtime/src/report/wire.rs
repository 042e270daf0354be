//! Reports and issues as serde writes and reads them.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{
    Report,
    issue::{Issue, Position},
};
use crate::{
    json::{ParsePathError, Steps},
    message::Params,
    one_line::one_line,
};

/// The form of an issue.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Issue")]
struct IssueForm {
    code: String,
    path: String,
    message: String,
    line: Option<usize>,
    column: Option<usize>,
    span: Option<Range<usize>>,
    params: Params,
    found: Option<String>,
    #[serde(default, skip_serializing_if = "Steps::is_empty")]
    steps: Steps,
    /// Whether there were more problems than this one, the last of the report.
    #[serde(default, skip_serializing_if = "is_false")]
    truncated: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl From<Issue> for IssueForm {
    fn from(issue: Issue) -> Self {
        let (path, steps) = Steps::of(&issue.path);
        Self {
            code: issue.code.as_str().to_owned(),
            path,
            line: issue.line(),
            column: issue.column(),
            span: issue.span(),
            message: issue.message,
            params: issue.params,
            found: issue.found,
            steps,
            truncated: false,
        }
    }
}

impl TryFrom<IssueForm> for Issue {
    type Error = ParsePathError;

    fn try_from(form: IssueForm) -> Result<Self, ParsePathError> {
        let Ok(code) = form.code.parse();
        let place = form.line.zip(form.column).zip(form.span);
        Ok(Self {
            code,
            path: form.steps.path(&form.path)?,
            message: one_line(form.message).into_owned(),
            params: form.params,
            found: form.found,
            position: place.map(|((line, column), span)| Position { line, column, span }),
        })
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        IssueForm::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Issue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IssueForm::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut forms: Vec<IssueForm> = self.issues.iter().cloned().map(Into::into).collect();
        forms.last_mut().into_iter().for_each(|last| last.truncated = self.truncated);
        forms.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let forms = Vec::<IssueForm>::deserialize(deserializer)?;
        let truncated = forms.last().is_some_and(|last| last.truncated);
        let issues: Result<_, ParsePathError> = forms.into_iter().map(Issue::try_from).collect();
        Ok(Self { issues: issues.map_err(D::Error::custom)?, truncated, ..Self::empty() })
    }
}
