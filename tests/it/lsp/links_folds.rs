//! Links, what can be folded, and growing selections.

use serde_json::{Value, json};

use super::editor::Editor;
use super::marked::{at, marked};
use crate::tool::Room;

fn of_file(editor: &mut Editor, method: &str) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    editor.request(method, params).as_array().expect("a list").clone()
}

#[test]
fn used_files_and_addresses_can_be_followed() {
    let mut editor = Editor::open(Room::with(&[("lib/x y.persona", "let a = [CEO]\n")]));
    let text = "use \"lib/x y.persona\" as x\nuse \"gone.persona\"\nwebhook: \"https://hooks.example.com/é\"\n\
                custom: { see: [\"http://a.example/?q=1\", \"https://\", \"https://not one\"] }\n\
                company = \"https://www.linkedin.com/company/1441\"\n";
    editor.open_file("a.persona", text);
    let links = of_file(&mut editor, "textDocument/documentLink");
    let shown: Vec<(String, &str)> =
        links.iter().map(|link| (at(text, &link["range"]), link["target"].as_str().expect("a target"))).collect();
    let lib = editor.uri("lib/x%20y.persona");
    let own = |text: &'static str| (text.to_owned(), text);
    let expected = [
        ("lib/x y.persona".to_owned(), lib.as_str()),
        own("https://hooks.example.com/é"),
        own("http://a.example/?q=1"),
        own("https://www.linkedin.com/company/1441"),
    ];
    assert_eq!(shown, expected);
}

const FOLDS: &str = "# one
# two
use \"a\" as a
use \"b\" as b

name: \"x\"
limit: 5
custom: {
  a: [
    1,
  ],
}
let a = [CEO]
let b = [
  CTO,
  CFO]

# alone
persona first {
  # in
  # here
  webhook: \"https://a.example\"
  limit: 7
  title in [
    CEO,
  ]
  seniority = 
}
";

#[test]
fn what_stands_together_can_be_folded() {
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", FOLDS);
    let folds = of_file(&mut editor, "textDocument/foldingRange");
    let lines: Vec<&str> = FOLDS.lines().collect();
    let line = |fold: &Value, key: &str| lines[fold[key].as_u64().expect("a line") as usize].trim();
    let shown: Vec<String> = folds
        .iter()
        .map(|fold| {
            let kind = fold["kind"].as_str().unwrap_or("-");
            format!("{kind}: {} … {}", line(fold, "startLine"), line(fold, "endLine"))
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    comment: # one … # two
    imports: use "a" as a … use "b" as b
    -: name: "x" … }
    -: custom: { … ],
    -: a: [ … 1,
    -: let a = [CEO] … CFO]
    -: let b = [ … CFO]
    -: persona first { … seniority =
    comment: # in … # here
    -: webhook: "https://a.example" … limit: 7
    -: title in [ … CEO,
    "#);
}

#[test]
fn a_client_may_want_few_folds() {
    let mut editor = Editor::with(Room::empty(), json!({ "textDocument": { "foldingRange": { "rangeLimit": 2 } } }));
    editor.open_file("a.persona", FOLDS);
    assert_eq!(of_file(&mut editor, "textDocument/foldingRange").len(), 2);
}

/// Everything a selection grows to, from the only mark of the text.
fn grown(text: &str) -> Vec<String> {
    let (text, places) = marked(text);
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", &text);
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "positions": places });
    let answer = editor.request("textDocument/selectionRange", params);
    let mut found = vec![];
    let mut next = &answer[0];
    while next.is_object() {
        found.push(at(&text, &next["range"]));
        next = &next["parent"];
    }
    found
}

#[test]
fn a_selection_grows_by_what_stands_around_it() {
    let text = "# é😀\npersona a {\n  limit: 5\n  title = CEO and (industry in [\"Soft‸ware Development\", Banking] or size 1..10)\n  function = Sales\n}\n";
    insta::assert_snapshot!(grown(text).join("\n---\n"), @r#"
    Software
    ---
    Software Development
    ---
    "Software Development"
    ---
    ["Software Development", Banking]
    ---
    industry in ["Software Development", Banking]
    ---
    industry in ["Software Development", Banking] or size 1..10
    ---
    title = CEO and (industry in ["Software Development", Banking] or size 1..10)
    ---
    title = CEO and (industry in ["Software Development", Banking] or size 1..10)
      function = Sales
    ---
    persona a {
      limit: 5
      title = CEO and (industry in ["Software Development", Banking] or size 1..10)
      function = Sales
    }
    ---
    # é😀
    persona a {
      limit: 5
      title = CEO and (industry in ["Software Development", Banking] or size 1..10)
      function = Sales
    }
    "#);
}

#[test]
fn a_selection_grows_on_broken_lines_and_between_words() {
    assert_eq!(
        grown("title in [CEO, \"a b‸\n"),
        ["b", "\"a b", "[CEO, \"a b", "title in [CEO, \"a b", "title in [CEO, \"a b\n"]
    );
    assert_eq!(grown("‸"), [""]);
    assert_eq!(grown("a ‸ b\n")[0], "");
}
