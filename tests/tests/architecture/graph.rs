//! What imports may not do: run in a circle, or up.

use std::collections::BTreeSet;

use crate::{
    imports::Import,
    sources::{File, Tree},
};

/// Circles of imports, each from a file back to it. A file of one is not looked for in others.
pub(crate) fn find_circles(imports: &[Import]) -> Vec<Vec<&Import>> {
    let mut left: BTreeSet<usize> = imports.iter().map(|import| import.from).collect();
    let mut circles = Vec::new();
    while let Some(circle) = find_circle(imports, &mut left) {
        left.retain(|&file| !circle.iter().any(|import| import.from == file));
        circles.push(circle);
    }
    circles
}

/// A circle among the files that are `left`; without one, none of them is left.
fn find_circle<'i>(imports: &'i [Import], left: &mut BTreeSet<usize>) -> Option<Vec<&'i Import>> {
    let next =
        |left: &BTreeSet<usize>, file| imports.iter().find(|import| import.from == file && left.contains(&import.to));
    // What imports nothing that is left is in no circle.
    while let Some(&file) = left.iter().find(|&&file| next(left, file).is_none()) {
        left.remove(&file);
    }
    let mut way: Vec<&Import> = Vec::new();
    let mut file = *left.first()?;
    while !way.iter().any(|import| import.from == file) {
        let import = next(left, file)?;
        way.push(import);
        file = import.to;
    }
    Some(way.into_iter().skip_while(|import| import.from != file).collect())
}

/// The imports of what stands above the importing file in the order of the tree.
pub(crate) fn running_up<'i>(tree: &Tree, imports: &'i [Import]) -> Vec<&'i Import> {
    let place = |file: usize| tree.order.iter().position(|&top| top == tree.files[file].top());
    imports.iter().filter(|import| place(import.to) < place(import.from)).collect()
}

/// The modules that the order of the tree lacks, and those that only it has.
pub(crate) fn misplaced(tree: &Tree) -> Vec<String> {
    let tops: BTreeSet<&str> = tree.files.iter().map(File::top).collect();
    let order: BTreeSet<&str> = tree.order.iter().copied().collect();
    let describe = |top: &&str| format!("the module `{top}` of {}", tree.folder);
    tops.symmetric_difference(&order).map(describe).collect()
}
