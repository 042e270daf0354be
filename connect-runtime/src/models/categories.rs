//! The categories of providers.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::Serialize;

use crate::ConnectModel;

/// The category of a provider. The API adds categories without notice: [`Other`](Categories::Other) keeps the name of a
/// new one, and a [`Decoder`](crate::Decoder) reports it as drift.
///
/// ```
/// use connect_runtime::{from_str, Categories};
///
/// assert_eq!(from_str::<Categories>("\"hris-legacy\"")?, Categories::HrisLegacy);
/// assert_eq!(Categories::HrisLegacy.to_string(), "hrisLegacy");
/// assert_eq!("ticketing".parse(), Ok(Categories::Other("ticketing".to_owned())));
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, ConnectModel)]
#[serde(rename_all = "camelCase")]
pub enum Categories {
    /// Applicant tracking: `ats`.
    Ats,
    /// Human resources: `hris`.
    Hris,
    /// Human resources, first generation: `hrisLegacy`, also spelled `hris-legacy`.
    #[connect(alias = "hris-legacy")]
    HrisLegacy,
    /// Customer relations: `crm`.
    Crm,
    /// Identity and access: `iam`.
    Iam,
    /// Marketing: `marketing`.
    Marketing,
    /// Learning management: `lms`.
    Lms,
    /// `StackOne` itself: `stackOne`, also spelled `stackone`.
    #[connect(alias = "stackone")]
    StackOne,
    /// A category that is not listed here, by its name.
    #[connect(other)]
    #[serde(untagged)]
    Other(String),
}

impl Categories {
    /// The name of the category, as the API documents it.
    ///
    /// ```
    /// assert_eq!(connect_runtime::Categories::StackOne.as_str(), "stackOne");
    /// ```
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ats => "ats",
            Self::Hris => "hris",
            Self::HrisLegacy => "hrisLegacy",
            Self::Crm => "crm",
            Self::Iam => "iam",
            Self::Marketing => "marketing",
            Self::Lms => "lms",
            Self::StackOne => "stackOne",
            Self::Other(name) => name,
        }
    }
}

impl fmt::Display for Categories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Accepts any name: a documented one, in either spelling, or [`Other`](Categories::Other).
impl FromStr for Categories {
    type Err = Infallible;

    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(match name {
            "ats" => Self::Ats,
            "hris" => Self::Hris,
            "hrisLegacy" | "hris-legacy" => Self::HrisLegacy,
            "crm" => Self::Crm,
            "iam" => Self::Iam,
            "marketing" => Self::Marketing,
            "lms" => Self::Lms,
            "stackOne" | "stackone" => Self::StackOne,
            other => Self::Other(other.to_owned()),
        })
    }
}
