//! The model of a connect session.

use jiff::Timestamp;
use serde::Serialize;

use crate::{ConnectModel, models::Categories};

/// A session in which an end user connects an account.
///
/// One struct accepts every documented shape, old and new, in the documented camelCase or the API's own `snake_case`:
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
/// A number becomes its exact text, digit for digit.
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
    /// The ID of the account that the session is for, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// The categories of providers on offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<Categories>>,
    /// When the session was created.
    pub created_at: Timestamp,
    /// The ID of the session.
    pub id: String,
    /// A human-readable name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The ID of the organization that offers the connection.
    pub organization_id: String,
    /// The ID of the end user's organization, as assigned by the one that offers the connection.
    pub origin_owner_id: String,
    /// The name of the end user's organization.
    pub origin_owner_name: String,
    /// The name of the end user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin_username: Option<String>,
    /// The ID of the project within the organization.
    pub project_id: String,
    /// The provider, if it is already chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
}
