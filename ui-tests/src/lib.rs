//! Cases that the compiler must accept or refuse, under `tests/`.
