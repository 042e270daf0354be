//! The categories with serde's derive, which keep unknown names.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Categories {
    Ats,
    Hris,
    #[serde(alias = "hris-legacy")]
    HrisLegacy,
    Crm,
    Iam,
    Marketing,
    Lms,
    #[serde(alias = "stackone")]
    StackOne,
    #[serde(untagged)]
    Other(String),
}
