//! The session with serde's derive, with ids that are strings.

use jiff::Timestamp;
use serde::Deserialize;

use super::categories::Categories;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectSession {
    #[serde(alias = "account_id")]
    pub(crate) account_id: Option<String>,
    pub(crate) categories: Option<Vec<Categories>>,
    #[serde(alias = "created_at")]
    pub(crate) created_at: Timestamp,
    pub(crate) id: String,
    pub(crate) label: Option<String>,
    #[serde(alias = "organization_id")]
    pub(crate) organization_id: String,
    #[serde(alias = "origin_owner_id")]
    pub(crate) origin_owner_id: String,
    #[serde(alias = "origin_owner_name")]
    pub(crate) origin_owner_name: String,
    #[serde(alias = "origin_username")]
    pub(crate) origin_username: Option<String>,
    #[serde(alias = "project_id")]
    pub(crate) project_id: String,
    pub(crate) provider: Option<String>,
}
