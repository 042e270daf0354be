//! `Decode` for indexmap's maps and sets, which keep the input order.

use std::hash::{BuildHasher, Hash};

use indexmap::{IndexMap, IndexSet};

use super::{
    collections::{decode_sets, read_items, validate_items},
    entries::{Entries, read_entries},
    maps::{decode_maps, validate_value},
};
use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader},
    report::Problems,
    rules::ByContent,
};

decode_maps! {
    [K, V, S] [K: Eq + Hash, V, S: BuildHasher + Default]
        [K: Decode<'de> + MapKey + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] IndexMap<K, V, S>: in_own_order;
}
decode_sets! { [T, S] [T: Decode<'de> + Eq + Hash, S: BuildHasher + Default] IndexSet<T, S>: validate_items; }
