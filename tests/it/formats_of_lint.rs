//! Findings that are the result of a command: where they go, what goes beside them, and how they are counted.

use std::io::{BufRead, BufReader};

use serde_json::{Value, json};

use crate::tool::{Ran, Room, wait};

/// A safe fix, a finding without one, and a warning.
const WRONG: &str = "name: \"a\"\nlimit: 5\nfunctio = Sales and function = Salez\n";

fn lint(room: &Room, arguments: &[&str]) -> Ran {
    room.run(&[&["lint"], arguments].concat())
}

fn room() -> Room {
    Room::with(&[("a.persona", WRONG), ("b.persona", &WRONG.replace("functio ", "seniorty "))])
}

#[test]
fn problems_and_sums_go_beside_what_people_read() {
    for format in ["human", "concise", "github"] {
        let ran = lint(&room(), &[".", "gone.persona", "--output-format", format]);
        ran.exits(2).says("`gone.persona` cannot be read");
        assert!(ran.out.contains("unknown-field") && !ran.out.contains("gone.persona"), "{}", ran.out);
        assert!(!ran.err.contains("unknown-field"), "{}", ran.err);
    }
}

#[test]
fn a_document_holds_everything() {
    for format in ["json", "sarif", "gitlab", "junit"] {
        let ran = lint(&room(), &[".", "gone.persona", "--output-format", format]);
        assert_eq!(ran.exits(2).err, "", "{format}");
        assert!(ran.out.contains("P201") && ran.out.contains("`gone.persona` cannot be read"), "{}", ran.out);
        if format != "junit" {
            serde_json::from_str::<Value>(&ran.out).unwrap();
        }
    }
}

#[test]
fn what_is_done_is_said_beside_a_document() {
    let room = room();
    room.write("personac.toml", "");
    let ran = lint(&room, &[".", "--output-format", "json", "-v"]);
    ran.exits(1).says("using the project file `personac.toml`");
    serde_json::from_str::<Value>(&ran.out).unwrap();
}

#[test]
fn statistics_are_a_table_or_json() {
    let table = lint(&room(), &[".", "--statistics"]);
    let rows: Vec<_> = table.exits(1).out.lines().filter(|row| row.contains("P20")).collect();
    assert_eq!(rows, ["2  P201  [*] unknown-field", "2  P203  [*] unknown-label"]);
    let ran = lint(&room(), &[".", "gone.persona", "--statistics", "--output-format", "json"]);
    ran.exits(2).says("error: `gone.persona` cannot be read");
    let rules: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rules[0], json!({"code": "P201", "name": "unknown-field", "count": 2, "fixable": 2}));
}

#[test]
fn a_report_of_findings_cannot_be_counted() {
    for format in ["sarif", "gitlab", "junit"] {
        let ran = lint(&room(), &[".", "--statistics", "--output-format", format]);
        ran.exits(2).has_no_output().says("`--statistics` is a table or JSON");
    }
}

#[test]
fn a_reader_that_goes_away_hears_no_more() {
    let room = Room::empty();
    (0..300).for_each(|n| room.write(&format!("{n}.persona"), WRONG.repeat(20)));
    for format in ["human", "concise", "json", "github"] {
        let mut child = room.start(&["lint", ".", "--output-format", format]);
        let mut first = String::new();
        // The reader is closed at the end of this statement, after one line.
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let said = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
        assert_eq!((wait(&mut child), said.as_str()), (1, ""), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    use std::process::{Command, Stdio};
    let room = room();
    for format in ["human", "json", "sarif"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personac"));
        command.args(["lint", ".", "--output-format", format]).current_dir(room.path(""));
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let done = command.stdout(full).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!((done.status.code(), said.lines().count()), (Some(2), 1), "{said}");
        assert!(said.starts_with("error: the output cannot be written"), "{said}");
    }
}
