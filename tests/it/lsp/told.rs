//! Findings, as they are told while a persona is written.

use serde_json::json;

use super::editor::{Editor, codes};
use crate::tool::{HOOK, Room};

const NAMED: &str = "name: \"x\"\nlimit: 5\nwebhook: \"https://hooks.example.com/leads\"\n";

#[test]
fn findings_follow_the_text() {
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &format!("{NAMED}function = Salez\n"));
    let found = editor.findings("a.persona");
    assert_eq!(codes(&found), ["P203"]);
    assert_eq!(
        found[0]["range"],
        json!({ "start": { "line": 3, "character": 11 }, "end": { "line": 3, "character": 16 } })
    );
    let there = json!({ "start": { "line": 3, "character": 15 }, "end": { "line": 3, "character": 16 } });
    editor.edit("a.persona", 2, json!([{ "range": there, "text": "s" }]));
    assert!(editor.findings("a.persona").is_empty());
}

#[test]
fn columns_are_those_of_the_client() {
    for (encoding, column) in [("utf-8", 21), ("utf-16", 18)] {
        let mut editor = Editor::with(Room::empty(), json!({ "general": { "positionEncodings": [encoding] } }));
        editor.open_file("a.persona", &format!("{NAMED}title = \"é😀\" and functio = Sales\n"));
        assert_eq!(editor.findings("a.persona")[0]["range"]["start"]["character"], column, "{encoding}");
    }
}

#[test]
fn unsaved_libraries_count() {
    let room = Room::with(&[("lib.persona", "let leaders = [CEO]\n")]);
    let mut editor = Editor::open(room);
    editor.open_file("a.persona", &format!("{NAMED}use \"lib.persona\" as lib\ntitle in $lib.bosses\n"));
    assert_eq!(codes(&editor.findings("a.persona")), ["P205"]);
    editor.open_file("lib.persona", "let bosses = [CEO]\n");
    assert!(editor.findings("a.persona").is_empty(), "the buffer of the library counts, saved or not");
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri("lib.persona") } }));
    assert_eq!(codes(&editor.findings("a.persona")), ["P205"], "and the disk again when it is closed");
}

#[test]
fn the_project_file_counts_and_is_told_about() {
    let room = Room::with(&[("personac.toml", "[labels.company]\nAcme = 1441\n")]);
    let mut editor = Editor::open(room);
    editor.open_file("a.persona", &format!("{NAMED}company = Acme\n"));
    assert!(editor.findings("a.persona").is_empty());
    editor.room.write("personac.toml", "[labels.company]\nAcne = 1441\n# longer\n[lintt]\n");
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(editor.findings("a.persona").len(), 1);
    assert_eq!(editor.findings("personac.toml").len(), 1);
}

#[test]
fn clients_that_ask_are_not_told() {
    let mut editor = Editor::with(Room::empty(), json!({ "textDocument": { "diagnostic": {} } }));
    editor.open_file("a.persona", &format!("{HOOK}function = Salez\n"));
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    let report = editor.request("textDocument/diagnostic", params);
    assert_eq!(report["kind"], "full");
    assert!(codes(report["items"].as_array().map(Vec::as_slice).unwrap_or_default()).contains(&"P203"), "{report}");
    assert_eq!(editor.close(), 0);
}

#[test]
fn a_finding_has_its_page_its_other_places_and_its_tag() {
    let capabilities = json!({ "textDocument": { "publishDiagnostics": { "codeDescriptionSupport": true } } });
    let mut editor = Editor::with(Room::empty(), capabilities);
    editor.open_file("a.persona", &format!("{NAMED}title in [CEO, CFO, CEO]\n"));
    let found = editor.findings("a.persona");
    assert_eq!(codes(&found), ["P602"]);
    let page = found[0]["codeDescription"]["href"].as_str().expect("a page").strip_prefix("file://").expect("a file");
    assert!(std::fs::read_to_string(page).expect("a page").starts_with("# P602 duplicate-value"));
    assert_eq!(found[0]["tags"], json!([1]), "it could be left out");
    let related = &found[0]["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], editor.uri("a.persona"));
    assert!(related["message"].as_str().is_some_and(|message| !message.is_empty()));
    let message = found[0]["message"].as_str().expect("a message");
    assert!(message.contains("\nhelp: "), "{message}");
}

#[test]
fn clients_that_ask_are_asked_to_ask_again() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true }, "codeLens": { "refreshSupport": true }, "inlayHint": {} },
    });
    let mut editor = Editor::with(Room::with(&[("personac.toml", "")]), capabilities);
    editor.open_file("a.persona", &format!("{NAMED}function = Sales\n"));
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    let asked = ["workspace/diagnostic/refresh", "workspace/codeLens/refresh"];
    asked.iter().for_each(|method| assert!(editor.notification(method).is_null()));
    assert_eq!(editor.close(), 0);
}
