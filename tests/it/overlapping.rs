//! `overlap`: the library, and every directory of `tests/fixtures_overlap`, as a table, a matrix, Markdown and JSON.

use std::path::Path;

use serde_json::Value;

use crate::tool::{HOOK, Room};

fn here(below: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below).display().to_string()
}

fn run(below: &str, options: &[&str]) -> crate::tool::Ran {
    Room::empty().run_in(&here(below), &[&["overlap", "."], options].concat())
}

#[test]
fn fixtures() {
    for case in ["kinds", "names", "one", "only_lets", "with_errors"] {
        let run = |options: &[&str]| run(&format!("tests/fixtures_overlap/{case}"), options);
        let (table, matrix) = (run(&[]), run(&["--matrix"]));
        let (markdown, json) = (run(&["--output-format", "markdown"]), run(&["--output-format", "json"]));
        let matrix_markdown = run(&["--matrix", "--output-format", "markdown"]);
        let parts = [&table.out, &table.err, &matrix.out, &markdown.out, &matrix_markdown.out, &json.out];
        let shown = parts.map(String::as_str).join("\n────\n");
        insta::with_settings!({
            snapshot_path => here("tests/fixtures_overlap"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(case, shown) });
        assert_eq!(table.code, i32::from(case == "with_errors"));
        serde_json::from_str::<Value>(&json.out).unwrap();
    }
}

#[test]
fn the_library() {
    let (table, matrix) = (run("personas", &[]), run("personas", &["--matrix"]));
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    insta::assert_snapshot!("library_overlap", format!("{}\n────\n{}", table.out, matrix.out));
}

#[test]
fn json_has_all_pairs_and_the_table_the_first() {
    let personas: Vec<(String, String)> = (0..20)
        .map(|index| (format!("p{index:02}.persona"), format!("{HOOK}title = T{index} and size 1..10\n")))
        .collect();
    let files: Vec<(&str, &str)> = personas.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let room = Room::with(&files);
    let json: Value =
        serde_json::from_str(&room.run(&["overlap", ".", "--output-format", "json"]).exits(0).out).unwrap();
    assert_eq!((json["pairs"].as_array().unwrap().len(), json["personas"].as_array().unwrap().len()), (190, 20));
    let short = room.run(&["overlap", "."]).exits(0).out.clone();
    assert!(short.contains("\n  … and 180 more: `-v` shows all\n"), "{short}");
    let long = room.run(&["overlap", ".", "-v"]).exits(0).out.clone();
    assert!(!long.contains("more: `-v`") && long.contains("  p18  p19\n"), "{long}");
    assert_eq!(room.run(&["overlap", ".", "-j", "1"]).out, room.run(&["overlap", ".", "-j", "4"]).out);
}

#[test]
fn too_many_for_a_matrix_are_refused() {
    let room = Room::empty();
    let blocks: String = (0..301).map(|index| format!("persona p{index} {{\n    title = T{index}\n}}\n")).collect();
    room.write("many.persona", format!("{HOOK}{blocks}"));
    room.run(&["overlap", ".", "--matrix"]).exits(2).says("a matrix of 301 personas is too large").has_no_output();
    assert!(room.run(&["overlap", "."]).exits(0).out.ends_with("301 personas, 45,150 pairs: 45,150 overlapping\n"));
}

#[test]
fn nothing_to_compare_is_said() {
    Room::empty().run(&["overlap", "."]).exits(2).says("there is no `.persona` file");
    let ran = Room::with(&[("a.persona", HOOK)]).run(&["overlap", "."]);
    ran.exits(1);
}

#[test]
fn personas_of_sixty_four_requests_are_compared() {
    let many = |from: usize| -> String {
        let keywords: Vec<String> = (from..from + 64).map(|index| format!("K{index}")).collect();
        format!("{HOOK}split: any\nkeyword in [{}]\n", keywords.join(", "))
    };
    let room = Room::with(&[
        ("a.persona", &many(0)),
        ("b.persona", &many(0)),
        ("c.persona", &many(64)),
        ("d.persona", &many(32)),
    ]);
    let out = room.run(&["overlap", "."]).exits(0).out.clone();
    assert!(out.contains("Equal: both find the same people\n  a  b\n"), "{out}");
    assert!(!out.contains("Too complex"), "{out}");
}
