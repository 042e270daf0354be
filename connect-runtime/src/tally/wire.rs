//! Tallies as serde writes and reads them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    Tally,
    rows::{Rows, TallyRow},
};

/// The form of a tally.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Tally")]
struct TallyForm {
    records: u64,
    valid: u64,
    rejected: u64,
    truncated: u64,
    issues: Vec<TallyRow>,
    other_issues: u64,
    drift: Vec<TallyRow>,
    other_drift: u64,
}

impl From<Tally> for TallyForm {
    fn from(tally: Tally) -> Self {
        Self {
            records: tally.records,
            valid: tally.valid(),
            rejected: tally.rejected,
            truncated: tally.truncated,
            issues: tally.issues().into_iter().cloned().collect(),
            other_issues: tally.other_issues(),
            drift: tally.drift().into_iter().cloned().collect(),
            other_drift: tally.other_drift(),
        }
    }
}

impl From<TallyForm> for Tally {
    fn from(form: TallyForm) -> Self {
        Self {
            records: form.records,
            rejected: form.rejected.min(form.records),
            truncated: form.truncated,
            issues: Rows::restore(form.issues, form.other_issues),
            drift: Rows::restore(form.drift, form.other_drift),
        }
    }
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TallyForm::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Tally {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        TallyForm::deserialize(deserializer).map(Into::into)
    }
}
