//! The source files of a crate.

use std::{fs, path::Path};

/// All files of a crate.
pub(crate) struct Tree {
    /// Their folder, relative to the root of the repository.
    pub(crate) folder: &'static str,
    /// The top-level modules of the crate: each may import those after it.
    pub(crate) order: &'static [&'static str],
    pub(crate) files: Vec<File>,
}

pub(crate) struct File {
    /// Relative to the folder of the tree: `report/mod.rs`.
    pub(crate) path: String,
    /// Its module path: `report`; empty for the root of the crate.
    pub(crate) module: Vec<String>,
    pub(crate) text: String,
    pub(crate) syntax: syn::File,
}

impl Tree {
    /// Reads all files in `folder`, a path relative to the root of the repository.
    pub(crate) fn read(folder: &'static str, order: &'static [&'static str]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
        let mut files = Vec::new();
        read_folder(&root, "", &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        assert!(!files.is_empty(), "{folder} has no sources");
        Self { folder, order, files }
    }

    /// The file's path for a message.
    pub(crate) fn name(&self, file: &File) -> String {
        format!("{}/{}", self.folder, file.path)
    }
}

impl File {
    /// The top-level module that the file belongs to; `lib` or `main` for the root.
    pub(crate) fn top(&self) -> &str {
        self.module.first().map_or(self.path.trim_end_matches(".rs"), String::as_str)
    }
}

fn read_folder(root: &Path, below: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(root.join(below)).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name in Unicode");
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if root.join(&path).is_dir() {
            read_folder(root, &path, files);
        } else if let Some(module) = path.strip_suffix(".rs") {
            let module = module_of(module);
            files.push(read_file(root, path, module));
        }
    }
}

fn read_file(root: &Path, path: String, module: Vec<String>) -> File {
    let text = fs::read_to_string(root.join(&path)).expect("a file in UTF-8");
    let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path} can't be parsed: {error}"));
    File { path, module, text, syntax }
}

/// The module whose file is `path`, given without its extension.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.strip_suffix("/mod").unwrap_or(path);
    if matches!(path, "lib" | "main") { Vec::new() } else { inner.split('/').map(str::to_owned).collect() }
}
