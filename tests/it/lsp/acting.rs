//! What can be done about findings, applied as editors do.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::applying::{applied, by_file, copy, marked};
use super::editor::{Editor, codes};
use crate::tool::{HOOK, Room};

/// The actions at a range of a file.
fn actions(editor: &mut Editor, name: &str, range: &Value, only: Option<&str>) -> Vec<Value> {
    let context = json!({ "diagnostics": [], "only": only.map(|only| vec![only]) });
    let context = if only.is_none() { json!({ "diagnostics": [] }) } else { context };
    let document = json!({ "uri": editor.uri(name) });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    editor.request("textDocument/codeAction", params).as_array().expect("actions").clone()
}

/// The text of a file after an action.
fn after(text: &str, name: &str, action: &Value) -> String {
    applied(text, &by_file(&action["edit"])[name])
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().filter_map(|action| action["title"].as_str()).collect()
}

#[test]
fn a_finding_has_its_fixes_and_can_be_allowed() {
    let (text, range) =
        marked(&format!("{HOOK}limit: 5\nname: \"x\"\n\ntitle in [CEO, CFO, C‸EO]\n  and seniority >= VP\n"));
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &text);
    let found = actions(&mut editor, "a.persona", &range, Some("quickfix"));
    assert_eq!(
        titles(&found),
        ["drop the second one", "allow `duplicate-value` here", "allow `duplicate-value` in this file"]
    );
    assert_eq!(found[0]["isPreferred"], true);
    assert_eq!(codes(found[0]["diagnostics"].as_array().expect("findings")), ["P602"]);
    assert!(after(&text, "a.persona", &found[0]).contains("title in [CEO, CFO]\n"));
    assert!(after(&text, "a.persona", &found[1]).contains("\n# personac: allow(duplicate-value)\ntitle in"));
    assert!(after(&text, "a.persona", &found[2]).starts_with("# personac: allow-file(duplicate-value)\n"));
}

#[test]
fn an_error_cannot_be_allowed() {
    let (text, range) = marked(&format!("{HOOK}senor‸ity >= VP\n"));
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &text);
    let found = actions(&mut editor, "a.persona", &range, None);
    assert!(titles(&found).iter().all(|title| !title.starts_with("allow `unknown")), "{:?}", titles(&found));
    let fix = found.iter().find(|action| action["kind"] == "quickfix").expect("a fix");
    assert!(after(&text, "a.persona", fix).contains("seniority >= VP"));
}

#[test]
fn only_what_is_asked_for() {
    let (text, range) = marked(&format!("{HOOK}‸senority >= VP\nand limi‸t: 5"));
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &text);
    for (only, kinds) in [("quickfix", vec!["quickfix"]), ("source", vec!["source.fixAll"]), ("refactor", vec![])] {
        let mut found: Vec<String> = actions(&mut editor, "a.persona", &range, Some(only))
            .iter()
            .filter_map(|action| action["kind"].as_str().map(str::to_owned))
            .collect();
        found.dedup();
        assert_eq!(found, kinds, "{only}");
    }
}

/// Every fix of every fixture mends its finding, and all safe ones together do what the command line does.
#[test]
fn fixes_of_fixtures_mend_them() {
    let room = Room::empty();
    copy(Path::new("tests/fixtures"), &room.path(""));
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    let mut editor = Editor::with(room, capabilities);
    let names: Vec<String> = editor.room.files("").into_iter().filter(|name| name.ends_with(".persona")).collect();
    let mut mended = 0;
    for name in names {
        let Ok(text) = fs::read_to_string(editor.room.path(&name)) else { continue };
        let file = name.rsplit('/').next().unwrap_or_default().to_owned();
        let end = json!({ "line": text.matches('\n').count() + 1, "character": 0 });
        let whole = json!({ "start": { "line": 0, "character": 0 }, "end": end });
        editor.open_file(&name, &text);
        let found = actions(&mut editor, &name, &whole, None);
        for action in found.iter().filter(|action| action["isPreferred"] == true) {
            let finding = action["diagnostics"][0].clone();
            let mut version = 2;
            editor.replace(&name, version, &after(&text, &file, action));
            let left = looked(&mut editor, &name);
            let same = |one: &&Value| one["code"] == finding["code"] && one["message"] == finding["message"];
            let count = |all: &[Value]| all.iter().filter(same).count();
            version += 1;
            editor.replace(&name, version, &text);
            assert!(count(&left) < count(&looked(&mut editor, &name)), "{name}: {finding}");
            mended += 1;
        }
        if let Some(all) = found.iter().find(|action| action["kind"] == "source.fixAll") {
            editor.room.write(&name, &text);
            editor.room.run(&["lint", &name, "--fix", "-q"]);
            assert_eq!(after(&text, &file, all), editor.room.read(&name), "{name}");
            editor.room.write(&name, &text);
        }
        editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri(&name) } }));
    }
    assert!(mended > 50, "{mended} fixes");
}

/// The findings of a file.
fn looked(editor: &mut Editor, name: &str) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": editor.uri(name) } });
    editor.request("textDocument/diagnostic", params)["items"].as_array().expect("findings").clone()
}

/// A client that can wait is offered the same, and gets the same edits for what it has chosen.
#[test]
fn edits_that_come_later_are_the_same() {
    let later = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let opened = |capabilities: Value| {
        let room = Room::empty();
        copy(Path::new("tests/fixtures/lint"), &room.path(""));
        Editor::with(room, capabilities)
    };
    let (mut now, mut lazy) = (opened(json!({})), opened(json!({ "textDocument": { "codeAction": later } })));
    let names: Vec<String> = now.room.files("").into_iter().filter(|name| name.ends_with(".persona")).collect();
    let (mut allowed, mut mended) = (0, 0);
    for name in names {
        let Ok(text) = fs::read_to_string(now.room.path(&name)) else { continue };
        let end = json!({ "line": text.matches('\n').count() + 1, "character": 0 });
        let whole = json!({ "start": { "line": 0, "character": 0 }, "end": end });
        let both = |editor: &mut Editor| {
            editor.open_file(&name, &text);
            ["quickfix", "source"].map(|only| actions(editor, &name, &whole, Some(only))).concat()
        };
        let (offered, waiting) = (both(&mut now), both(&mut lazy));
        assert_eq!(titles(&waiting), titles(&offered), "{name}");
        for (action, other) in offered.iter().zip(waiting) {
            let is_later = other.get("edit").is_none();
            assert_eq!(
                is_later,
                action["kind"] != "quickfix" || action["title"].as_str().unwrap().starts_with("allow")
            );
            let other = if is_later { lazy.request("codeAction/resolve", other) } else { other };
            assert_eq!(by_file(&other["edit"]), by_file(&action["edit"]), "{name}: {action}");
            assert_eq!(other["diagnostics"].as_array().map(Vec::len), action["diagnostics"].as_array().map(Vec::len));
            allowed += usize::from(is_later && action["kind"] == "quickfix");
            mended += usize::from(is_later && action["kind"] != "quickfix");
        }
        for editor in [&mut now, &mut lazy] {
            editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri(&name) } }));
        }
    }
    assert!(allowed > 50 && mended > 10, "{allowed} allowed, {mended} mended");
}

#[test]
fn what_would_not_be_allowed_is_left_as_it_is() {
    let (text, range) = marked(&format!("{HOOK}limit: 5\nname: \"x\"\ntitle in [CEO, C‸EO]\n"));
    let later = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let mut editor = Editor::with(Room::empty(), json!({ "textDocument": { "codeAction": later } }));
    editor.open_file("a.persona", &text);
    let found = actions(&mut editor, "a.persona", &range, Some("quickfix"));
    let allow = found.iter().find(|action| action["title"] == "allow `duplicate-value` here").expect("an action");
    let mut other = allow.clone();
    other["title"] = json!("allow `no-name` here");
    let id = editor.ask("codeAction/resolve", other);
    let said = editor.response(&json!(id))["error"]["message"].clone();
    assert!(said.as_str().is_some_and(|said| said.contains("is left as it is")), "{said}");
    editor.replace("a.persona", 2, "title = CEO\n");
    let id = editor.ask("codeAction/resolve", allow.clone());
    assert_eq!(editor.response(&json!(id))["error"]["message"], "the file has changed since");
}
