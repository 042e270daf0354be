//! Cases under `cases/` that the compiler must accept or reject, with one mistake per file.

// Here, because the examples of the README must build for users who depend on `connect-runtime` alone: this package knows
// few other crates, and jiff is not among them.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

// A model with all attributes under the strictest lints, included here so that clippy checks it.
#[path = "../cases/pass/lints/pedantic.rs"]
pub mod pedantic;

// The same for enums, flattening, newtypes and adapters.
#[path = "../cases/pass/shapes/lints.rs"]
pub mod shapes;

// The same for models that are read in part.
#[path = "../cases/pass/partial/shapes.rs"]
pub mod partial;
