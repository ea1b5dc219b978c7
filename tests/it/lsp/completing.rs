//! What can be chosen at a place, marked with `‸`: in text that is still typed, and in text that is broken.

use serde_json::{Value, json};

use super::editor::Editor;
use crate::properties::dice::Dice;
use crate::tool::Room;

/// Items that a row of the snapshot shows.
const SHOWN: usize = 5;

#[test]
fn places_and_what_can_be_written_there() {
    let room = Room::with(&[
        (
            "personac.toml",
            "[defaults]\nwebhook = { env = \"LEADS_WEBHOOK\" }\n[labels.company]\n\"Our Google\" = 1441\n",
        ),
        ("lib/titles.persona", "let leaders = [CEO, \"VP of Sales\"]\nlet big = size 51..1000\n"),
    ]);
    let mut editor = Editor::with(
        room,
        json!({ "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } } }),
    );
    let lines: Vec<String> = PLACES.iter().enumerate().map(|(number, text)| row(&mut editor, number, text)).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

const PLACES: &[&str] = &[
    "‸",
    "tit‸",
    "sen‸",
    "headc‸",
    "title = CEO\n‸",
    "title = CEO\nan‸",
    "title = CEO and ‸",
    "title ‸",
    "seniority ‸",
    "past_company n‸",
    "seniority >= ‸",
    "seniority = Dir‸",
    "seniority in [VP, ‸]",
    "seniority in [VP, C‸",
    "function = \"Sal‸\"",
    "function = \"Sal‸",
    "location = Gre‸",
    "location in [France, \"greater lon‸\"]",
    "location = new yo‸",
    "location = deutschl‸",
    "industry = soft‸",
    "size 51..‸",
    "size ‸",
    "years_in_position >= ‸",
    "company = our‸",
    "company_type = ‸",
    "let leaders = [CEO]\ntitle in $‸",
    "let leaders = [CEO]\nlet big = size 51..1000\n‸",
    "use \"‸\"",
    "use \"lib/titles.persona\" ‸",
    "use \"lib/titles.persona\" as ‸",
    "use \"lib/titles.persona\" as t\ntitle in $t.‸",
    "split: ‸",
    "streaming: ‸",
    "webhook: ‸",
    "webhook: env(\"‸\")",
    "limit: ‸",
    "name: \"a‸\"",
    "# personac: allow(no-‸",
    "# no‸",
    "title = CEO\nfunctio = Sales\nand seniority = Dir‸\nand ((",
    "persona one {\n  ‸\n}",
    "title in [\"a\", ‸",
    "connections_of = ‸",
    "let patch = [France, Ger‸\ntitle = CEO\nlocation in $patch",
    "let patch = [France, ‸]\nlet wide = [$patch, Spain]\nlocation in $wide",
    "let patch = Fra‸\nlocation = $patch",
    "let patch = \"Fra‸\nlocation = $patch",
    "let patch = ‸\nlocation in $patch",
    "let mid = 51..‸\nsize in $mid",
    "let mid = ..‸\nsize in $mid",
    "let own = title = CEO and ‸",
    "let own = [CEO, ‸\nlet other = [$own]",
    "let own = [CEO]\n‸",
    "let own = (seniority >= VP or function = Sal‸",
    "persona a {\n  let patch = [Ger‸\n  location in $patch\n}",
];

/// A line for a place: the text, what is replaced, and the first items with what is put in for them.
fn row(editor: &mut Editor, number: usize, marked: &str) -> String {
    let (items, replaced) = complete(editor, &format!("p{number}.persona"), marked);
    let one = |item: &Value| {
        let (label, new) =
            (item["label"].as_str().expect("a label"), item["textEdit"]["newText"].as_str().expect("a text"));
        let detail = item["detail"].as_str().unwrap_or_default();
        let new = if new == label { String::new() } else { format!(" → {new:?}") };
        format!("{label}{new} ({detail})")
    };
    let shown: Vec<String> = items.iter().take(SHOWN).map(one).collect();
    let more = items.len().saturating_sub(SHOWN);
    format!(
        "{marked:?}\n  for {replaced:?}: {}{}",
        shown.join(" | "),
        if more > 0 { format!(" | … {more} more") } else { String::new() }
    )
}

/// The items at the mark, and the text that they replace.
fn complete(editor: &mut Editor, name: &str, marked: &str) -> (Vec<Value>, String) {
    let text = marked.replace('‸', "");
    let before = marked.split('‸').next().expect("a mark");
    let line = before.matches('\n').count() as u32;
    let character = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
    editor.open_file(name, &text);
    let at = editor.at(name, line, character);
    let answer = editor.request("textDocument/completion", at);
    let items = answer["items"].as_array().expect("items").clone();
    let replaced = items.first().map_or_else(String::new, |item| {
        let range = &item["textEdit"]["range"];
        let column = |end: &str| range[end]["character"].as_u64().expect("a column") as usize;
        let whole: Vec<u16> = text.split('\n').nth(line as usize).unwrap_or_default().encode_utf16().collect();
        String::from_utf16_lossy(&whole[column("start")..column("end")])
    });
    (items, replaced)
}

#[test]
fn an_item_is_explained_when_somebody_looks_at_it() {
    let mut editor = Editor::open(Room::empty());
    let (items, _) = complete(&mut editor, "a.persona", "location = Fran‸");
    let resolved = editor.request("completionItem/resolve", items[0].clone());
    let page = resolved["documentation"]["value"].as_str().expect("a page");
    assert!(page.contains("105015875") && page.contains("Europe"), "{page}");
    let (items, _) = complete(&mut editor, "b.persona", "senio‸");
    let resolved = editor.request("completionItem/resolve", items[0].clone());
    assert!(resolved["documentation"]["value"].as_str().is_some_and(|page| page.contains("seniority_levels")));
}

/// What a library of lists is for is told by the files that use it.
#[test]
fn lists_of_a_library_are_completed_for_those_who_use_it() {
    let room = Room::with(&[
        ("personac.toml", ""),
        ("lib/places.persona", ""),
        ("a.persona", "use \"lib/places.persona\" as places\nlocation in $places.patch and title = CEO\n"),
    ]);
    let mut editor = Editor::open(room);
    let (items, _) = complete(&mut editor, "lib/places.persona", "let patch = [Germ‸\n");
    assert_eq!(items[0]["label"], "Germany");
}

/// Wherever the cursor stands in a persona of the library, and wherever the text ends, there is an answer.
#[test]
fn there_is_an_answer_everywhere() {
    let mut editor = Editor::open(Room::empty());
    let mut dice = Dice(7);
    let mut version = 1;
    editor.open_file("a.persona", "");
    for path in glob("personas") {
        let text = std::fs::read_to_string(&path).expect("a persona");
        for _ in 0..12 {
            let mut at = dice.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let shown = if dice.percent(50) { &text[..at] } else { &text };
            version += 1;
            editor.replace("a.persona", version, shown);
            let line = text[..at].matches('\n').count() as u32;
            let character = text[..at].rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
            let at = editor.at("a.persona", line, character);
            assert!(editor.request("textDocument/completion", at)["items"].is_array());
        }
    }
    assert_eq!(editor.close(), 0);
}

fn glob(below: &str) -> Vec<std::path::PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(below).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(glob(&path.display().to_string()));
        } else if path.extension().is_some_and(|ending| ending == "persona") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every label of every closed vocabulary is found by its beginning, and what is put in is that label.
#[test]
fn labels_are_found_by_their_beginnings() {
    let mut editor = Editor::open(Room::empty());
    let mut number = 0;
    for field in ["seniority", "function", "company_type", "relationship"] {
        let listed = editor.room.run(&["labels", field, "--json"]);
        let rows: Value = serde_json::from_str(&listed.out).expect("JSON");
        for row in rows.as_array().expect("rows") {
            let label = row["label"].as_str().expect("a label");
            let typed: String = label.chars().take(4).collect();
            number += 1;
            let (items, _) = complete(&mut editor, &format!("l{number}.persona"), &format!("{field} = \"{typed}‸\""));
            let is_it = |item: &&Value| item["label"] == label;
            let item = items.iter().find(is_it).unwrap_or_else(|| panic!("{field} {label}"));
            assert!(
                item["detail"].as_str().is_some_and(|detail| detail.starts_with(row["id"].as_str().expect("an ID")))
            );
        }
    }
}
