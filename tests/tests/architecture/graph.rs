//! Imports that are not allowed: cycles, and imports of modules further up.

use std::collections::BTreeSet;

use crate::{
    imports::Import,
    sources::{File, Tree},
};

/// Finds cycles of imports, each from a file back to itself. Each file is in at most one of them.
pub(crate) fn find_cycles(imports: &[Import]) -> Vec<Vec<&Import>> {
    let mut left: BTreeSet<usize> = imports.iter().map(|import| import.from).collect();
    let mut cycles = Vec::new();
    while let Some(cycle) = find_cycle(imports, &mut left) {
        left.retain(|&file| !cycle.iter().any(|import| import.from == file));
        cycles.push(cycle);
    }
    cycles
}

/// Finds a cycle among the files in `left`, which is empty afterwards if there is none.
fn find_cycle<'i>(imports: &'i [Import], left: &mut BTreeSet<usize>) -> Option<Vec<&'i Import>> {
    let next =
        |left: &BTreeSet<usize>, file| imports.iter().find(|import| import.from == file && left.contains(&import.to));
    // A file that imports none of the others is not in a cycle.
    while let Some(&file) = left.iter().find(|&&file| next(left, file).is_none()) {
        left.remove(&file);
    }
    let mut path: Vec<&Import> = Vec::new();
    let mut file = *left.first()?;
    while !path.iter().any(|import| import.from == file) {
        let import = next(left, file)?;
        path.push(import);
        file = import.to;
    }
    Some(path.into_iter().skip_while(|import| import.from != file).collect())
}

/// Finds the imports of modules that come before the importing one in the order of the tree.
pub(crate) fn find_upward<'i>(tree: &Tree, imports: &'i [Import]) -> Vec<&'i Import> {
    let place = |file: usize| tree.order.iter().position(|&top| top == tree.files[file].top());
    imports.iter().filter(|import| place(import.to) < place(import.from)).collect()
}

/// Finds modules that are missing from the order of the tree, and names in it that are not modules.
pub(crate) fn find_misplaced(tree: &Tree) -> Vec<String> {
    let tops: BTreeSet<&str> = tree.files.iter().map(File::top).collect();
    let order: BTreeSet<&str> = tree.order.iter().copied().collect();
    let describe = |top: &&str| format!("the module `{top}` of {}", tree.folder);
    tops.symmetric_difference(&order).map(describe).collect()
}
