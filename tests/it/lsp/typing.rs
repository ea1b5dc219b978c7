//! Many edits, of all kinds: the server's text stays the client's, and what it says is what a fresh look says.

use std::sync::Arc;

use personac::check::{Options, check};
use personac::disk::DiskLoader;
use personac::lint::Lints;
use personac::project::Project;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::Loaded;
use serde_json::{Value, json};

use super::editor::Editor;
use crate::properties::dice::Dice;
use crate::tool::Room;

/// The edits that are made unless `PERSONAC_TEST_SEED` asks for others.
const SEED: u64 = 20;

/// Edits of a run.
const EDITS: usize = 10_000;

/// Edits between two looks.
const BETWEEN: usize = 20;

/// The longest text, in bytes; beyond it more is deleted than inserted.
const LONGEST: usize = 4000;

/// What is typed or pasted.
const TYPED: &[&str] = &[
    "a",
    "e",
    " ",
    "\n",
    "\r\n",
    "\"",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    "=",
    "!",
    ">",
    "$",
    "#",
    "é",
    "😀",
    "\u{2029}",
    "and ",
    "or ",
    "not ",
    "in ",
    "title = CEO\n",
    "and function in [Sales, Marketing]\n",
    "limit: 5\n",
    "let x = [VP, CXO]\n",
    "and seniority in $x\n",
    "size 51..1000 employees",
    "persona one {\n",
    "location = \"Île-de-France\"",
    "# note\n",
    "use \"lib.persona\" as lib\n",
    "webhook: env(\"X\")\n",
    "industry = 96",
    "\u{feff}",
    "\t",
];

#[test]
fn ten_thousand_edits_leave_both_sides_the_same() {
    let seed = std::env::var("PERSONAC_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    let mut dice = Dice(seed);
    let mut editor = Editor::with(Room::empty(), json!({ "textDocument": { "diagnostic": {} } }));
    let mut text = String::from("name: \"é😀\"\nlet x = [VP]\ntitle = CEO\nand seniority in $x\n");
    editor.open_file("a.persona", &text);
    for edit in 1..=EDITS {
        let changes: Vec<Value> = (0..1 + dice.below(3)).map(|_| change(&mut text, &mut dice)).collect();
        editor.edit("a.persona", edit as i32 + 1, Value::Array(changes));
        if edit % BETWEEN == 0 {
            let file = json!({ "uri": editor.uri("a.persona") });
            assert_eq!(editor.request("personac/text", file.clone()), text, "edit {edit} of seed {seed}");
            let report = editor.request("textDocument/diagnostic", json!({ "textDocument": file }));
            assert_eq!(told(&report["items"]), looked(&text, &editor.room), "edit {edit} of seed {seed}:\n{text}");
        }
    }
    assert_eq!(editor.close(), 0);
}

/// Change the text somewhere; what the server is told.
fn change(text: &mut String, dice: &mut Dice) -> Value {
    let start = boundary(text, dice.below(text.len() + 1));
    let deletes = dice.percent(if text.len() > LONGEST { 80 } else { 35 });
    let end = if deletes { boundary(text, (start + dice.below(60)).min(text.len())) } else { start };
    let new = if deletes && dice.percent(60) { "" } else { dice.pick(TYPED) };
    if dice.percent(2) {
        text.replace_range(start..end, new);
        return json!({ "text": text });
    }
    let range = json!({ "start": place(text, start), "end": place(text, end) });
    text.replace_range(start..end, new);
    json!({ "range": range, "text": new })
}

/// The nearest place before `at` between two characters, and not between the two of a line end.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at;
    while !text.is_char_boundary(at) || (text[..at].ends_with('\r') && text[at..].starts_with('\n')) {
        at -= 1;
    }
    at
}

/// Line and UTF-16 column of a byte, counted from the start of the text.
fn place(text: &str, at: usize) -> Value {
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    json!({ "line": line, "character": column })
}

/// Codes and places of what the server says.
fn told(items: &Value) -> Vec<(String, Value)> {
    let items = items.as_array().expect("findings");
    items.iter().map(|one| (one["code"].as_str().unwrap_or_default().to_owned(), one["range"].clone())).collect()
}

/// Codes and places of what a fresh look says.
fn looked(text: &str, room: &Room) -> Vec<(String, Value)> {
    let name = room.path("a.persona").display().to_string();
    let source = SourceFile::new(name.clone(), text);
    let parsed = Arc::new(parse(&source, FileId(0)));
    let options = Options {
        project: &Project::default(),
        profile: None,
        overrides: &Overrides::default(),
        environment: None,
        loader: &DiskLoader::new(&room.path("")),
        lints: Lints::of_lint(),
    };
    let checked = check(Loaded { identity: name, source: Arc::new(source), parsed }, &options);
    let own = checked.diagnostics.iter().filter(|finding| finding.location().file == FileId(0));
    let range = |span: personac::source::Span| json!({ "start": place(text, span.start as usize), "end": place(text, span.end as usize) });
    own.map(|finding| (finding.rule.code.to_owned(), range(finding.location().span))).collect()
}
