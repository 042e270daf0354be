//! A session in which an end user connects an account.

use jiff::Timestamp;
use serde::Serialize;

use crate::{ConnectModel, models::Categories};

/// A session in which an end user connects an account of theirs.
///
/// One struct takes every documented shape, old and new, in the documented camelCase or in the API's own `snake_case`:
///
/// | field | type | required | older document | newer document |
/// |---|---|---|---|---|
/// | `accountId` | string | no | - | string |
/// | `categories` | array of [`Categories`] | no | yes | yes |
/// | `createdAt` | RFC 3339 timestamp with offset; the instant is kept | yes | yes | yes |
/// | `id` | string | yes | string | number |
/// | `label` | string | no | - | string |
/// | `organizationId` | string | yes | string | number |
/// | `originOwnerId` | string | yes | string | string |
/// | `originOwnerName` | string | yes | string | string |
/// | `originUsername` | string | no | string | string |
/// | `projectId` | string | yes | string | string |
/// | `provider` | string | no | required | optional |
///
/// A number becomes the string that it is spelled with, digit for digit.
///
/// ```
/// use connect_runtime::{from_str, Categories, ConnectSession};
///
/// let session: ConnectSession = from_str(r#"{
///     "id": 3119.45, "organization_id": "5542", "projectId": "p-1", "createdAt": "2024-11-23T08:30:00+01:00",
///     "originOwnerId": "o-9", "originOwnerName": "Acme", "categories": ["hris", "ticketing"]
/// }"#)?;
/// assert_eq!(session.id, "3119.45");
/// assert_eq!(session.created_at.to_string(), "2024-11-23T07:30:00Z");
/// assert_eq!(session.categories, Some(vec![Categories::Hris, Categories::Other("ticketing".to_owned())]));
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, ConnectModel)]
#[serde(rename_all = "camelCase")]
#[connect(alias_all = "snake_case")]
pub struct ConnectSession {
    /// The account that the session is for, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// What kinds of provider are offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<Categories>>,
    /// When the session was made.
    pub created_at: Timestamp,
    /// The session.
    pub id: String,
    /// A name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The organization that offers the connection.
    pub organization_id: String,
    /// The end user's organization, as the offering one knows it.
    pub origin_owner_id: String,
    /// The name of the end user's organization.
    pub origin_owner_name: String,
    /// The end user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin_username: Option<String>,
    /// The project within the organization.
    pub project_id: String,
    /// The provider, if it is settled already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
}
