//! Displays a tally as a table.

use std::fmt::{self, Formatter};

use super::{Tally, TallyRow};
use crate::one_line::one_line;

/// The number of rows that a table shows at most.
const SHOWN_ROWS: usize = 20;

/// The width of a path or sample at most, in characters.
const SHOWN_WIDTH: usize = 60;

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (records, valid, rejected) = (self.records(), self.valid(), self.rejected());
        let plural = if records == 1 { "" } else { "s" };
        writeln!(f, "{records} record{plural}: {valid} valid, {rejected} rejected")?;
        write_table(f, ["problems", "code"], &self.issues(), self.other_issues())?;
        write_table(f, ["drift", "kind"], &self.drift(), self.other_drift())?;
        match self.truncated() {
            0 => Ok(()),
            1 => writeln!(f, "\n1 record has problems or drift not listed here"),
            truncated => writeln!(f, "\n{truncated} records have problems or drift not listed here"),
        }
    }
}

/// A line of a table.
type Cells = [String; 5];

fn write_table(f: &mut Formatter<'_>, [title, kind]: [&str; 2], rows: &[&TallyRow], other: u64) -> fmt::Result {
    if rows.is_empty() {
        return Ok(());
    }
    let head = ["count", kind, "path", "first seen", "sample"].map(str::to_owned);
    let lines: Vec<Cells> = std::iter::once(head).chain(rows.iter().take(SHOWN_ROWS).map(|row| cells(row))).collect();
    writeln!(f, "\n{title}")?;
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max();
    let widths = [0, 1, 2, 3].map(|column| width(column).unwrap_or_default());
    for line in &lines {
        write_line(f, line, widths)?;
    }
    let hidden = rows.iter().skip(SHOWN_ROWS).map(|row| row.count()).sum::<u64>() + other;
    if hidden > 0 { writeln!(f, "  and {hidden} more elsewhere") } else { Ok(()) }
}

fn write_line(
    f: &mut Formatter<'_>,
    line: &Cells,
    [count_width, kind_width, path_width, first_width]: [usize; 4],
) -> fmt::Result {
    let [count, kind, path, first, sample] = line;
    let text =
        format!("  {count:>count_width$}  {kind:kind_width$}  {path:path_width$}  {first:first_width$}  {sample}");
    writeln!(f, "{}", text.trim_end())
}

fn cells(row: &TallyRow) -> Cells {
    let first = match row.line() {
        Some(line) => format!("line {line}"),
        None => format!("record {}", row.record()),
    };
    [row.count().to_string(), shorten(row.kind()), shorten(row.path()), first, shorten(row.sample())]
}

/// `text` on one line, cut to the width of a column.
fn shorten(text: &str) -> String {
    let text = one_line(text);
    let mut short: String = text.chars().take(SHOWN_WIDTH).collect();
    if text.chars().nth(SHOWN_WIDTH).is_some() {
        short.truncate(short.char_indices().nth(SHOWN_WIDTH - 2).map_or(short.len(), |(at, _)| at));
        short.push_str("..");
    }
    short
}
