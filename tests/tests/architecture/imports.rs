//! Imports between files: names are followed through re-exports to the file that defines them.

use std::collections::HashMap;

use crate::{
    names::{Name, Names},
    sources::Tree,
};

/// A use in one file of what another defines; both are indexes into the files of the tree.
pub(crate) struct Import {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Describes the import in a message: its position, its path and the file imported.
    pub(crate) what: String,
}

/// How many re-exports are followed from a name to its item, so a name that leads to itself ends.
const MAX_STEPS: usize = 16;

/// What the names in a crate refer to.
struct Scope {
    /// The file of every module.
    modules: HashMap<Vec<String>, usize>,
    /// The paths that `use` binds to a name in a module.
    bound: HashMap<(Vec<String>, String), Vec<Vec<String>>>,
}

/// Finds all imports between the files of the tree.
pub(crate) fn find_imports(tree: &Tree) -> Vec<Import> {
    let named: Vec<Names> = tree.files.iter().map(|file| Names::of(&file.syntax, &file.module)).collect();
    let scope = Scope::of(&named);
    let is_for_tests = |file: usize| {
        let mut tests = named.iter().flat_map(|names| &names.tests);
        tests.any(|tests| tree.files[file].module.starts_with(tests))
    };
    let files = named.iter().enumerate().filter(|&(from, _)| !is_for_tests(from));
    let names = files.flat_map(|(from, names)| names.found.iter().map(move |name| (from, name)));
    names.flat_map(|(from, name)| scope.imports(tree, from, name)).collect()
}

impl Scope {
    fn of(named: &[Names]) -> Self {
        let mut scope = Self { modules: HashMap::new(), bound: HashMap::new() };
        for (file, names) in named.iter().enumerate() {
            scope.modules.extend(names.modules.iter().map(|module| (module.clone(), file)));
            names.found.iter().for_each(|name| scope.bind(name));
        }
        scope
    }

    fn bind(&mut self, name: &Name) {
        if let Some(binds) = &name.binds {
            self.bound.entry((name.module.clone(), binds.clone())).or_default().push(name.segments.clone());
        }
    }

    fn imports(&self, tree: &Tree, from: usize, name: &Name) -> Vec<Import> {
        let path = name.segments.join("::");
        let what = format!("{}:{} names `{path}`", tree.name(&tree.files[from]), name.line);
        let files = self.find(&name.module, &name.segments, MAX_STEPS).into_iter().filter(|&to| to != from);
        files.map(|to| Import { from, to, what: format!("{what} of {}", tree.files[to].path) }).collect()
    }

    /// The files that define what `path` refers to in `module`; empty if that is in another crate.
    fn find(&self, module: &[String], path: &[String], steps: usize) -> Vec<usize> {
        let Some((first, rest)) = path.split_first().filter(|_| steps > 0) else { return Vec::new() };
        let inside = [module, path].concat();
        match first.as_str() {
            "crate" => self.find_from_root(rest, steps),
            "self" => self.find_from_root(&[module, rest].concat(), steps),
            "super" => self.find_above(module, rest, steps),
            _ if self.modules.contains_key(&inside[..=module.len()]) => self.find_from_root(&inside, steps),
            _ => self.find_bound(module, first, rest, steps),
        }
    }

    fn find_above(&self, module: &[String], path: &[String], steps: usize) -> Vec<usize> {
        let above = module.split_last().map_or(module, |(_, above)| above);
        match path.first() {
            Some(first) if first == "super" => self.find_above(above, &path[1..], steps),
            _ => self.find_from_root(&[above, path].concat(), steps),
        }
    }

    fn find_bound(&self, module: &[String], name: &str, rest: &[String], steps: usize) -> Vec<usize> {
        let paths = self.bound.get(&(module.to_vec(), name.to_owned())).into_iter().flatten();
        paths.flat_map(|path| self.find(module, &[path, rest].concat(), steps - 1)).collect()
    }

    fn find_from_root(&self, path: &[String], steps: usize) -> Vec<usize> {
        let is_module = |&length: &usize| self.modules.contains_key(&path[..length]);
        let (module, rest) = path.split_at((0..=path.len()).rev().find(is_module).unwrap_or_default());
        let found = match rest.split_first() {
            Some((name, rest)) => self.find_bound(module, name, rest, steps),
            None => Vec::new(),
        };
        if found.is_empty() { self.modules.get(module).copied().into_iter().collect() } else { found }
    }
}
