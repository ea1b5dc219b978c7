//! Formatting, as editors ask for it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::applying::{applied, marked};
use super::editor::Editor;
use crate::tool::{HOOK, Room};

const OPTIONS: &str = r#"{ "tabSize": 2, "insertSpaces": true }"#;

fn format(editor: &mut Editor, range: Option<&Value>) -> Value {
    let options: Value = serde_json::from_str(OPTIONS).expect("options");
    let document = json!({ "uri": editor.uri("a.persona") });
    match range {
        None => editor.request("textDocument/formatting", json!({ "textDocument": document, "options": options })),
        Some(range) => {
            let params = json!({ "textDocument": document, "options": options, "range": range });
            editor.request("textDocument/rangeFormatting", params)
        }
    }
}

#[test]
fn every_fixture_is_formatted_as_on_the_command_line() {
    let mut editor = Editor::open(Room::empty());
    let mut version = 1;
    editor.open_file("a.persona", "");
    for entry in fs::read_dir(Path::new("tests/fixtures_fmt")).expect("fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "persona") {
            let text = fs::read_to_string(&path).expect("a text");
            version += 1;
            editor.replace("a.persona", version, &text);
            let edits = format(&mut editor, None);
            let expected = fs::read_to_string(path.with_extension("formatted")).expect("a text");
            assert_eq!(applied(&text, &edits), expected, "{}", path.display());
            version += 1;
            editor.replace("a.persona", version, &expected);
            assert_eq!(format(&mut editor, None), json!([]), "{}", path.display());
        }
    }
}

#[test]
fn only_what_changes_is_edited() {
    let mut editor = Editor::open(Room::empty());
    let text = format!("name:   \"é😀\"\n{HOOK}title = CEO\n\n\n\nfunction in [Sales , Marketing]\n");
    editor.open_file("a.persona", &text);
    let edits = format(&mut editor, None);
    assert_eq!(
        applied(&text, &edits),
        format!("name: \"é😀\"\n{HOOK}\ntitle = CEO\n\nfunction in [Sales, Marketing]\n")
    );
    let lengths = edits.as_array().expect("edits").iter().map(|edit| edit["newText"].as_str().expect("a text").len());
    assert!(lengths.sum::<usize>() < 9, "{edits}");
}

#[test]
fn a_file_with_syntax_errors_is_left_alone() {
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", "title =   CEO\nsize [\n");
    assert_eq!(format(&mut editor, None), json!([]));
    let (_, range) = marked("‸title =   CEO\n‸size [\n");
    assert_eq!(format(&mut editor, Some(&range)), json!([]));
}

#[test]
fn a_range_is_its_whole_items() {
    let mut editor = Editor::open(Room::empty());
    let cases = [
        ("‸title =  CEO\n‸function =  Sales\n", "title = CEO\nfunction =  Sales\n"),
        ("title =  ‸CEO\nfunction =  Sales‸\n", "title =  CEO\nfunction = Sales\n"),
        ("title =  ‸C‸EO\nfunction =  Sales\n", "title =  CEO\nfunction =  Sales\n"),
        (
            "persona a {\n‸title =  CEO\n‸function =  Sales\n}\npersona  b { title  = CEO }\n",
            "persona a {\n    title = CEO\nfunction =  Sales\n}\npersona  b { title  = CEO }\n",
        ),
        // The setting belongs to the top, where it would be twice.
        ("title =  CEO\n‸limit:  5‸\n", "title =  CEO\nlimit:  5\n"),
    ];
    for (version, (before, after)) in cases.into_iter().enumerate() {
        let (text, range) = marked(before);
        editor.open_file("a.persona", &text);
        editor.replace("a.persona", 2 + version as i32, &text);
        assert_eq!(applied(&text, &format(&mut editor, Some(&range))), after, "{before}");
    }
}

#[test]
fn saving_formats_where_the_client_wants_it() {
    let provided = |editor: &mut Editor, options: Value| {
        let params =
            json!({ "processId": null, "rootUri": null, "capabilities": {}, "initializationOptions": options });
        let result = editor.request("initialize", params);
        result["capabilities"]["textDocumentSync"]["willSaveWaitUntil"].clone()
    };
    assert_eq!(provided(&mut Editor::start(Room::empty()), json!({})), Value::Null);
    assert_eq!(provided(&mut Editor::start(Room::empty()), json!("nonsense")), Value::Null);
    let mut editor = Editor::start(Room::empty());
    assert_eq!(provided(&mut editor, json!({ "formatOnSave": true })), json!(true));
    editor.open_file("a.persona", "title =  CEO\n");
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "reason": 1 });
    let edits = editor.request("textDocument/willSaveWaitUntil", params);
    assert_eq!(applied("title =  CEO\n", &edits), "title = CEO\n");
}
