//! The example `check_sessions`, run as a process: what it reads, what it prints, and its exit status.

use std::{
    env,
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{OnceLock, mpsc},
    thread,
    time::Duration,
};

use serde_json::Value;

const SESSION: &str = r#"{"id":"s-1","organizationId":"5542","projectId":"p","originOwnerId":"o","originOwnerName":"Acme","createdAt":"2024-11-23T08:30:00Z"}"#;
const NEWER: &str = r#"{"id":3119.45,"organizationId":5542,"projectId":"p","originOwnerId":"o","originOwnerName":"Acme","createdAt":"2024-11-23T08:30:00Z","plan":"pro"}"#;
const BROKEN: &str =
    r#"{"id":true,"organizationId":"5542","projectId":"p","originOwnerId":"o","originOwnerName":"Acme"}"#;

/// The program, built with the same profile and into the same target directory as this test.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = env::current_exe().expect("a path");
        let profile_folder = test.ancestors().nth(2).expect("target/PROFILE/deps/TEST");
        let profile = match profile_folder.file_name().and_then(OsStr::to_str) {
            Some("debug") => "dev",
            profile => profile.expect("a name"),
        };
        // The same packages as in the documented test command, so nothing is built a second time with other features.
        let arguments = ["build", "--quiet", "--workspace", "--example", "check_sessions", "--profile", profile];
        let built = Command::new(env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into()))
            .args(arguments)
            .arg("--target-dir")
            .arg(profile_folder.parent().expect("target"))
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .status();
        assert!(built.expect("cargo").success(), "the example can't be built");
        profile_folder.join("examples/check_sessions").with_extension(env::consts::EXE_EXTENSION)
    })
}

/// An empty folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check_sessions").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Outcome {
    command(arguments).output().unwrap().into()
}

/// Runs with `input` as standard input.
fn run_on(input: impl AsRef<[u8]> + Sync, arguments: &[&str]) -> Outcome {
    let mut child = command(arguments).arg("-").stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // The process may end before it has read everything.
        let input = &input;
        scope.spawn(move || _ = stdin.write_all(input.as_ref()));
        child.wait_with_output().unwrap().into()
    })
}

#[derive(Debug, PartialEq)]
struct Outcome {
    status: Option<i32>,
    stdout: String,
    stderr: String,
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        let [stdout, stderr] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        Self { status: output.status.code(), stdout, stderr }
    }
}

impl Outcome {
    fn lines(&self) -> Vec<&str> {
        self.stdout.lines().collect()
    }

    fn objects(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn last_line(&self) -> &str {
        self.stdout.lines().last().unwrap_or_default()
    }
}

#[test]
fn without_files_the_bundled_sessions_are_checked_and_the_broken_ones_are_no_failure() {
    let outcome = run(&[]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (Some(0), ""));
    assert!(outcome.last_line().contains("are broken on purpose"), "{}", outcome.last_line());
    insta::assert_snapshot!("bundled_sessions", outcome.stdout);
    let short = run(&["--format", "short"]);
    assert_eq!((short.status, short.last_line()), (Some(0), outcome.last_line()));
    let json = run(&["--format", "json"]);
    assert_eq!((json.status, json.objects().last().unwrap()["type"].as_str()), (Some(0), Some("tally")));
}

#[test]
fn the_bundled_sessions_as_a_file_are_checked_like_any_other_file() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../connect-runtime/examples/check_sessions/sessions.ndjson");
    let outcome = run(&[file]);
    assert_eq!(outcome.status, Some(1));
    assert!(!outcome.stdout.contains("on purpose"), "{}", outcome.stdout);
}

#[test]
fn every_form_is_read_from_files_and_standard_input() {
    let folder = folder("forms");
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(SESSION).unwrap()).unwrap();
    let forms = [
        (1, SESSION.to_owned()),
        (1, pretty.clone()),
        (3, format!("[{SESSION},\n{NEWER} , {pretty}]")),
        (3, format!("{SESSION}\n{NEWER}\r\n\n{SESSION}")),
        (3, format!("{pretty}\n{SESSION}{NEWER}")),
        (0, String::new()),
    ];
    for (number, (count, text)) in forms.iter().enumerate() {
        let file = folder.join(format!("{number}.json"));
        fs::write(&file, text).unwrap();
        let plural = if *count == 1 { "" } else { "s" };
        let summary = format!("{count} record{plural}: {count} valid, 0 rejected");
        for outcome in [run(&[file.to_str().unwrap()]), run_on(text, &[])] {
            assert_eq!((outcome.status, outcome.last_line()), (Some(0), summary.as_str()), "{text}");
            assert_eq!(outcome.lines().iter().filter(|line| line.starts_with("valid ")).count(), *count, "{text}");
        }
    }
}

#[test]
fn every_problem_is_one_line_with_its_position_in_the_file() {
    let text = format!("{SESSION}\n\n  {BROKEN}\n{{\"id\": }}\n{SESSION}\n");
    let outcome = run_on(text, &["--format", "short"]);
    assert_eq!(
        outcome.lines(),
        [
            "<stdin>:3:3: createdAt: required field `createdAt` is missing [missing_field]",
            "<stdin>:3:9: id: expected a string, found `true` [wrong_type]",
            "<stdin>:4:8: id: expected a value, found `}` [syntax]",
            "4 records: 2 valid, 2 rejected",
        ]
    );
    assert_eq!(outcome.status, Some(1));
}

#[test]
fn unreadable_files_are_reported_and_the_rest_is_checked() {
    let folder = folder("unreadable");
    let (missing, broken, good) = (folder.join("missing.json"), folder.join("broken.json"), folder.join("good.json"));
    fs::write(&broken, BROKEN).unwrap();
    fs::write(&good, SESSION).unwrap();
    let [folder, missing, broken, good] = [&folder, &missing, &broken, &good].map(|path| path.to_str().unwrap());
    let outcome = run(&["--format", "short", missing, broken, folder, good]);
    assert_eq!((outcome.status, outcome.last_line()), (Some(2), "2 records: 1 valid, 1 rejected"));
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert!(lines[0].starts_with(&format!("check_sessions: {missing} can't be read: ")), "{lines:?}");
    assert!(lines[1].starts_with(&format!("check_sessions: {folder} can't be read: ")), "{lines:?}");
    assert_eq!(lines.len(), 2);
    assert_eq!(run(&[good, broken]).status, Some(1));
    assert_eq!(run(&[good]).status, Some(0));
    let objects = run(&["--format", "json", missing]).objects();
    assert_eq!((&objects[0]["type"], &objects[0]["file"]), (&"unreadable".into(), &missing.into()));
}

#[test]
fn an_invalid_command_line_is_status_2_and_suggests_the_option() {
    let outcome = run(&["--stric"]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""));
    assert!(outcome.stderr.contains("--strict"), "{}", outcome.stderr);
}

#[test]
fn the_help_covers_every_option_the_examples_and_the_exit_status() {
    let outcome = run(&["--help"]);
    assert_eq!(outcome.status, Some(0));
    for part in ["--strict", "--deny-unknown-fields", "--drift", "--format", "--rejects", "Examples", "Exit status"] {
        assert!(outcome.stdout.contains(part), "{part} in {}", outcome.stdout);
    }
}

#[test]
fn strict_and_deny_unknown_fields_are_separate_options() {
    assert_eq!(run_on(NEWER, &[]).status, Some(0));
    let codes = |arguments: &[&str]| -> Vec<String> {
        let outcome = run_on(NEWER, &[&["--format", "json"], arguments].concat());
        let problems = outcome.objects().into_iter().filter(|object| object["type"] == "problem");
        problems.map(|problem| format!("{} {}", problem["path"], problem["code"])).collect()
    };
    let (strict, unknown) =
        (["\"/id\" \"wrong_type\"", "\"/organizationId\" \"wrong_type\""], "\"/plan\" \"unknown_field\"");
    assert_eq!(codes(&["--strict"]), strict);
    assert_eq!(codes(&["--deny-unknown-fields"]), [unknown]);
    assert_eq!(codes(&["--strict", "--deny-unknown-fields"]), [strict[0], strict[1], unknown]);
}

#[test]
fn drift_lines_are_optional_and_the_drift_table_is_always_shown() {
    let change = "<stdin>:1:7: id: found `3119.45` [coerced]";
    let shown = run_on(NEWER, &["--drift"]);
    assert!(shown.lines().contains(&change), "{}", shown.stdout);
    assert!(shown.stdout.contains("\ndrift\n"), "{}", shown.stdout);
    let counted = run_on(NEWER, &[]);
    assert!(!counted.lines().contains(&change), "{}", counted.stdout);
    assert!(counted.stdout.contains("\ndrift\n") && counted.lines()[0].ends_with("  3 changes"), "{}", counted.stdout);
    assert_eq!(run_on(NEWER, &["--drift", "--format", "short"]).lines().len(), 4);
}

#[test]
fn json_has_one_object_per_line_and_ends_with_the_tally() {
    let outcome = run_on(format!("{NEWER}\n{BROKEN}\n"), &["--format", "json", "--drift"]);
    let objects = outcome.objects();
    let kinds: Vec<&str> = objects.iter().map(|object| object["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["valid", "drift", "drift", "drift", "problem", "problem", "tally"]);
    assert!(objects[..6].iter().all(|object| object["file"] == "<stdin>" && object["record"].is_u64()));
    assert_eq!(objects[0]["session"]["id"], "3119.45");
    assert_eq!((&objects[1]["kind"], &objects[1]["path"]), (&"coerced".into(), &"/id".into()));
    assert_eq!(
        (&objects[5]["path"], &objects[5]["line"], &objects[5]["column"]),
        (&"/id".into(), &2.into(), &7.into())
    );
    assert_eq!((&objects[6]["records"], &objects[6]["rejected"]), (&2.into(), &1.into()));
}

#[test]
fn a_truncated_report_says_that_there_are_more_problems() {
    let text = format!("{{\"categories\":[{}null]}}", "null,".repeat(200));
    let human = run_on(&text, &["--format", "short"]);
    let note = "<stdin>: there are more problems in this session than these 100";
    assert!(human.lines().contains(&note), "{}", human.stdout);
    let objects = run_on(&text, &["--format", "json"]).objects();
    assert!(objects.iter().any(|object| object["type"] == "truncated"), "{objects:?}");
}

#[test]
fn rejects_are_written_as_lines_that_can_be_checked_again() {
    let folder = folder("rejects");
    let rejects = folder.join("rejects.ndjson");
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(BROKEN).unwrap()).unwrap();
    let arguments = ["--format", "short", "--rejects", rejects.to_str().unwrap()];
    let first = run_on(format!("[{SESSION}, {pretty}, {{\"id\"}}, {BROKEN}]"), &arguments);
    assert_eq!((first.status, first.last_line()), (Some(1), "4 records: 1 valid, 3 rejected"));
    let kept = fs::read_to_string(&rejects).unwrap();
    let lines: Vec<&str> = kept.lines().collect();
    assert_eq!(lines.len(), 3, "{kept}");
    assert_eq!(lines[1..], ["{\"id\"}", BROKEN]);
    let again = run(&["--format", "short", rejects.to_str().unwrap()]);
    assert_eq!(again.last_line(), "3 records: 0 valid, 3 rejected");
    assert_eq!(run_on(SESSION, &arguments).status, Some(0));
    assert_eq!(fs::read_to_string(&rejects).unwrap(), "");
}

#[test]
fn rejects_never_overwrite_an_input_file() {
    let folder = folder("overwrite");
    let file = folder.join("sessions.ndjson");
    fs::write(&file, BROKEN).unwrap();
    let same = folder.join("../overwrite/sessions.ndjson");
    let outcome = run(&["--rejects", same.to_str().unwrap(), file.to_str().unwrap()]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""));
    assert!(outcome.stderr.contains("would be overwritten"), "{}", outcome.stderr);
    assert_eq!(fs::read_to_string(&file).unwrap(), BROKEN);
}

#[test]
fn rejects_that_cannot_be_written_are_status_2() {
    let folder = folder("unwritable");
    let outcome = run_on(BROKEN, &["--rejects", folder.to_str().unwrap()]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""));
    assert!(outcome.stderr.contains("the rejected sessions can't be written to"), "{}", outcome.stderr);
}

#[test]
fn no_input_reaches_the_terminal_as_an_escape_sequence() {
    let text = SESSION
        .replace("Acme", "\\u001b[31mAcme\\u0007\\n\u{202e}\\u200b")
        .replace("\"p\"", "\"p\",\"\\u001b]0;x\\u0007\":\"\u{202e}\"");
    let outcome = run_on(text, &["--drift"]);
    assert_eq!(outcome.status, Some(0));
    assert!(outcome.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", outcome.stdout);
    assert!(outcome.stdout.contains("\\u{1b}[31mAcme\\u{7}\\u{a}\\u{202e}\\u{200b}"), "{}", outcome.stdout);
    assert!(!outcome.stdout.contains(['\u{202e}', '\u{200b}']), "{}", outcome.stdout);
}

#[test]
fn bytes_that_are_not_text_reject_only_their_record() {
    let mut text = format!("{SESSION}\n").into_bytes();
    text.extend(b"{\"id\":\"\xff\"}\n\0\n");
    text.extend(SESSION.as_bytes());
    let outcome = run_on(text, &["--format", "short"]);
    assert_eq!(
        outcome.lines(),
        [
            "<stdin>:2:8: id: byte 0xff is not UTF-8 [syntax]",
            "<stdin>:3:1: $: expected a value, found the character U+0000 [syntax]",
            "4 records: 2 valid, 2 rejected",
        ]
    );
}

#[test]
fn results_are_shown_before_waiting_for_more_input() {
    let mut child = command(&["-"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap()).lines();
    let (sender, receiver) = mpsc::channel();
    let reader = thread::spawn(move || while sender.send(stdout.next()).is_ok() {});
    for _ in 0..3 {
        writeln!(stdin, "{SESSION}").unwrap();
        let line = receiver.recv_timeout(Duration::from_mins(1)).expect("a line for the session so far");
        assert!(line.unwrap().unwrap().starts_with("valid  s-1"));
    }
    drop((stdin, receiver));
    assert!(child.wait().is_ok());
    reader.join().unwrap();
}

#[test]
fn a_closed_pipe_ends_the_run_silently() {
    let mut child = command(&["-"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || while writeln!(stdin, "{BROKEN}").is_ok() {});
    let mut first = [0];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let outcome = Outcome::from(child.wait_with_output().unwrap());
    assert_eq!((outcome.status, outcome.stderr.as_str()), (Some(1), ""));
    writer.join().unwrap();
}

/// The limit applies to the whole address space, and the program itself takes up a good part of it.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let script = "ulimit -v 30000 && exec \"$0\" --format short -";
    let mut limited = Command::new("sh");
    limited.args(["-c", script]).arg(program());
    let mut child = limited.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let records = 40 * 1024 * 1024 / BROKEN.len();
    let writer = thread::spawn(move || {
        let piece = format!("{BROKEN}\n").repeat(1000);
        for _ in 0..records / 1000 {
            stdin.write_all(piece.as_bytes()).unwrap();
        }
    });
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let (count, last) = lines.fold((0, String::new()), |(count, _), line| (count + 1, line));
    writer.join().unwrap();
    let outcome = Outcome::from(child.wait_with_output().unwrap());
    assert_eq!((outcome.status, outcome.stderr.as_str()), (Some(1), ""));
    let records = records / 1000 * 1000;
    assert_eq!((count, last), (records * 2 + 1, format!("{records} records: 0 valid, {records} rejected")));
}
