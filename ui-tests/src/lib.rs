//! Cases that the compiler must accept or refuse, under `cases/`, one mistake a file.
