//! From names to what they name: outlines, definitions, references, and other names for them.

use serde_json::{Value, json};

use super::editor::Editor;
use crate::tool::Room;

fn outline(symbols: &Value, depth: usize) -> String {
    let mut text = String::new();
    for symbol in symbols.as_array().expect("symbols") {
        let (name, kind) = (symbol["name"].as_str().expect("a name"), &symbol["kind"]);
        let detail = symbol["detail"].as_str().unwrap_or_default();
        let at = &symbol["selectionRange"]["start"];
        let indent = "  ".repeat(depth);
        text += &format!("{indent}{name} | {detail} | {kind} at {}:{}\n", at["line"], at["character"]);
        if symbol["children"].is_array() {
            text += &outline(&symbol["children"], depth + 1);
        }
    }
    text
}

const LIBRARY: &str = "\
use \"lib/titles.persona\" as titles
limit: 5
let sizes = [1..10, 51..200]
let young = not (size > 10000 or experience < 1)
persona founders {
  name: \"The founders\"
  title in $titles.founders and (size in $sizes or $young)
  changed_jobs
}
persona \"two words\" { title in [ }
";

#[test]
fn an_outline_is_a_tree_where_the_client_knows_trees() {
    let capabilities = json!({ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } });
    let mut editor = Editor::with(Room::empty(), capabilities);
    editor.open_file("a.persona", LIBRARY);
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    let symbols = editor.request("textDocument/documentSymbol", params);
    insta::assert_snapshot!(outline(&symbols, 0));
}

#[test]
fn an_outline_is_flat_elsewhere() {
    let mut editor = Editor::open(Room::empty());
    editor.open_file("a.persona", LIBRARY);
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") } });
    let symbols = editor.request("textDocument/documentSymbol", params);
    let title = symbols.as_array().expect("symbols").iter().find(|symbol| symbol["name"] == "title").expect("a title");
    assert_eq!(title["containerName"], "founders");
    assert_eq!(title["location"]["range"]["start"], json!({ "line": 6, "character": 2 }));
}

#[test]
fn names_of_all_files_are_found() {
    let room = Room::with(&[
        ("personac.toml", ""),
        (".gitignore", "ignored\n"),
        ("ignored/x.persona", "let sizes = 1..10\n"),
        ("lib/sizes.persona", "let mid_sizes = [51..200]\n"),
        ("deep/er/vp_sales.persona", "title = VP\n"),
        ("blocks.persona", "persona vip { name: \"Very important\" title = CEO }\n"),
    ]);
    let mut editor = Editor::open(room);
    editor.open_file("unsaved.persona", "let sizes = 1..10\n");
    let mut names = |query: &str| -> Vec<String> {
        let found = editor.request("workspace/symbol", json!({ "query": query }));
        let name =
            |symbol: &Value| format!("{} in {}", symbol["name"].as_str().expect("a name"), symbol["containerName"]);
        found.as_array().expect("symbols").iter().map(name).collect()
    };
    assert_eq!(names("sizes"), ["sizes in \"unsaved.persona\"", "mid_sizes in \"sizes.persona\""]);
    assert_eq!(names("VPs"), ["vp_sales in \"vp_sales.persona\""]);
    assert_eq!(names("vi"), ["vip in \"blocks.persona\"", "Very important in \"vip\""]);
    assert_eq!(names("").len(), 5);
    assert!(names("xyz").is_empty());
}

#[test]
fn names_lead_to_where_they_are_made() {
    let room = Room::with(&[("lib/titles.persona", "# who decides\nlet leaders = [CEO]\n")]);
    let mut editor = Editor::open(room);
    let text = "use \"lib/titles.persona\" as t\nlet own = [CFO]\ntitle in [$own, $t.leaders]\n";
    editor.open_file("a.persona", text);
    let mut made = |line: u32, character: u32| {
        let at = editor.at("a.persona", line, character);
        let found = editor.request("textDocument/definition", at);
        let uri = found["uri"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
        (uri, found["range"]["start"].clone())
    };
    let at = |line: u32, character: u32| json!({ "line": line, "character": character });
    assert_eq!(made(2, 12), ("a.persona".to_owned(), at(1, 4)), "a `let` of the file");
    assert_eq!(made(2, 10), ("a.persona".to_owned(), at(1, 4)), "the sign before it");
    assert_eq!(made(2, 20), ("titles.persona".to_owned(), at(1, 4)), "one of a used file");
    assert_eq!(made(2, 17), ("a.persona".to_owned(), at(0, 28)), "the alias");
    assert_eq!(made(0, 8), ("titles.persona".to_owned(), at(0, 0)), "the file itself");
    assert_eq!(made(2, 1), (String::new(), Value::Null), "a filter is made by nobody");
}
