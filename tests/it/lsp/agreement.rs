//! The server and `personac lint` say the same of every fixture.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::applying::copy;
use super::editor::Editor;
use crate::tool::Room;

/// What is compared: code, severity, first line of the message, first and last byte.
type Said = (String, String, String, u64, u64);

#[test]
fn the_server_says_what_lint_says() {
    let room = Room::empty();
    copy(Path::new("tests/fixtures"), &room.path(""));
    let mut editor = Editor::with(
        room,
        json!({ "general": { "positionEncodings": ["utf-8"] }, "textDocument": { "diagnostic": {} } }),
    );
    let names: Vec<String> = editor.room.files("").into_iter().filter(|name| name.ends_with(".persona")).collect();
    assert!(names.len() > 100, "{} fixtures", names.len());
    let mut wrong = vec![];
    for name in &names {
        // An editor has no buffer of a file that is not text.
        let Ok(text) = fs::read_to_string(editor.room.path(name)) else { continue };
        let linted = editor.room.run(&["lint", name, "--output-format", "json"]);
        let linted =
            of_lint(&serde_json::from_str(&linted.out).unwrap_or_else(|_| panic!("{name}: {}", linted.err)), name);
        editor.open_file(name, &text);
        let params = json!({ "textDocument": { "uri": editor.uri(name) } });
        let report = editor.request("textDocument/diagnostic", params.clone());
        let served = of_server(&report["items"], &text);
        editor.notify("textDocument/didClose", params);
        if linted != served {
            wrong.push(format!("{name}\n  lint:   {linted:?}\n  server: {served:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), names.len(), wrong.join("\n"));
}

fn of_lint(findings: &Value, name: &str) -> Vec<Said> {
    let own = findings.as_array().expect("findings").iter().filter(|one| one["file"] == name);
    let said = |one: &Value| {
        let offset = |end: &str| one[end]["offset"].as_u64().expect("an offset");
        (text(&one["code"]), text(&one["severity"]), text(&one["message"]), offset("start"), offset("end"))
    };
    sorted(own.map(said).collect())
}

fn of_server(items: &Value, file: &str) -> Vec<Said> {
    let said = |one: &Value| {
        let severity = if one["severity"] == 1 { "error" } else { "warning" };
        let message = text(&one["message"]).lines().next().unwrap_or_default().to_owned();
        let place = |end: &str| offset(file, &one["range"][end]);
        (text(&one["code"]), severity.to_owned(), message, place("start"), place("end"))
    };
    sorted(items.as_array().expect("findings").iter().map(said).collect())
}

fn sorted(mut said: Vec<Said>) -> Vec<Said> {
    said.sort();
    said
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The byte at a line and a column of bytes.
fn offset(file: &str, place: &Value) -> u64 {
    let number = |key: &str| place[key].as_u64().expect("a number");
    let line = file.split_inclusive('\n').take(number("line") as usize).map(str::len).sum::<usize>() as u64;
    line + number("character")
}
