//! Rendered reports: which lines are shown, what is cut, and that no input breaks the layout.

use std::collections::HashMap;

use connect_runtime::{Report, StreamError, from_str, from_value, stream};

type Records = Vec<HashMap<String, Vec<u8>>>;

fn refuse(text: &str) -> Report {
    from_str::<Records>(text).unwrap_err()
}

#[test]
fn a_single_problem_is_the_title_and_its_path_the_label() {
    let text = "[\n  {\n    \"seats\": [1, true]\n  }\n]\n";
    let shown = "\
error[wrong_type]: expected an integer, found `true`
 --> a.json:3:18
  |
3 |     \"seats\": [1, true]
  |                  ^^^^ [0].seats[1]";
    assert_eq!(refuse(text).render("a.json", text), shown);
}

#[test]
fn nearby_problems_share_a_snippet() {
    let text = "[{\n  \"a\": [1, true],\n  \"b\": [1],\n\n\n\n\n\n  \"c\": null\n}]";
    let shown = "\
error: 2 problems
 --> a.json:2:12
  |
2 |   \"a\": [1, true],
  |            ^^^^ [0].a[1]: expected an integer, found `true`
...
9 |   \"c\": null
  |        ^^^^ [0].c: expected an array, found `null`";
    assert_eq!(refuse(text).render("a.json", text), shown);
}

#[test]
fn long_lines_are_cut_around_the_problems() {
    let filler = "{\"a\":[1,2,3]},".repeat(4_000);
    let text = format!("[{filler}{{\"b\":[true]}},{filler}{{\"c\":null}}]");
    let shown = refuse(&text).render("long.json", &text);
    assert!(shown.contains(" --> long.json:1:56008\n") && shown.contains(" ::: long.json:1:112020\n"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 160), "{shown}");
    assert_eq!(shown.matches("| ...").count(), 2, "{shown}");
    for (label, marked) in [("[4000].b[0]", "true"), ("[8001].c", "null")] {
        let lines: Vec<&str> = shown.lines().collect();
        let mark = lines.iter().position(|line| line.contains(label)).unwrap();
        let column = lines[mark].find('^').unwrap();
        assert_eq!(&lines[mark - 1][column..column + 4], marked, "{shown}");
    }
}

#[test]
fn a_record_is_shown_with_its_line_numbers_in_the_stream() {
    let text = "[{\"a\": []}, {\n \"a\": [false]},\n {\"b\": [1, \"x\"]}]";
    let shown: Vec<String> = stream::<HashMap<String, Vec<u8>>>(text.as_bytes())
        .filter_map(|record| match record {
            Err(StreamError::Rejected { raw, report, .. }) => Some(report.render("s.json", &raw)),
            _ => None,
        })
        .collect();
    assert!(shown[0].contains(" --> s.json:2:8\n") && shown[0].contains("2 |  \"a\": [false]}\n"), "{}", shown[0]);
    assert!(shown[1].contains(" --> s.json:3:12\n") && shown[1].contains("3 | {\"b\": [1, \"x\"]}\n"), "{}", shown[1]);
}

#[test]
fn problems_without_a_position_are_notes() {
    let report = from_value::<Vec<u8>>(serde_json::json!([true, null])).unwrap_err();
    let shown = "\
error: 2 problems
 |
 = note: [0]: expected an integer, found `true` [wrong_type]
 = note: [1]: expected an integer, found `null` [wrong_type]";
    assert_eq!(report.render("value", ""), shown);
}

#[test]
fn a_truncated_report_says_that_there_are_more_problems() {
    let text = format!("[{}null]", "null,\n".repeat(200));
    let shown = refuse(&text).render("many.json", &text);
    assert!(
        shown.starts_with("error: 100 problems\n")
            && shown.ends_with("= note: more problems were found than are shown"),
        "{shown}"
    );
}

#[test]
fn colours_do_not_change_the_text() {
    let text = "[{\"a\": true},\n {\"b\": null}]";
    let (plain, styled) = (refuse(text).render("a.json", text), refuse(text).render_styled("a.json", text));
    assert!(!plain.contains('\u{1b}') && styled.contains("\u{1b}["));
    let mut pieces = styled.split('\u{1b}');
    let mut stripped = pieces.next().unwrap_or_default().to_owned();
    pieces.for_each(|piece| stripped.push_str(piece.split_once('m').map_or("", |(_, text)| text)));
    assert_eq!(stripped, plain);
}

#[test]
fn any_input_can_be_rendered() {
    let hostile = [
        "",
        "\n",
        "[",
        "[\n",
        "[{\"a\":",
        "\u{feff}[",
        "\0",
        "[{\"\u{202e}\t\":\t7}]\r\n",
        "[{\"a\u{300}\u{1f468}\u{200d}\u{1f469}\":\r\n{}}]",
        "[\u{7}]",
    ];
    for text in hostile {
        let report = refuse(text);
        let shown = report.render("we\nird\u{1b}.json", text);
        assert!(
            shown.starts_with("error") && !shown.contains(['\u{1b}', '\0', '\u{202e}', '\u{7}']),
            "{text:?} {shown:?}"
        );
        // Not the input that was decoded.
        for other in ["", "\u{1f600}\u{1f600}\u{1f600}", "x\n\n\n", "a\u{e9}a\u{e9}a\u{e9}"] {
            assert!(report.render("other", other).starts_with("error"));
        }
    }
}

#[test]
fn a_multi_line_value_is_marked_on_its_first_line() {
    let text = "[{\"a\": {\n\"b\":\n1}}]";
    let shown = refuse(text).render("a.json", text);
    assert!(shown.ends_with("1 | [{\"a\": {\n  |        ^ [0].a"), "{shown}");
}
