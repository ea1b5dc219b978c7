//! Refactorings, applied as editors do: what is offered where, and the text after each.

use serde_json::{Value, json};

use super::applying::{applied, by_file, marked};
use super::editor::Editor;
use crate::tool::{HOOK, Room};

const BOOK: &str = "[labels.company]\nGoogle = 1441\n\"Acme & Söhne\" = 77\n";

/// What is offered at the mark of `a.persona`, each with the text after it.
fn offered(files: &[(&str, &str)], text: &str) -> String {
    let (text, range) = marked(text);
    let mut editor = Editor::open(Room::with(files));
    editor.room.write("a.persona", &text);
    editor.open_file("a.persona", &text);
    let mut shown = String::new();
    for action in actions(&mut editor, &range, "refactor") {
        let after = applied(&text, &by_file(&action["edit"])["a.persona"]);
        let line = |key: &str| action[key].as_str().expect("a text").to_owned();
        shown += &format!("--- {} ({})\n{}", line("title"), line("kind"), after.replace('\r', "␍"));
    }
    shown
}

/// The actions of a kind, or all of them.
fn actions(editor: &mut Editor, range: &Value, only: &str) -> Vec<Value> {
    let mut context = json!({ "diagnostics": [], "only": [only] });
    if only.is_empty() {
        context = json!({ "diagnostics": [] });
    }
    let document = json!({ "uri": editor.uri("a.persona") });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    editor.request("textDocument/codeAction", params).as_array().expect("actions").clone()
}

fn titles(files: &[(&str, &str)], text: &str, only: &str) -> Vec<String> {
    let (text, range) = marked(text);
    let mut editor = Editor::open(Room::with(files));
    editor.room.write("a.persona", &text);
    editor.open_file("a.persona", &text);
    let found = actions(&mut editor, &range, only);
    found.iter().filter_map(|action| action["title"].as_str().map(str::to_owned)).collect()
}

/// A name for the snapshot, and the texts of it.
macro_rules! snapshot {
    ($($name:ident: [$($file:expr),*] $($text:expr),+;)+) => {$(
        #[test]
        fn $name() {
            let texts = [$($text),+];
            let shown: Vec<String> =
                texts.iter().map(|text| format!("=== {}\n{}", text.replace('\r', "␍"), offered(&[$($file),*], text))).collect();
            insta::assert_snapshot!(shown.join("\n"));
        }
    )+};
}

snapshot! {
    ids_become_labels: [("personac.toml", BOOK)]
        "function in [2‸5, Marketing]\n",
        "seniority >= 30‸0\n",
        "industry in [\n    9‸6, # é\n    4,\n    Banking,\n]\n",
        "company in [14‸41, \"urn:li:organization:77\", 5]\n",
        "location in [106315‸325, 103644278, \"Georgia, United States\"]\n",
        "let patch = [10631‸5325]\n\nlocation in $patch\n",
        "company_type = ‸C\n",
        "title = 2‸5\n";
    contested_ids_follow_the_project: [("personac.toml", "industry_labels = \"pronto\"\n")]
        "industry in [4, 12, 9‸6]\n";
    lists_are_sorted: [("personac.toml", BOOK)]
        "title in [CRO‸, \"VP of Sales\", \"évêque\", Abbot]\n",
        "seniority in [CXO, D‸irector, VP]\n",
        "seniority not in [CXO, D‸irector, VP]\n",
        "size in [1001.., ‸11..50, 51-200]\n",
        "company in [77, Google, 5‸, Acme-Soehne, \"Acme & Söhne\"]\n",
        "company in [77, Google, 5‸]\n",
        "title in [\n    # the boss\n    CRO, # 😀\n    ‸CEO,\n    # nobody\n]\n",
        "persona a {\n    title in [\n        B‸, # b\n        # a\n        A,\n    ]\n}\n",
        "title in [A, ‸B]\n",
        "let leaders = [CRO, ‸CEO]\n";
    lists_and_values_get_a_name: []
        "name: \"x\"\n\n# who\ntitle in [CEO‸, CFO] # why\nand size 51..200\n",
        "title = CEO\nand size 51..2‸00 employees\n",
        "title in [CEO, ‸CFO‸] and seniority >= VP\n",
        "seniority >= ‸VP\nand not title = Intern\n",
        "let titles = [CTO]\n\ntitle in [$titles, C‸RO]\n",
        "title in [\n    CEO, # é\n    # 😀\n    C‸FO,\n]\nand past_title not in [ CEO, CFO ]\nand title not in [CEO, CFO]\n",
        "title in [CE‸O, CFO]\r\nand size 51..200\r\n";
    filters_get_a_name: []
        "size 51..200\nand ( # one\n    title = CEO‸\n    or function = Sales # two\n)\n",
        "size 51..200\nand (title = CEO o‸r function = Sales)\n",
        "split: any\n\n‸(title = CEO or size 1..10)\n",
        "not ‸posted_on_linkedin\n",
        "title = CEO\nand ‸size 51..200 and function = Sales‸\n",
        "# all of it\ntitl‸e = CEO\n",
        "# personac: allow(no-name)\ntitl‸e = CEO\n";
    names_are_made_where_they_are_seen: []
        "persona a {\n    title in [CE‸O, CFO]\n}\n\npersona b {\n    title in [CEO, CFO]\n    and size 1..10\n}\n",
        "persona a { title in [CE‸O, CFO] }\n",
        "persona a {\n    let x = [CEO]\n    title in [$x, C‸FO]\n}\n\npersona b {\n    let x = [CTO]\n    title in [$x, CFO]\n}\n";
    names_are_replaced: [("lib.persona", "let boss = CEO\nlet leaders = [$boss, CFO] # x\nlet small = size 1..10 or size 11..50\nlet plain = [CEO, CFO]\n")]
        "let leaders = [\n    CEO, # one\n    CFO,\n]\n\ntitle in [CRO, $lea‸ders]\n",
        "let leaders = [CEO, CFO]\n\ntitle = $lea‸ders\nand past_title != $leaders\n",
        "let boss = CEO\nlet mid = 51..200\n\ntitle in $bo‸ss\nand size = $mid\n",
        "let mid = 51..200 employees\n\nsize = $mi‸d\n",
        "let small = size 1..10 or size 11..50\n\ntitle = CEO\nand $sm‸all\nand not $small\n",
        "let on = posted_on_linkedin\nlet all = $on\n\n$al‸l\n",
        "use \"lib.persona\" as lib\n\ntitle in $lib.lea‸ders\nand $lib.small\n",
        "use \"lib.persona\" as lib\n\ntitle in $lib.leaders\nand $lib.sm‸all\n",
        "use \"lib.persona\"\n\nlet boss = Intern\n\ntitle in $lea‸ders\n",
        "use \"lib.persona\"\n\ntitle in $lea‸ders\n",
        "let leaders = $al‸l\nlet all = [CEO, CFO]\n\ntitle in $leaders\n";
    names_go: []
        "# why\nlet lea‸ders = [CEO, CFO] # é\n\ntitle in [$leaders, CRO]\nand past_title not in $leaders\n",
        "let lea‸ders = [\n    CEO, # é\n]\n\ntitle in $leaders\n",
        "let sm‸all = title = CEO or function = Sales\n\nsize 1..10\nand $small\n";
}

#[test]
fn what_a_quick_fix_does_is_offered_once() {
    let text = format!("{HOOK}limit: 5\nname: \"x\"\n\nfunction in [2‸5, 15]\n");
    let all = titles(&[], &text, "");
    let one: Vec<&String> = all.iter().filter(|title| title.contains("Sales")).collect();
    assert_eq!(one, ["replace with `Sales`"], "{all:?}");
    assert!(all.contains(&"replace all IDs of this list by labels".to_owned()), "{all:?}");
    assert!(titles(&[], &text, "refactor").contains(&"replace `25` by `Sales`".to_owned()));
    let allowed = text.replace("function", "# personac: allow(raw-id)\nfunction");
    assert!(titles(&[], &allowed, "").contains(&"replace `25` by `Sales`".to_owned()));
}

#[test]
fn kinds_are_honoured() {
    let text = "let x = [CRO, 25]\n\ntitle in [$‸x, CEO, B]\n";
    let count = |only: &str| titles(&[], text, only).len();
    assert_eq!(count("refactor"), count("refactor.rewrite") + count("refactor.extract") + count("refactor.inline"));
    assert_eq!(titles(&[], text, "refactor.inline"), ["replace `$x` by what it names"]);
    assert!(count("refactor.rewrite") > 0 && count("refactor.extract") > 0);
    let editor = Editor::open(Room::empty());
    let kinds = editor.can["codeActionProvider"]["codeActionKinds"].as_array().expect("kinds").clone();
    assert!(
        ["refactor.rewrite", "refactor.extract", "refactor.inline"].iter().all(|kind| kinds.contains(&json!(kind)))
    );
}

#[test]
fn files_with_syntax_errors_are_left_alone() {
    assert_eq!(titles(&[], "title in [B, ‸A]\nand and\n", "refactor"), Vec::<String>::new());
}

/// A name that another file uses stays, and values that it uses for another field stay what they are.
#[test]
fn other_files_count() {
    let user = "use \"a.persona\"\n\ntitle in $leaders\n";
    let text = "let lead‸ers = [CEO, CFO]\n\ntitle in $leaders\n";
    assert_eq!(titles(&[("b.persona", user)], text, "refactor.inline"), Vec::<String>::new());
    assert_eq!(titles(&[], text, "refactor.inline").len(), 1);
    let text = "let codes = [2‸5]\n\nfunction in $codes\n";
    let other = "use \"a.persona\"\n\nindustry in $codes\n";
    assert_eq!(titles(&[("b.persona", other)], text, "refactor.rewrite"), Vec::<String>::new());
    assert_eq!(titles(&[], text, "refactor.rewrite"), ["replace `25` by `Sales`"]);
    let sorted = |files: &[(&str, &str)]| titles(files, "let leaders = [CFO, C‸EO]\n", "refactor.rewrite");
    assert_eq!(sorted(&[]), ["sort this list"]);
    assert_eq!(sorted(&[("b.persona", user)]), ["sort this list (the request's values change order)"]);
}

/// A client that can wait gets the edits of the action it has chosen, and none for a text that is gone.
#[test]
fn edits_can_come_later() {
    let (text, range) = marked("title in [CE‸O, CFO]\n");
    let later = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let mut editor = Editor::with(Room::empty(), json!({ "textDocument": { "codeAction": later } }));
    editor.open_file("a.persona", &text);
    let found = actions(&mut editor, &range, "refactor.extract");
    let list = found.iter().find(|action| action["title"] == "extract this list into `let titles`").expect("an action");
    assert!(list.get("edit").is_none());
    let resolved = editor.request("codeAction/resolve", list.clone());
    let after = applied(&text, &by_file(&resolved["edit"])["a.persona"]);
    assert_eq!(after, "let titles = [CEO, CFO]\n\ntitle in $titles\n");
    editor.replace("a.persona", 2, "title = CEO\n");
    let id = editor.ask("codeAction/resolve", list.clone());
    assert_eq!(editor.response(&json!(id))["error"]["message"], "the file has changed since");
}
