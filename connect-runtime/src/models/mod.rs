//! Models built on the derive, as any user would write them.
#![cfg(feature = "models")]

mod categories;
mod connect_session;

pub use categories::Categories;
pub use connect_session::ConnectSession;
