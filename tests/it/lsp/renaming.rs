//! Where names are written, and other names for them, in all files at once.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use super::applying::{applied, by_file, marked, place};
use super::editor::Editor;
use crate::tool::Room;

const TITLES: &str = "# é 😀\r\nlet leaders = [CEO]\r\nlet both = [$leaders, CFO]\r\n";
const PLAIN: &str = "use \"titles.persona\"\ntitle in [$leaders, $both]\n";
const ALIASED: &str =
    "use \"titles.persona\" as t\nlet leaders = [Intern]\ntitle in $t.leaders and title not in $leaders\n";
const BLOCKS: &str =
    "use \"titles.persona\"\npersona a { let leaders = [COO] title in $leaders }\npersona b { title in $leaders }\n";

fn library() -> Editor {
    let files = [("titles.persona", TITLES), ("plain.persona", PLAIN), ("blocks.persona", BLOCKS)];
    let mut editor = Editor::open(Room::with(&files));
    // One of the files exists in its buffer only.
    editor.room.write("aliased.persona", "title = CEO\n");
    editor.open_file("aliased.persona", ALIASED);
    editor
}

/// The files of the library.
fn texts() -> BTreeMap<&'static str, &'static str> {
    [("titles.persona", TITLES), ("plain.persona", PLAIN), ("aliased.persona", ALIASED), ("blocks.persona", BLOCKS)]
        .into()
}

fn rename(editor: &mut Editor, name: &str, at: &Value, new: &str) -> Result<BTreeMap<String, Value>, String> {
    let params = json!({ "textDocument": { "uri": editor.uri(name) }, "position": at, "newName": new });
    let id = editor.ask("textDocument/rename", params);
    let response = editor.response(&json!(id));
    match response["error"]["message"].as_str() {
        Some(message) => Err(message.to_owned()),
        None => Ok(by_file(&response["result"])),
    }
}

fn references(editor: &mut Editor, name: &str, at: &Value, declaration: bool) -> Vec<String> {
    let context = json!({ "includeDeclaration": declaration });
    let params = json!({ "textDocument": { "uri": editor.uri(name) }, "position": at, "context": context });
    let found = editor.request("textDocument/references", params);
    let one = |location: &Value| {
        let (file, start) = (location["uri"].as_str().expect("an address"), &location["range"]["start"]);
        format!("{}:{}:{}", file.rsplit('/').next().unwrap_or_default(), start["line"], start["character"])
    };
    let mut found: Vec<String> = found.as_array().expect("places").iter().map(one).collect();
    found.sort();
    found
}

fn at(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

#[test]
fn a_name_is_found_in_all_files() {
    let mut editor = library();
    let uses = ["aliased.persona:2:12", "blocks.persona:2:22", "plain.persona:1:11", "titles.persona:2:13"];
    let found = references(&mut editor, "aliased.persona", &at(2, 14), false);
    assert_eq!(found, uses, "asked where it is used");
    let found = references(&mut editor, "titles.persona", &at(1, 4), true);
    assert_eq!(found, [&uses[..3], &["titles.persona:1:4", uses[3]]].concat(), "asked where it is made");
    let own = references(&mut editor, "blocks.persona", &at(1, 20), true);
    assert_eq!(own, ["blocks.persona:1:16", "blocks.persona:1:42"], "the one of a block");
    let file = references(&mut editor, "plain.persona", &at(0, 6), true);
    assert_eq!(file, ["aliased.persona:0:4", "blocks.persona:0:4", "plain.persona:0:4"], "who uses a file");
    let persona = references(&mut editor, "blocks.persona", &at(2, 8), true);
    assert_eq!(persona, ["blocks.persona:2:8"], "a persona");
}

#[test]
fn a_name_is_marked_where_it_is_made_and_used() {
    let mut editor = library();
    let params = editor.at("aliased.persona", 2, 42);
    let found = editor.request("textDocument/documentHighlight", params);
    let kinds: Vec<_> =
        found.as_array().expect("places").iter().map(|one| (&one["range"]["start"], &one["kind"])).collect();
    assert_eq!(kinds, [(&at(1, 4), &json!(3)), (&at(2, 38), &json!(2))]);
}

#[test]
fn a_name_changes_everywhere_and_nothing_else_does() {
    let mut editor = library();
    let edits = rename(&mut editor, "plain.persona", &at(1, 12), "$deciders").expect("edits");
    let after = |name: &str| applied(texts()[name], edits.get(name).unwrap_or(&json!([])));
    assert_eq!(after("titles.persona"), TITLES.replace("leaders", "deciders"));
    assert_eq!(after("plain.persona"), PLAIN.replace("leaders", "deciders"));
    assert_eq!(after("aliased.persona"), ALIASED.replace("$t.leaders", "$t.deciders"));
    assert_eq!(after("blocks.persona"), BLOCKS.replace("b { title in $leaders", "b { title in $deciders"));
}

#[test]
fn aliases_and_personas_have_names_too() {
    let mut editor = library();
    let edits = rename(&mut editor, "aliased.persona", &at(2, 11), "titles").expect("edits");
    let after = applied(ALIASED, &edits["aliased.persona"]);
    assert_eq!(after, ALIASED.replace("as t", "as titles").replace("$t.", "$titles."));
    for (new, written) in [("emea", "emea"), ("EMEA buyers", "\"EMEA buyers\""), ("in", "\"in\"")] {
        let edits = rename(&mut editor, "blocks.persona", &at(1, 9), new).expect("edits");
        let after = applied(BLOCKS, &edits["blocks.persona"]);
        assert_eq!(after, BLOCKS.replace("persona a", &format!("persona {written}")));
    }
}

#[test]
fn a_name_that_cannot_be_had_is_refused() {
    let mut editor = library();
    editor.room.write("broken.persona", "use \"titles.persona\"\ntitle in [$both\nand size in [1..10\n");
    let mut said = vec![];
    for (name, place, new) in [
        ("titles.persona", at(1, 5), "both"),
        ("titles.persona", at(1, 5), "not"),
        ("titles.persona", at(1, 5), "two words"),
        ("titles.persona", at(1, 5), ""),
        ("titles.persona", at(1, 5), "x = [CEO] #"),
        ("aliased.persona", at(1, 5), "1st"),
        ("blocks.persona", at(1, 8), "b"),
        ("blocks.persona", at(2, 25), "t"),
        ("plain.persona", at(1, 1), "x"),
        ("plain.persona", at(0, 6), "x"),
    ] {
        let message = rename(&mut editor, name, &place, new).err().unwrap_or_else(|| "it is done".to_owned());
        said.push(format!("{name} {new:?}: {message}"));
    }
    insta::assert_snapshot!(said.join("\n"));
}

/// A file that is captured by a name: `$young` means one thing before, and would mean another after.
#[test]
fn a_name_does_not_take_the_place_of_another() {
    let files = [
        ("one.persona", "let old = [CEO]\n"),
        ("two.persona", "let young = [CFO]\n"),
        ("both.persona", "use \"one.persona\"\nuse \"two.persona\"\ntitle in $young\n"),
        ("block.persona", "use \"one.persona\"\npersona a { let young = [CFO] title in [$young, $old] }\n"),
    ];
    let mut editor = Editor::open(Room::with(&files));
    let said = rename(&mut editor, "one.persona", &at(0, 5), "young").expect_err("a refusal");
    assert!(said.contains("`young` is taken") && said.contains("`b"), "{said}");
    assert!(rename(&mut editor, "one.persona", &at(0, 5), "fresh").is_ok());
}

#[test]
fn a_broken_file_that_may_use_the_name_stops_a_rename() {
    let mut editor = library();
    editor.open_file("broken.persona", "use \"titles.persona\"\ntitle in [$leaders\n)) == $both\n");
    let said = rename(&mut editor, "titles.persona", &at(2, 4), "all").expect_err("a refusal");
    assert_eq!(said, "`broken.persona` has mistakes that hide whether it names `both`: mend them first");
    editor.replace("broken.persona", 2, "use \"titles.persona\"\ntitle in [$leaders\n");
    assert!(rename(&mut editor, "titles.persona", &at(2, 4), "all").is_ok(), "it is broken elsewhere");
}

#[test]
fn what_would_change_is_shown_first() {
    let mut editor = library();
    let mut prepared = |name: &str, line: u32, character: u32| {
        let params = editor.at(name, line, character);
        let found = editor.request("textDocument/prepareRename", params);
        found["placeholder"].as_str().map(str::to_owned)
    };
    assert_eq!(prepared("aliased.persona", 2, 14).as_deref(), Some("leaders"));
    assert_eq!(prepared("aliased.persona", 2, 11).as_deref(), Some("t"));
    assert_eq!(prepared("aliased.persona", 0, 6), None, "files are called by the file system");
    assert_eq!(prepared("aliased.persona", 2, 2), None, "filters are called by the language");
}

/// Every name of the library and of the fixtures gets another name, and every body stays what it was.
#[test]
fn bodies_do_not_depend_on_names() {
    let mut renamed = 0;
    for folder in ["personas", "tests/fixtures/files", "tests/fixtures/syntax", "tests/fixtures/lint"] {
        let room = Room::empty();
        super::applying::copy(folder.as_ref(), &room.path(""));
        let names: Vec<String> = room.files("").into_iter().filter(|name| name.ends_with(".persona")).collect();
        let before = bodies(&room);
        let mut editor = Editor::open(room);
        for name in names {
            let Ok(text) = fs::read_to_string(editor.room.path(&name)) else { continue };
            for (index, (found, _)) in text.match_indices("let ").enumerate().take(4) {
                renamed +=
                    usize::from(keeps(&mut editor, &before, &name, &place(&text, found + 4), &format!("zz{index}")));
            }
        }
    }
    assert!(renamed > 20, "{renamed} names");
}

fn bodies(room: &Room) -> String {
    room.run(&["build", ".", "--emit", "ndjson", "-q"]).out
}

/// Rename what is made at a place, if something is. No body may change; a file that was wrong may have one now.
fn keeps(editor: &mut Editor, before: &str, name: &str, at: &Value, new: &str) -> bool {
    let Ok(edits) = rename(editor, name, at, new) else { return false };
    let files: Vec<String> = editor.room.files("");
    let mut kept = vec![];
    for (file, edits) in edits {
        let path = files.iter().find(|path| path.rsplit('/').next() == Some(&file)).expect("the file").clone();
        let text = editor.room.read(&path);
        editor.room.write(&path, applied(&text, &edits));
        kept.push((path, text));
    }
    let after = bodies(&editor.room);
    before.lines().for_each(|line| assert!(after.contains(line), "{name}: {new}: {line}"));
    kept.into_iter().for_each(|(path, text)| editor.room.write(&path, text));
    true
}

#[test]
fn columns_are_those_of_the_editor() {
    let (text, range) = marked("let é😀 = [CEO] title in [\"😀\", $é‸😀]\n");
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &text);
    match rename(&mut editor, "a.persona", &range["start"], "wer") {
        Ok(edits) => assert_eq!(applied(&text, &edits["a.persona"]), "let wer = [CEO] title in [\"😀\", $wer]\n"),
        Err(said) => assert!(said.starts_with("nothing with a name"), "an emoji is no letter: {said}"),
    }
    let (text, range) = marked("let çé = [CEO] title in [\"😀\", $ç‸é]\n");
    editor.replace("a.persona", 2, &text);
    let edits = rename(&mut editor, "a.persona", &range["start"], "wer").expect("edits");
    assert_eq!(applied(&text, &edits["a.persona"]), "let wer = [CEO] title in [\"😀\", $wer]\n");
}
