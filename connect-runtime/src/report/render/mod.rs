//! Renders a report in the style of rustc: source lines with the problems marked below them.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet};

use super::{Report, issue::Issue};
use crate::one_line::one_line;

mod excerpt;
mod shown;

use excerpt::{Excerpt, clip, cut};
use shown::Shown;

impl Report {
    /// Renders the problems below their lines of `text`, for a terminal or a log without colours. `name` is what people
    /// know the input by, such as a file name.
    ///
    /// `text` is the input that was decoded; for a record of a [stream](crate::stream()), its raw text. Long lines are
    /// cut around the problems. Lines include the values of `sensitive` fields. Control characters and invisible ones
    /// are escaped; tabs are drawn as four spaces.
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

    /// Renders the problems like [`render`](Self::render), with ANSI colours.
    ///
    /// The caller decides whether colours are wanted: usually on a terminal, unless `NO_COLOR` is set.
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
    let single = report.issues().len() == 1;
    let shown = Shown::new(text);
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for issue in report.issues() {
        match report.span_in_text(issue).and_then(|span| clip(&shown.text, shown.place(span))) {
            Some(span) => marks.push((issue, span)),
            None => notes.push(describe_unplaced(issue, single)),
        }
    }
    if report.truncated() {
        notes.push("more problems were found than are shown".to_owned());
    }
    let mut group = title(report.issues());
    for (number, excerpt) in cut(&shown.text, marks).iter().enumerate() {
        group = group.elements((number > 0).then_some(Padding)).elements(show(excerpt, name, single));
    }
    let notes = notes.into_iter().map(|note| Level::NOTE.message(note));
    drop_bare_arrows(&renderer.render(&[group.elements(notes)]))
}

/// The problem itself if there is only one, otherwise their number.
fn title(issues: &[Issue]) -> Group<'static> {
    let title = match issues {
        [issue] => Level::ERROR.primary_title(issue.message().to_owned()).id(issue.code().to_string()),
        _ => Level::ERROR.primary_title(format!("{} problems", issues.len())),
    };
    Group::with_title(title)
}

/// The location of the excerpt, and the excerpt with its labels.
fn show<'t>(excerpt: &Excerpt<'t>, name: &'t str, single: bool) -> [Element<'t>; 2] {
    let first = excerpt.marks.first().map(|(issue, _)| *issue);
    let line = first.and_then(Issue::line).unwrap_or(1);
    let column = first.and_then(Issue::column).unwrap_or(1);
    let marks = excerpt
        .marks
        .iter()
        .map(|(issue, span)| AnnotationKind::Primary.span(excerpt.place(span)).label(label(issue, single)));
    let snippet = Snippet::source(excerpt.shown()).line_start(line).annotations(marks);
    // A snippet with a path would count columns from where the excerpt was cut.
    [Origin::path(one_line(name)).line(line).char_column(column).into(), snippet.into()]
}

/// The label of a mark: the path unless it is the root, and the message unless the title has it.
fn label(issue: &Issue, single: bool) -> Option<String> {
    let path = issue.path();
    match (single, path.segments()) {
        (true, []) => None,
        (true, _) => Some(path.to_string()),
        (false, []) => Some(issue.message().to_owned()),
        (false, _) => Some(format!("{path}: {}", issue.message())),
    }
}

/// The note for a problem that has no position in the input.
fn describe_unplaced(issue: &Issue, single: bool) -> String {
    if single { format!("at {}", issue.path()) } else { issue.to_string() }
}

/// Removes the arrows without a location, which the renderer draws for snippets that have no path of their own.
fn drop_bare_arrows(shown: &str) -> String {
    let kept: Vec<&str> = shown.split('\n').filter(|line| strip_styles(line).trim() != ":::").collect();
    kept.join("\n")
}

/// The line without its ANSI sequences.
fn strip_styles(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let plain = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(plain, |plain, piece| plain + piece.split_once('m').map_or("", |(_, text)| text))
}
