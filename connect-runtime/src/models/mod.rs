//! Ready-made models, derived as users would derive theirs.
#![cfg(feature = "models")]

mod categories;
mod connect_session;

pub use categories::Categories;
pub use connect_session::ConnectSession;
