//! Sessions with an added number: without rules, with lengths and a range, and with a pattern too. garde's rules are
//! the same.

use connect_runtime::{Categories, ConnectModel};
use garde::Validate;
use jiff::Timestamp;

/// No rules.
#[derive(ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
pub(crate) struct Plain {
    seats: u32,
    account_id: Option<String>,
    categories: Option<Vec<Categories>>,
    created_at: Timestamp,
    id: String,
    label: Option<String>,
    organization_id: String,
    origin_owner_id: String,
    origin_owner_name: String,
    origin_username: Option<String>,
    project_id: String,
    provider: Option<String>,
}

/// Four lengths and a range.
#[derive(ConnectModel, Validate)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
#[garde(allow_unvalidated)]
pub(crate) struct Limited {
    #[connect(range(min = 1, max = 500))]
    #[garde(range(min = 1, max = 500))]
    seats: u32,
    account_id: Option<String>,
    categories: Option<Vec<Categories>>,
    created_at: Timestamp,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    id: String,
    label: Option<String>,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    organization_id: String,
    origin_owner_id: String,
    #[connect(length(min = 1, max = 200))]
    #[garde(length(chars, min = 1, max = 200))]
    origin_owner_name: String,
    origin_username: Option<String>,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    project_id: String,
    provider: Option<String>,
}

/// Four lengths, a range and a pattern.
#[derive(ConnectModel, Validate)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
#[garde(allow_unvalidated)]
pub(crate) struct Ruled {
    #[connect(range(min = 1, max = 500))]
    #[garde(range(min = 1, max = 500))]
    seats: u32,
    account_id: Option<String>,
    categories: Option<Vec<Categories>>,
    created_at: Timestamp,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    id: String,
    label: Option<String>,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    organization_id: String,
    origin_owner_id: String,
    #[connect(length(min = 1, max = 200))]
    #[garde(length(chars, min = 1, max = 200))]
    origin_owner_name: String,
    origin_username: Option<String>,
    #[connect(length(min = 1, max = 64))]
    #[garde(length(chars, min = 1, max = 64))]
    project_id: String,
    #[connect(pattern = "^[a-z]+$")]
    #[garde(inner(pattern(r"^[a-z]+$")))]
    provider: Option<String>,
}
