//! Markdown tables, aligned to be readable in a terminal too.

/// `header` and `rows` as a Markdown table: the first column is left-aligned, all others right-aligned.
///
/// ```
/// let table = connect_benches::table::render(&["what", "ns"], &[vec!["a".into(), "12".into()]]);
/// assert_eq!(table, "| what | ns |\n| :--- | -: |\n| a    | 12 |\n");
/// ```
#[must_use]
pub fn render(header: &[&str], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = header.iter().map(ToString::to_string).collect();
    let all: Vec<&[String]> = [header.as_slice()].into_iter().chain(rows.iter().map(Vec::as_slice)).collect();
    let widths: Vec<usize> = (0..header.len()).map(|column| width_of(column, &all)).collect();
    let rule: Vec<String> = widths.iter().enumerate().map(|(column, width)| rule(column, *width)).collect();
    let body = rows.iter().map(|row| line(row, &widths)).collect::<String>();
    line(&header, &widths) + &line(&rule, &widths) + &body
}

fn width_of(column: usize, rows: &[&[String]]) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    cells.map(|cell| cell.chars().count()).max().unwrap_or(0).max(2)
}

fn rule(column: usize, width: usize) -> String {
    let dashes = "-".repeat(width - 1);
    if column == 0 { format!(":{dashes}") } else { format!("{dashes}:") }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> =
        row.iter().zip(widths).enumerate().map(|(column, (cell, width))| pad(column, cell, *width)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn pad(column: usize, cell: &str, width: usize) -> String {
    if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
}
