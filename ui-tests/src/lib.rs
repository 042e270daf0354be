//! Cases that the compiler must accept or refuse, under `cases/`, one mistake a file.

// A model with all attributes under the strictest lints, where clippy sees it.
#[path = "../cases/pass/lints/pedantic.rs"]
pub mod pedantic;

// The same for enums, flattening, newtypes and adapters.
#[path = "../cases/pass/shapes/lints.rs"]
pub mod shapes;
