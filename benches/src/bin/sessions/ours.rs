//! The session with borrowed strings; the owned one is `connect_runtime::ConnectSession` itself.

use std::borrow::Cow;

use connect_runtime::{Categories, ConnectModel};
use jiff::Timestamp;

#[derive(Debug, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
pub(crate) struct ConnectSession<'a> {
    pub(crate) account_id: Option<&'a str>,
    pub(crate) categories: Option<Vec<Categories>>,
    pub(crate) created_at: Timestamp,
    pub(crate) id: &'a str,
    pub(crate) label: Option<&'a str>,
    pub(crate) organization_id: &'a str,
    pub(crate) origin_owner_id: &'a str,
    pub(crate) origin_owner_name: Cow<'a, str>,
    pub(crate) origin_username: Option<&'a str>,
    pub(crate) project_id: &'a str,
    pub(crate) provider: Option<&'a str>,
}
