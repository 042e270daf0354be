//! The session with serde's derive and borrowed strings. Only the name may be copied, because it may have escaped
//! quotes.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Deserialize;

use super::categories::Categories;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectSession<'a> {
    #[serde(alias = "account_id")]
    pub(crate) account_id: Option<&'a str>,
    pub(crate) categories: Option<Vec<Categories>>,
    #[serde(alias = "created_at")]
    pub(crate) created_at: Timestamp,
    pub(crate) id: &'a str,
    pub(crate) label: Option<&'a str>,
    #[serde(alias = "organization_id")]
    pub(crate) organization_id: &'a str,
    #[serde(alias = "origin_owner_id")]
    pub(crate) origin_owner_id: &'a str,
    #[serde(borrow, alias = "origin_owner_name")]
    pub(crate) origin_owner_name: Cow<'a, str>,
    #[serde(alias = "origin_username")]
    pub(crate) origin_username: Option<&'a str>,
    #[serde(alias = "project_id")]
    pub(crate) project_id: &'a str,
    pub(crate) provider: Option<&'a str>,
}
