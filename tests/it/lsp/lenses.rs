//! Code lenses and what they do; and that nothing asked anywhere goes wrong.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::editor::Editor;
use crate::tool::{HOOK, Room};

fn lenses(editor: &mut Editor, text: &str) -> Vec<String> {
    editor.open_file("a.persona", text);
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    let lenses = editor.request("textDocument/codeLens", params);
    let shown = |lens: &Value| {
        let (line, command) = (&lens["range"]["start"]["line"], &lens["command"]);
        format!("{line} {} {}", command["title"].as_str().expect("a title"), command["arguments"][1])
    };
    let wanted = |lens: &&Value| lens["command"]["command"] == "personac.showBody";
    lenses.as_array().expect("lenses").iter().filter(wanted).map(shown).collect()
}

#[test]
fn each_persona_has_lenses() {
    let mut editor = Editor::open(Room::empty());
    let text = format!(
        "{HOOK}split: any\npersona a {{ title = CEO or size 1..10 }}\n\npersona \"b c\" {{ function = Sales }}\n"
    );
    let shown = lenses(&mut editor, &text);
    assert_eq!(shown, ["2 build: show request bodies (2 requests) \"a\"", "4 build: show request body \"b c\""]);
}

#[test]
fn a_file_is_a_persona_unless_it_is_a_library() {
    assert_eq!(lenses(&mut Editor::open(Room::empty()), "title = CEO\n"), ["0 build: show request body null"]);
    assert!(lenses(&mut Editor::open(Room::empty()), "let a = [CEO]\n").is_empty());
}

fn execute(editor: &mut Editor, command: &str, arguments: Value) -> Value {
    let id = editor.ask("workspace/executeCommand", json!({ "command": command, "arguments": arguments }));
    editor.response(&json!(id))
}

#[test]
fn a_body_is_what_build_prints() {
    let text =
        format!("{HOOK}split: any\npersona a {{ title = CEO or size 1..10 }}\npersona b {{ function = Sales }}\n");
    let room = Room::with(&[("a.persona", &text)]);
    let built = room.run(&["build", "a.persona", "--emit", "ndjson"]).out;
    let mut editor = Editor::open(room);
    editor.open_file("a.persona", &text);
    let uri = editor.uri("a.persona");
    let one = execute(&mut editor, "personac.showBody", json!([uri, "b"]))["result"].clone();
    assert!(one["uri"].as_str().expect("an address").ends_with("/a.persona/b.json"), "{one}");
    assert_eq!(one["bodies"][0], one["text"]);
    let two = editor.request("personac/body", json!({ "uri": uri, "persona": "a" }));
    let of = |shown: &Value| -> Value { serde_json::from_str(shown["text"].as_str().expect("text")).expect("JSON") };
    let mut all = of(&two).as_array().expect("two bodies").clone();
    all.push(of(&one));
    let lines: Vec<Value> = built.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), all.len());
    for (line, body) in lines.iter().zip(&all) {
        assert!(line == body || line.get("body") == Some(body), "{line}\n{body}");
    }
}

#[test]
fn commands_that_cannot_be_executed_say_why() {
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", "function = Salez\n");
    let uri = editor.uri("a.persona");
    let mut why = |command: &str, arguments: Value| {
        execute(&mut editor, command, arguments)["error"]["message"].as_str().expect("an error").to_owned()
    };
    let broken = why("personac.showBody", json!([uri, null]));
    assert_eq!(broken, "`a.persona` has 1 error: no function is called `Salez`");
    assert!(why("personac.showBody", json!([uri, 7])).contains("the key of a persona"));
    assert!(why("personac.showBody", json!([])).contains("the address of a file"));
    assert_eq!(why("personac.unheardOf", json!([])), "there is no command `personac.unheardOf`");
    assert_eq!(why("personac.explain", json!(["P9999"])), "nothing is called `P9999`");
    editor.replace("a.persona", 2, &format!("{HOOK}persona a {{ title = CEO }}\n"));
    let why = execute(&mut editor, "personac.showBody", json!([uri, "b"]))["error"]["message"].clone();
    assert_eq!(why, "no persona of `a.persona` is called `b`");
    let page = execute(&mut editor, "personac.explain", json!(["P603"]))["result"]["text"].clone();
    assert!(page.as_str().expect("a page").starts_with("# P603 old-label"));
}

/// Every persona of the project, and of the fixtures: a sample unless all are wanted.
fn files() -> Vec<PathBuf> {
    let mut found = vec![];
    for directory in ["personas", "tests/fixtures"] {
        collect(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(directory), &mut found);
    }
    found.sort();
    let every = if std::env::var_os("PERSONAC_ALL").is_some() { 1 } else { 12 };
    found.into_iter().step_by(every).collect()
}

fn collect(directory: &PathBuf, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => collect(&path, found),
            false if path.extension().is_some_and(|ending| ending == "persona") => found.push(path),
            false => {}
        }
    }
}

#[test]
fn nothing_that_is_asked_anywhere_goes_wrong() {
    let mut editor = Editor::open(Room::empty());
    let files = files();
    assert!(files.len() > 10, "{}", files.len());
    for path in files {
        let Ok(text) = String::from_utf8(fs::read(&path).expect("a file")) else { continue };
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        editor.open_file(&name, &text);
        let document = json!({ "uri": editor.uri(&name) });
        let ask = |editor: &mut Editor, method: &str, mut params: Value| {
            params["textDocument"] = document.clone();
            let id = editor.ask(method, params.clone());
            let answer = editor.response(&json!(id));
            assert!(answer.get("error").is_none(), "{}: {method} {params}: {answer}", path.display());
        };
        let end = json!({ "line": 100_000, "character": 0 });
        let whole = json!({ "range": { "start": { "line": 0, "character": 0 }, "end": end } });
        for method in ["documentLink", "foldingRange", "semanticTokens/full", "codeLens"] {
            ask(&mut editor, &format!("textDocument/{method}"), json!({}));
        }
        for method in ["inlayHint", "semanticTokens/range"] {
            ask(&mut editor, &format!("textDocument/{method}"), whole.clone());
        }
        for (line, text) in text.lines().enumerate() {
            for character in 0..=text.encode_utf16().count().min(400) {
                let place = json!({ "line": line, "character": character });
                ask(&mut editor, "textDocument/hover", json!({ "position": place }));
                ask(&mut editor, "textDocument/selectionRange", json!({ "positions": [place] }));
            }
        }
        editor.notify("textDocument/didClose", json!({ "textDocument": document }));
    }
    assert_eq!(editor.close(), 0);
}
