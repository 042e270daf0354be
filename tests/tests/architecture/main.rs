//! How the sources are built: imports run one way, and every piece is small.

mod graph;
mod imports;
mod names;
mod size;
mod sources;

use imports::{Import, imports_of};
use sources::{File, Tree};

/// The modules of `connect-runtime`: the public surface, what generated code calls, decoding, reports, JSON.
const RUNTIME: &[&str] = &[
    "lib",
    "private",
    "guide",
    "models",
    "tally",
    "stream",
    "from",
    "serde_bridge",
    "decoder",
    "model",
    "adapters",
    "enums",
    "object",
    "types",
    "rules",
    "decode",
    "reader",
    "with",
    "shape",
    "drift",
    "report",
    "json",
];

/// The modules of `connect-derive`: what it writes, what it checks, what it reads.
const DERIVE: &[&str] = &[
    "lib",
    "expand",
    "emit",
    "check",
    "model",
    "reading",
    "defaults",
    "attributes",
    "table",
    "rules",
    "case",
    "types",
    "errors",
    "spans",
    "tokens",
    "nearest",
];

/// The modules of the example `check_sessions`.
const EXAMPLE: &[&str] =
    &["main", "check", "text", "json", "printer", "args", "rejects", "input", "screen", "progress", "style"];

fn trees() -> Vec<Tree> {
    vec![
        Tree::read("connect-runtime/src", RUNTIME),
        Tree::read("connect-derive/src", DERIVE),
        Tree::read("connect-runtime/examples/check_sessions", EXAMPLE),
    ]
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}, but:\n{}\n", faults.join("\n"));
}

/// One line an import.
fn describe(imports: &[&Import]) -> String {
    imports.iter().map(|import| import.what.as_str()).collect::<Vec<_>>().join("\n")
}

/// What `find` finds in each file of each tree.
fn in_files(find: impl Fn(&File, &str) -> Vec<String>) -> Vec<String> {
    let trees = trees();
    let files = trees.iter().flat_map(|tree| tree.files.iter().map(move |file| (file, tree.name(file))));
    files.flat_map(|(file, name)| find(file, &name)).collect()
}

#[test]
fn files_do_not_import_each_other_in_a_circle() {
    for tree in trees() {
        let imports = imports_of(&tree);
        let circles = graph::find_circles(&imports).into_iter().map(|circle| describe(&circle) + "\n");
        assert_none(&circles.collect::<Vec<_>>(), "no import leads from a file back to it");
    }
}

#[test]
fn imports_run_down() {
    for tree in trees() {
        let imports = imports_of(&tree);
        let up = graph::running_up(&tree, &imports);
        assert!(up.is_empty(), "a module imports only what is behind it in its table, but:\n{}\n", describe(&up));
    }
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let misplaced: Vec<String> = trees().iter().flat_map(graph::misplaced).collect();
    assert_none(&misplaced, "modules and the tables of this test are the same");
}

#[test]
fn files_have_at_most_300_lines() {
    let long = in_files(|file, name| match file.text.lines().count() {
        ..=300 => Vec::new(),
        lines => vec![format!("{name} has {lines}")],
    });
    assert_none(&long, "a file has at most 300 lines");
}

#[test]
fn functions_have_at_most_50_lines() {
    let long = in_files(|file, name| {
        let long = size::functions_of(&file.syntax).into_iter().filter(|function| function.lines > 50);
        long.map(|function| format!("{name}:{} `{}` has {}", function.line, function.name, function.lines)).collect()
    });
    assert_none(&long, "a function has at most 50 lines");
}

#[test]
fn no_ten_lines_of_code_stand_twice() {
    let trees = trees();
    let files = trees.iter().flat_map(|tree| tree.files.iter().map(|file| (tree.name(file), file.text.as_str())));
    assert_none(&size::repeats(&files.collect::<Vec<_>>(), 10), "no ten lines of code stand twice");
}
