//! Drift and changes as serde writes and reads them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{Drift, change::Change, log::Kept};
use crate::json::Steps;

/// The form of a change.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Change")]
struct ChangeForm {
    kind: String,
    path: String,
    line: usize,
    column: usize,
    found: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Steps::is_empty")]
    steps: Steps,
    /// How many changes there were besides this one, the last of the drift, and those before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unlisted: Option<usize>,
}

impl From<Change> for ChangeForm {
    fn from(change: Change) -> Self {
        let (path, steps) = Steps::of(&change.path);
        let Change { kind, line, column, found, reason, .. } = change;
        Self { kind: kind.as_str().to_owned(), path, line, column, found, reason, steps, unlisted: None }
    }
}

impl TryFrom<ChangeForm> for Change {
    type Error = String;

    fn try_from(form: ChangeForm) -> Result<Self, String> {
        let ChangeForm { kind, path, line, column, found, reason, steps, .. } = form;
        let path = steps.path(&path).map_err(|error| error.to_string())?;
        let kind = kind.parse().map_err(|error: super::ParseDriftKindError| error.to_string())?;
        Ok(Self { kind, path, line, column, found, reason })
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ChangeForm::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ChangeForm::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

impl Serialize for Drift {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut forms: Vec<ChangeForm> = self.changes().iter().cloned().map(Into::into).collect();
        let unlisted = Some(self.unlisted()).filter(|&unlisted| unlisted > 0);
        forms.last_mut().into_iter().for_each(|last| last.unlisted = unlisted);
        forms.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Drift {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let forms = Vec::<ChangeForm>::deserialize(deserializer)?;
        let unlisted = forms.last().and_then(|last| last.unlisted).unwrap_or_default();
        let changes: Result<Vec<Change>, String> = forms.into_iter().map(Change::try_from).collect();
        Ok(Self { kept: Kept::placed(changes.map_err(D::Error::custom)?, unlisted).map(Box::new) })
    }
}
