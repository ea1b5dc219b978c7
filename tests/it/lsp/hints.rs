//! Hints beside labels and ranges.

use serde_json::{Value, json};

use super::editor::Editor;
use crate::tool::{HOOK, Room};

/// The text with each hint where an editor shows it.
fn hinted(editor: &mut Editor, text: &str, last: u32) -> String {
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": last, "character": 0 } });
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "range": range });
    let hints = editor.request("textDocument/inlayHint", params);
    let mut lines: Vec<Vec<u16>> = text.lines().map(|line| line.encode_utf16().collect()).collect();
    for hint in hints.as_array().expect("hints").iter().rev() {
        let number = |key: &str| hint["position"][key].as_u64().expect("a number") as usize;
        let label = format!("⟨{}⟩", hint["label"].as_str().expect("a label"));
        let line = &mut lines[number("line")];
        line.splice(number("character")..number("character"), label.encode_utf16());
    }
    lines.iter().map(|line| String::from_utf16_lossy(line) + "\n").collect()
}

fn open(text: &str) -> Editor {
    let files = [
        ("personac.toml", "[labels.company]\nAcme = 1441\nBoth = [1441, 1035]\n"),
        ("lib.persona", "let far = [France, Germany]\n"),
    ];
    let mut editor = Editor::open(Room::with(&files));
    editor.open_file("a.persona", text);
    editor
}

#[test]
fn labels_have_ids_and_ranges_have_buckets() {
    let text = "use \"lib.persona\" as lib\nsplit: any\nlet near = [Sales, 15] # é😀\nlet unused = [Sales]\n\
                function in [$near, \"Human Resources\", 25]\nlocation in [$lib.far, \"Georgia (103644278)\", 105015875]\n\
                size in [1-10, 51..1000 employees, 10001+]\nseniority >= Director\nseniority = CXO\nyears_at_company 1..2 years\n\
                company in [Acme, Both, 7, \"urn:li:organization:1035\"]\ntitle in [CEO, \"é😀\"] and industry = \"Software Development\"\n\
                past_title\nfunction = Salez and function = Marketing and size 50..100\n";
    insta::assert_snapshot!(hinted(&mut open(text), text, 99));
}

#[test]
fn split_shows_how_many_requests_it_takes() {
    let block = "persona a {\n  split: any\n  title = CEO or size 1..10\n}\n";
    let text = format!("{HOOK}split: disjoint\n{block}persona b {{ function = Sales }}\n");
    let shown = hinted(&mut open(&text), &text, 99);
    assert!(shown.contains("split: disjoint⟨3 requests of 2 personas⟩"), "{shown}");
    assert!(shown.contains("  split: any⟨2 requests⟩"), "{shown}");
    let alone = format!("{HOOK}split: any\ntitle = CEO or size 1..10 or function = Sales\n");
    assert!(hinted(&mut open(&alone), &alone, 99).contains("split: any⟨3 requests⟩"));
}

#[test]
fn branches_show_the_requests_that_find_them() {
    let shown = |text: &str| hinted(&mut open(text), text, 99);
    let any =
        "split: any\n(title = CEO and changed_jobs)\nor size 1..10 or title = CFO or ( # why\n  function = Sales )\n";
    let disjoint =
        "split: disjoint\nsize 1..10 or title = CEO or past_title = CFO\nand (seniority = VP or keyword = \"x\")\n";
    let merged = "split: any\n(title = CEO or title = CFO) and (size 1..10 or keyword = x) and (past_title = A or past_title = B)\n";
    let block = "persona a { title = CEO }\npersona b { split: any title = CEO or size 1..10 }\n";
    insta::assert_snapshot!([any, disjoint, merged, block].map(shown).join("---\n"));
}

#[test]
fn only_the_part_that_is_asked_for_has_hints() {
    let text = "function = Sales\nfunction = Marketing\n";
    assert_eq!(hinted(&mut open(text), text, 1), "function = Sales⟨25⟩\nfunction = Marketing\n");
}

#[test]
fn hints_say_more_when_they_are_pointed_at() {
    let mut editor = open("industry = \"Software Development\"\n");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "range": range });
    let hints: Value = editor.request("textDocument/inlayHint", params);
    let tooltip = hints[0]["tooltip"]["value"].as_str().expect("a tooltip");
    assert!(tooltip.contains("Technology, Information and Media"), "{tooltip}");
}
