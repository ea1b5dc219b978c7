//! What each word is, as editors colour it.

use serde_json::{Value, json};

use super::editor::Editor;
use super::marked::at;
use crate::tool::Room;

/// Each word of a file with its class and modifiers, a line each.
fn shown(editor: &Editor, text: &str, answer: &Value) -> String {
    let legend = &editor.can["semanticTokensProvider"]["legend"];
    let mut lines = vec![];
    let (mut line, mut start) = (0, 0);
    for token in answer["data"].as_array().expect("numbers").chunks(5) {
        let number = |index: usize| token[index].as_u64().expect("a number");
        start = if number(0) == 0 { start + number(1) } else { number(1) };
        line += number(0);
        let range = json!({
            "start": { "line": line, "character": start }, "end": { "line": line, "character": start + number(2) }
        });
        let class = legend["tokenTypes"][number(3) as usize].as_str().expect("a class");
        let names = legend["tokenModifiers"].as_array().expect("names");
        let modifiers = names.iter().enumerate().filter(|(bit, _)| number(4) & (1 << bit) != 0);
        let modifiers: String = modifiers.map(|(_, name)| format!(" {}", name.as_str().expect("a name"))).collect();
        lines.push(format!("{} {class}{modifiers}", at(text, &range)));
    }
    lines.join("\n")
}

fn all(text: &str) -> String {
    let mut editor = Editor::open(Room::with(&[("lib.persona", "let a = [CEO]\n")]));
    editor.open_file("a.persona", text);
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    let answer = editor.request("textDocument/semanticTokens/full", params);
    shown(&editor, text, &answer)
}

#[test]
fn every_word_has_its_class() {
    let text = "use \"lib.persona\" as lib\nwebhook: env(\"HOOK\") # é😀\ncustom: { \"a\": [true, 1] }\nsplit: any\n\
                let x = [CEO, \"Vice President\"]\n\
                persona \"dach\" {\n  title not in [$lib.a, $x, CTO] and not (size 51..1000 employees or industry = \"Computer Software\")\n  \
                past_title\n  years_at_company >= 3 years and function = Sales\n}\n";
    insta::assert_snapshot!(all(text), @r#"
    use keyword
    "lib.persona" string
    as keyword
    lib namespace declaration
    webhook property
    env function
    "HOOK" string
    # é😀 comment
    custom property
    "a" property
    true keyword
    1 number
    split property
    any enumMember
    let keyword
    x variable declaration readonly
    = operator
    CEO enumMember
    "Vice President" string
    persona keyword
    "dach" class declaration
    title property
    not keyword
    in keyword
    $lib namespace
    a variable readonly
    $x variable readonly
    CTO string
    and keyword
    not keyword
    size property
    51 number
    .. operator
    1000 number
    employees keyword
    or keyword
    industry property
    = operator
    "Computer Software" enumMember deprecated
    past_title property
    years_at_company property
    >= operator
    3 number
    years keyword
    and keyword
    function property
    = operator
    Sales enumMember
    "#);
}

#[test]
fn broken_lines_are_coloured_too() {
    let text = "title in [CEO, \"é😀\nindustry in in $x \"a\\\"b\" and 12 !! seniority\n)) limit: 5 … env(\n";
    insta::assert_snapshot!(all(text), @r#"
    title property
    in keyword
    CEO string
    "é😀 string
    industry property
    in keyword
    in keyword
    $x variable
    "a\"b" string
    and keyword
    12 number
    !! operator
    seniority property
    limit property
    5 … env( string
    "#);
}

#[test]
fn a_part_can_be_asked_for() {
    let text = "title = CEO\nfunction = Sales\nlimit: 5\n";
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", text);
    let range = json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 2, "character": 0 } });
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "range": range });
    let answer = editor.request("textDocument/semanticTokens/range", params);
    assert_eq!(shown(&editor, text, &answer), "function property\n= operator\nSales enumMember");
}
