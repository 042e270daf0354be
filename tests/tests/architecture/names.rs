//! The names that a file uses from its crate, in `use` and by paths in code, except in tests.

use std::mem;

use syn::{
    Attribute, File, ItemMod, ItemUse, Macro, Meta, Path, UseTree, VisRestricted,
    visit::{self, Visit},
};

/// A path as written in a file.
pub(crate) struct Name {
    /// The module that contains it.
    pub(crate) module: Vec<String>,
    pub(crate) segments: Vec<String>,
    /// The name or `*` that `use` binds in the module; `None` for a path in code.
    pub(crate) binds: Option<String>,
    pub(crate) line: usize,
}

/// The names that a file uses, and the modules in it.
pub(crate) struct Names {
    /// The current module.
    module: Vec<String>,
    pub(crate) found: Vec<Name>,
    /// The modules whose code is in the file.
    pub(crate) modules: Vec<Vec<String>>,
    /// The modules that are only for tests, inline or in a file of their own.
    pub(crate) tests: Vec<Vec<String>>,
}

impl Names {
    /// Collects the names in `file`, which is the module `module`.
    pub(crate) fn of(file: &File, module: &[String]) -> Self {
        let modules = vec![module.to_vec()];
        let mut names = Self { module: module.to_vec(), found: Vec::new(), modules, tests: Vec::new() };
        names.visit_file(file);
        names
    }

    fn add(&mut self, segments: Vec<String>, binds: Option<String>, line: usize) {
        self.found.push(Name { module: self.module.clone(), segments, binds, line });
    }

    /// Adds every leaf of the `use` tree below `path`.
    fn add_tree(&mut self, tree: &UseTree, path: &[String], line: usize) {
        match tree {
            UseTree::Path(step) => self.add_tree(&step.tree, &below(path, &step.ident.to_string()), line),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, path, line)),
            UseTree::Glob(_) => self.add(path.to_vec(), Some("*".to_owned()), line),
            UseTree::Name(name) => self.add_leaf(path, &name.ident.to_string(), &name.ident.to_string(), line),
            UseTree::Rename(name) => self.add_leaf(path, &name.ident.to_string(), &name.rename.to_string(), line),
        }
    }

    fn add_leaf(&mut self, path: &[String], name: &str, binds: &str, line: usize) {
        let segments = if name == "self" { path.to_vec() } else { below(path, name) };
        let binds = if binds == "self" { path.last().map_or("", String::as_str) } else { binds };
        self.add(segments, Some(binds.to_owned()), line);
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let module = below(&self.module, &item.ident.to_string());
        if item.attrs.iter().any(is_for_tests) {
            self.tests.push(module);
        } else if item.content.is_some() {
            self.modules.push(module.clone());
            let outer = mem::replace(&mut self.module, module);
            visit::visit_item_mod(self, item);
            self.module = outer;
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(&item.tree, &[], item.use_token.span.start().line);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(first) = path.segments.first()
            && segments.len() > 1
        {
            self.add(segments, None, first.ident.span().start().line);
        }
        visit::visit_path(self, path);
    }

    /// What a macro expands to is unknown, but a path in it that starts at `crate` or `super` is one of this crate.
    fn visit_macro(&mut self, item: &'ast Macro) {
        let line = item.bang_token.span.start().line;
        let tokens = item.tokens.to_string();
        for path in paths_in(&tokens) {
            self.add(path, None, line);
        }
        visit::visit_macro(self, item);
    }

    /// `pub(in path)` imports nothing.
    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// The paths in the text of tokens that start with `crate` or `super`.
fn paths_in(tokens: &str) -> Vec<Vec<String>> {
    let spaced = tokens.replace("::", " :: ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let starts_at = |at: usize| matches!(words[at], "crate" | "super") && (at == 0 || words[at - 1] != "::");
    let paths = (0..words.len()).filter(|&at| starts_at(at)).map(|at| path_at(&words[at..]));
    // `pub(crate)` is not a path.
    paths.filter(|path| path.len() > 1).collect()
}

/// The path at the start of the words: names with `::` in between.
fn path_at(words: &[&str]) -> Vec<String> {
    let joined = words.chunks(2).take_while(|step| step.get(1) == Some(&"::")).count();
    words.chunks(2).take(joined + 1).map(|step| step[0].to_owned()).collect()
}

fn below(path: &[String], name: &str) -> Vec<String> {
    [path, &[name.to_owned()]].concat()
}

/// Whether the attribute is a `#[cfg(..)]` that requires `test`.
fn is_for_tests(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string().contains("test"),
        _ => false,
    }
}
