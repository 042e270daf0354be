//! The types, with both derives.

use std::collections::BTreeMap;

use connect_runtime::ConnectModel;
use serde::Deserialize;

/// The tag is in the same object as the fields.
#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Internal {
    AccountCreated { id: String, organization: String, created_at: String, active: bool },
    AccountRenamed { id: String, before: String, after: String },
    MemberAdded { id: String, member: Member, role: Option<String> },
    MemberRemoved(Removal),
    SyncFinished { id: String, records: u64, failed: u64, seconds: f64 },
    Ping,
}

/// The content has its own key.
#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub(crate) enum Adjacent {
    AccountCreated { id: String, organization: String, created_at: String, active: bool },
    AccountRenamed { id: String, before: String, after: String },
    MemberAdded { id: String, member: Member, role: Option<String> },
    MemberRemoved(Removal),
    SyncFinished { id: String, records: u64, failed: u64, seconds: f64 },
    Ping,
}

/// The value determines the variant.
#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
#[serde(untagged)]
pub(crate) enum Untagged {
    Number(i64),
    Flag(bool),
    Text(String),
    Member(Member),
}

#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
}

#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct Removal {
    pub(crate) id: String,
    pub(crate) reason: String,
    pub(crate) by: Member,
}

/// A record with a value of varying type.
#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) value: Untagged,
}

#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct WithStruct {
    pub(crate) id: String,
    pub(crate) organization: String,
    #[serde(flatten)]
    pub(crate) audit: Audit,
    pub(crate) records: u64,
}

#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct Audit {
    pub(crate) created_at: String,
    pub(crate) created_by: Option<String>,
    pub(crate) updated_at: String,
    pub(crate) version: u32,
}

#[derive(Debug, Deserialize, ConnectModel)]
#[connect(no_deserialize)]
pub(crate) struct WithMap {
    pub(crate) id: String,
    pub(crate) organization: String,
    pub(crate) records: u64,
    #[serde(flatten)]
    pub(crate) labels: BTreeMap<String, String>,
}
