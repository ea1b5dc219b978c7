//! `describe`: every persona of the library, and every file of `tests/fixtures_describe`, in words; beside each fixture
//! stands what is said of it at 80 columns, with the keys, and in Markdown.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::tool::{HOOK, Room, good};

fn here(below: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below).display().to_string()
}

fn fixtures() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(here("tests/fixtures_describe")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "persona")).collect();
    files.sort();
    assert!(files.len() > 10, "the fixtures are there");
    files
}

/// What is said of a file, in each form for people.
fn said(name: &str) -> String {
    let run = |options: &[&str]| {
        let ran = Room::empty().run_in(&here("tests/fixtures_describe"), &[&["describe", name], options].concat());
        (ran.out, ran.err)
    };
    let (plain, errors) = run(&[]);
    let (keys, _) = run(&["-v"]);
    let (markdown, _) = run(&["--output-format", "markdown"]);
    format!("{plain}\n──── findings\n{errors}\n──── with keys\n{keys}\n──── Markdown\n{markdown}")
}

#[test]
fn fixtures_read_as_sentences() {
    for file in fixtures() {
        let (name, stem) = (file.file_name().unwrap(), file.file_stem().unwrap().to_string_lossy().into_owned());
        insta::with_settings!({
            snapshot_path => here("tests/fixtures_describe"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(stem, said(&name.to_string_lossy())) });
    }
}

#[test]
fn the_library_reads_as_sentences() {
    let ran = Room::empty().run_in(&here("personas"), &["describe"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("library_described", ran.out);
}

#[test]
fn nothing_hidden_and_no_secret_is_shown() {
    let hidden =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for format in ["human", "markdown", "json"] {
        let arguments = [
            "describe",
            "hostile.persona",
            "delivery.persona",
            "unknown_keys.persona",
            "-v",
            "--output-format",
            format,
        ];
        let ran = Room::empty().run_in(&here("tests/fixtures_describe"), &arguments);
        assert!(!ran.out.contains(hidden), "{format}: {:?}", ran.out);
        assert!(!ran.out.contains("hush"), "{format}: {}", ran.out);
        assert!(ran.out.contains("hooks.example.com:8443"), "{format}");
    }
}

#[test]
fn hostile_text_breaks_no_table() {
    let arguments = ["describe", "hostile.persona", "--output-format", "markdown"];
    let out = Room::empty().run_in(&here("tests/fixtures_describe"), &arguments).out;
    for line in out.lines().filter(|line| line.starts_with('|')) {
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(bars, 4, "{line}");
    }
    assert_eq!(out.lines().filter(|line| line.starts_with('#')).count(), 1, "{out}");
}

#[test]
fn json_holds_every_value() {
    let ran = Room::empty()
        .run_in(&here("tests/fixtures_describe"), &["describe", "closed.persona", "--output-format", "json"]);
    let all: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    let below = all.as_array().unwrap().iter().find(|one| one["persona"] == "below").unwrap();
    assert_eq!(below["requests"][0]["people"], "people who are now Senior or below");
    assert_eq!(below["requests"][0]["filters"][0]["values"].as_array().unwrap().len(), 3);
    assert_eq!((&below["limit"], &below["webhook_host"]), (&Value::from(100), &Value::from("hooks.example.com")));
    let hostile = ["describe", "hostile.persona", "--output-format", "json"];
    let ran = Room::empty().run_in(&here("tests/fixtures_describe"), &hostile);
    let all: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    assert!(all[0]["name"].as_str().unwrap().contains("\u{1b}[31m \u{202e}gnp.exe"), "a program reads it as it is");
}

#[test]
fn a_file_with_errors_does_not_keep_the_others_from_being_described() {
    let ran = Room::good_and_bad().run(&["describe", "."]);
    ran.exits(1).says("no function is called `Salez`");
    assert!(ran.out.contains("People who work in Sales.") && !ran.out.contains("b.persona"), "{}", ran.out);
    let ran = Room::good_and_bad().run(&["describe", ".", "--output-format", "json"]);
    let (out, err): (Value, Value) = (serde_json::from_str(&ran.out).unwrap(), serde_json::from_str(&ran.err).unwrap());
    assert_eq!((out.as_array().unwrap().len(), err.as_array().unwrap().len()), (1, 1));
}

#[test]
fn standard_input_is_described() {
    let ran = Room::empty().run_with_input(&["describe", "-"], &good("Sales"));
    assert_eq!(
        ran.exits(0).out,
        "<stdin>\n  People who work in Sales.\n  All of them, delivered to hooks.example.com.\n"
    );
}

#[test]
fn nothing_to_describe_is_said() {
    let room = Room::with(&[("lib.persona", "let a = [CEO]\n")]);
    room.run(&["describe", "."]).exits(0).is_silent();
    Room::empty().run(&["describe", "."]).exits(2).says("there is no `.persona` file");
    Room::empty().run(&["describe", "none.persona"]).exits(2).has_no_output();
}

#[test]
fn sixty_four_requests_are_numbered() {
    let keywords: Vec<String> = (0..64).map(|index| format!("K{index}")).collect();
    let room = Room::with(&[("many.persona", &format!("{HOOK}split: any\nkeyword in [{}]\n", keywords.join(", ")))]);
    let out = room.run(&["describe", "."]).exits(0).out.clone();
    assert!(out.contains("\n  64. people whose profile mentions “K63”.\n"), "{out}");
}
