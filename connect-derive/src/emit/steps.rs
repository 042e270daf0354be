//! Works out the objects that the paths of a record's fields lead through.

/// The keys of such an object.
pub(super) struct Steps<'p> {
    /// Its number among all of the record.
    pub(super) index: usize,
    /// The keys that lead to it.
    pub(super) prefix: &'p [String],
}

/// All objects on the way of these paths, the outermost first.
pub(super) fn of<'p>(paths: &[&'p [String]]) -> Vec<Steps<'p>> {
    let mut all: Vec<Steps<'p>> = Vec::new();
    let depth = paths.iter().map(|path| path.len()).max().unwrap_or_default();
    for length in 1..depth {
        for path in paths.iter().filter(|path| path.len() > length) {
            let prefix = path.get(..length).unwrap_or_default();
            if all.iter().all(|steps| steps.prefix != prefix) {
                all.push(Steps { index: all.len(), prefix });
            }
        }
    }
    all
}
