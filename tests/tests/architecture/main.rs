//! The architecture of the sources: imports go one way, and files and functions are small.

mod graph;
mod imports;
mod names;
mod size;
mod sources;

use imports::{Import, find_imports};
use sources::{File, Tree};

/// The modules of `connect-runtime`: the public API, what generated code calls, decoding, reports, JSON.
const RUNTIME: &[&str] = &[
    "lib",
    "private",
    "guide",
    "models",
    "std_models",
    "tally",
    "stream",
    "from",
    "round_trip",
    "with",
    "serde_bridge",
    "partial",
    "decoder",
    "converted",
    "model",
    "adapters",
    "enums",
    "object",
    "types",
    "rules",
    "decode",
    "reader",
    "shape",
    "drift",
    "spanned",
    "report",
    "json",
    "message",
    "one_line",
];

/// The modules of `connect-derive`: code generation, checks, parsing of attributes.
const DERIVE: &[&str] = &[
    "lib",
    "docs",
    "expand",
    "emit",
    "check",
    "model",
    "reading",
    "defaults",
    "attributes",
    "table",
    "rules",
    "formats",
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

/// One line per import.
fn describe(imports: &[&Import]) -> String {
    imports.iter().map(|import| import.what.as_str()).collect::<Vec<_>>().join("\n")
}

/// Collects what `find` returns for each file of each tree.
fn in_files(find: impl Fn(&File, &str) -> Vec<String>) -> Vec<String> {
    let trees = trees();
    let files = trees.iter().flat_map(|tree| tree.files.iter().map(move |file| (file, tree.name(file))));
    files.flat_map(|(file, name)| find(file, &name)).collect()
}

#[test]
fn files_do_not_import_each_other_in_a_cycle() {
    for tree in trees() {
        let imports = find_imports(&tree);
        let cycles = graph::find_cycles(&imports).into_iter().map(|cycle| describe(&cycle) + "\n");
        assert_none(&cycles.collect::<Vec<_>>(), "files must not import each other in a cycle");
    }
}

#[test]
fn modules_import_only_what_is_further_down_the_table() {
    for tree in trees() {
        let imports = find_imports(&tree);
        let up = graph::find_upward(&tree, &imports);
        assert!(up.is_empty(), "a module may import only modules after it in its table, but:\n{}\n", describe(&up));
    }
}

#[test]
fn every_module_is_in_the_table() {
    let misplaced: Vec<String> = trees().iter().flat_map(graph::find_misplaced).collect();
    assert_none(&misplaced, "the tables of this test must list exactly the modules that exist");
}

#[test]
fn files_have_at_most_300_lines() {
    let long = in_files(|file, name| match file.text.lines().count() {
        ..=300 => Vec::new(),
        lines => vec![format!("{name} has {lines}")],
    });
    assert_none(&long, "a file must have at most 300 lines");
}

#[test]
fn functions_have_at_most_50_lines() {
    let long = in_files(|file, name| {
        let long = size::find_functions(&file.syntax).into_iter().filter(|function| function.lines > 50);
        long.map(|function| format!("{name}:{} `{}` has {}", function.line, function.name, function.lines)).collect()
    });
    assert_none(&long, "a function must have at most 50 lines");
}

#[test]
fn no_ten_lines_of_code_are_repeated() {
    let trees = trees();
    let files = trees.iter().flat_map(|tree| tree.files.iter().map(|file| (tree.name(file), file.text.as_str())));
    assert_none(&size::find_repeats(&files.collect::<Vec<_>>(), 10), "no ten lines of code may be repeated");
}
