//! What stands under the cursor.

use serde_json::{Value, json};

use super::editor::Editor;
use super::marked::{at, marked};
use crate::tool::Room;

const PROJECT: &str = "[labels.company]\nAcme = 1441\n\n[labels.location]\ncore = [\"105646813\", \"105015875\"]\n";

const LIBRARY: &str = "let leaders = [CEO, \"Vice President\"]\nlet midmarket = 51..1000\nlet core_industries = [Banking, \"Software Development\"]\nlet fit = seniority >= Director and size 51..1000\n";

fn editor(capabilities: Value) -> Editor {
    Editor::with(Room::with(&[("personac.toml", PROJECT), ("lib.persona", LIBRARY)]), capabilities)
}

/// What is said at each mark of a text: the range, and the page.
fn said(text: &str) -> String {
    said_to(editor(json!({})), text)
}

fn said_to(mut editor: Editor, text: &str) -> String {
    let (text, places) = marked(text);
    editor.open_file("a.persona", &text);
    let mut all = vec![];
    for place in places {
        let params = json!({ "textDocument": { "uri": editor.uri("a.persona") }, "position": place });
        let hover = editor.request("textDocument/hover", params);
        all.push(match hover.is_null() {
            true => "nothing".to_owned(),
            false => {
                let page = hover["contents"]["value"].as_str().expect("a page");
                format!("‹{}›\n{page}", at(&text, &hover["range"]))
            }
        });
    }
    all.join("\n════════\n")
}

#[test]
fn fields_and_settings_have_their_pages() {
    insta::assert_snapshot!(said("web‸hook: \"https://a.example\"\nsenio‸rity >= Director\nsplit: an‸y\n"));
}

#[test]
fn labels_and_ids_are_told_apart() {
    insta::assert_snapshot!(said(
        "industry in [\"Soft‸ware Development\", 4‸3, \"Computer ‸Hardware\", 99999‸]\nlocation in [Pa‸ris, co‸re, Germany‸]\n\
         function = Sal‸es\ncompany_type = \"Self-‸Employed\"\ncompany in [Ac‸me, 14‸41, 7‸]\ntitle = CE‸O\nseniority = Dir‸ector\n"
    ));
}

#[test]
fn ranges_and_comparisons_cover_buckets() {
    insta::assert_snapshot!(said(
        "size in [51..‸1000, 5001‸..]\nsize >= 20‸1 employees\nseniority Director‸..CXO\nyears_at_company < ‸3\n"
    ));
}

#[test]
fn names_stand_for_what_they_name() {
    insta::assert_snapshot!(said(
        "use \"li‸b.persona\" as lib\nlet le‸vels = [Dir‸ector, CXO]\nlet unu‸sed = [Ger‸many, France]\nlet fi‸lter = title = CEO or size 1..10\n\
         title in [$lib.lea‸ders, \"CFO\"]\nseniority in $lev‸els\n$lib.f‸it\nnot $fil‸ter\nsize in $lib.mid‸market\nindustry in $lib.no‸thing\n"
    ));
}

#[test]
fn clauses_show_what_they_become() {
    insta::assert_snapshot!(said(
        "title =‸ CEO\nfunction not ‸in [Sales, Marketing]\n(title = CTO o‸r size 1..10) and no‸t industry = Banking\nsize 50..‸100\nkeyword != ‸x\n"
    ));
}

#[test]
fn personas_are_described() {
    insta::assert_snapshot!(said(
        "webhook: \"https://a.example\"\nsplit: any\npersona da‸ch { title = CEO or size 1..10 }\n‸persona \"two\" { function = Sales }\n"
    ));
}

#[test]
fn what_is_understood_is_told_beside_what_is_broken() {
    insta::assert_snapshot!(said(
        "persona da‸ch {\n  title in [CEO, \"CTO‸\n  function = Sal‸es\n  indu‸stry\n}\nsize ‸51..200 and and seni‸ority >= \n)) fun‸ction $lib.x‸ lim‸it: \n\
         persona em‸pty { limit: 5 }\n"
    ));
}

#[test]
fn variables_are_never_told() {
    let said = said("webhook: en‸v(\"PATH\")\ncustom: { a: env(\"NOT_THERE‸_1\") }\n");
    assert!(said.contains("`PATH` is set"), "{said}");
    assert!(said.contains("`NOT_THERE_1` is not set"), "{said}");
    assert!(!said.contains("/bin"), "{said}");
}

#[test]
fn comments_that_allow_lead_to_the_rule() {
    let said = said("# personac: allow(no-we‸bhook, P60‸3) fr‸om here\ntitle = CEO # pers‸onac\n");
    let parts: Vec<&str> = said.split("════════").collect();
    assert!(parts[0].starts_with("‹no-webhook›\n### P"), "{said}");
    assert!(parts[1].contains("‹P603›\n### P603 old-label"), "{said}");
    assert_eq!([parts[2].trim(), parts[3].trim()], ["nothing", "nothing"]);
}

#[test]
fn clients_without_markdown_get_plain_text() {
    let plain = editor(json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } }));
    insta::assert_snapshot!(said_to(plain, "function = Sal‸es\nsize ‸51..1000\n"));
}

#[test]
fn unsaved_text_counts() {
    let mut editor = editor(json!({}));
    editor.open_file("lib.persona", "let leaders = [CTO]\n");
    let said = said_to(editor, "use \"lib.persona\"\ntitle in $lead‸ers\n");
    assert!(said.contains("let leaders = [CTO]"), "{said}");
}
