//! A report as rustc would show it: the lines of the source, and what is wrong below them.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin as Place, Renderer, Snippet, Title, normalize_untrusted_str as normalize,
};

use crate::{issue::Issue, report::Report};

/// How much of a line is shown on either side of a problem, in bytes.
const CONTEXT: usize = 60;

/// How long a line of an excerpt may get by what more than one problem needs, in bytes.
const MAX_LINE: usize = 180;

/// How far apart problems on different lines may be to share an excerpt, in bytes.
const MAX_GAP: usize = 240;

impl Report {
    /// Shows the problems below the lines of `text` that they stand in, for a terminal or a log without colours. `name` is
    /// what people know the text by, such as a file name.
    ///
    /// `text` is what was decoded; for a record of a [stream](crate::stream), its raw text. Long lines are cut around the
    /// problems.
    ///
    /// ```
    /// let text = r#"{
    ///   "seats": true
    /// }"#;
    /// let report = connect_runtime::from_str::<std::collections::HashMap<String, u8>>(text).unwrap_err();
    /// assert_eq!(
    ///     report.render("account.json", text),
    ///     "\
    /// error[wrong_type]: expected an integer, found `true`
    ///  --> account.json:2:12
    ///   |
    /// 2 |   \"seats\": true
    ///   |            ^^^^ seats"
    /// );
    /// ```
    pub fn render(&self, name: &str, text: &str) -> String {
        render(self, name, text, &Renderer::plain())
    }

    /// Shows the problems as [`render`](Self::render) does, with ANSI colours.
    ///
    /// Whether colours are wanted is for the caller to know: on a terminal, unless `NO_COLOR` is set.
    ///
    /// ```
    /// use std::io::{self, IsTerminal};
    ///
    /// let text = "[1, true]";
    /// let report = connect_runtime::from_str::<Vec<u8>>(text).unwrap_err();
    /// let coloured = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    /// let shown = if coloured { report.render_styled("list.json", text) } else { report.render("list.json", text) };
    /// assert!(shown.contains("expected an integer, found `true`"));
    /// assert!(report.render_styled("list.json", text).contains("\u{1b}["));
    /// ```
    pub fn render_styled(&self, name: &str, text: &str) -> String {
        render(self, name, text, &Renderer::styled())
    }
}

fn render(report: &Report, name: &str, text: &str, renderer: &Renderer) -> String {
    let name = normalize(name);
    let single = report.issues().len() == 1 && !report.truncated();
    let mut marks = Vec::new();
    let mut notes = Vec::new();
    for issue in report.issues() {
        match report.span_in(text, issue) {
            Some(span) => marks.push((issue, span)),
            None if single => {}
            None => notes.push(Level::NOTE.message(normalize(&format!("{issue}")))),
        }
    }
    if report.truncated() {
        notes.push(Level::NOTE.message("there are more problems than these"));
    }
    let mut group = title(report, single).elements(notes);
    for excerpt in cut(text, marks) {
        group = show(group, &excerpt, &name, single);
    }
    renderer.render(&[group])
}
