//! The length of functions, and repeated lines.

use std::collections::HashMap;

use syn::{
    Block, File, ImplItemFn, ItemFn, Signature, TraitItemFn,
    visit::{self, Visit},
};

/// A function, the line it starts on, and how many lines it has.
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// Finds all functions of a file, including those in traits and implementations.
pub(crate) fn find_functions(file: &File) -> Vec<Function> {
    let mut functions = Functions(Vec::new());
    functions.visit_file(file);
    functions.0
}

struct Functions(Vec<Function>);

impl Functions {
    fn add(&mut self, signature: &Signature, body: &Block) {
        let line = signature.fn_token.span.start().line;
        let end = body.brace_token.span.close().end().line;
        self.0.push(Function { name: signature.ident.to_string(), line, lines: end - line + 1 });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if let Some(body) = &item.default {
            self.add(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

/// Finds runs of `run` lines of code that occurred before, and describes both positions by file and line.
pub(crate) fn find_repeats(texts: &[(String, &str)], run: usize) -> Vec<String> {
    let mut seen: HashMap<Vec<String>, String> = HashMap::new();
    let mut repeats = Vec::new();
    for (file, text) in texts {
        let (mut repeated, lines) = (false, code_lines(text));
        for window in lines.windows(run) {
            let place = format!("{file}:{}", window[0].0);
            let code = window.iter().map(|(_, code)| code.clone()).collect();
            let before = seen.entry(code).or_insert_with(|| place.clone()).clone();
            // A longer run is reported once.
            if before != place && !repeated {
                repeats.push(format!("{place} repeats {before}"));
            }
            repeated = before != place;
        }
    }
    repeats
}

/// The numbered lines of code with white space collapsed, without imports, comments and lines of only punctuation.
fn code_lines(text: &str) -> Vec<(usize, String)> {
    let mut in_use = false;
    let mut is_code = |line: &str| {
        let starts_use =
            ["use ", "pub use ", "pub(crate) use ", "pub(super) use "].iter().any(|start| line.starts_with(start));
        let code = !in_use && !starts_use && !line.starts_with("//") && line.contains(char::is_alphanumeric);
        in_use = (in_use || starts_use) && !line.ends_with(';');
        code
    };
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..).zip(text.lines().map(folded)).filter(|(_, line)| is_code(line)).collect()
}
