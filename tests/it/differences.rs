//! Every directory of `tests/fixtures_diff` holds a persona before and after; beside them stands what `diff` says of
//! them: to people at 80 columns, as Markdown, as JSON.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tool::{Ran, Room};

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/fixtures_diff").expect("the fixtures");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    cases.retain(|path| path.is_dir());
    cases.sort();
    cases
}

fn room(case: &Path) -> Room {
    let room = Room::empty();
    for entry in fs::read_dir(case).expect("a directory") {
        let path = entry.expect("an entry").path();
        room.write(&path.file_name().expect("a name").to_string_lossy(), fs::read(&path).expect("a file"));
    }
    room
}

fn diff(room: &Room, format: &str) -> Ran {
    room.run(&["diff", "before.persona", "after.persona", "--output-format", format])
}

#[test]
fn screens() {
    let cases = cases();
    assert!(cases.len() > 20, "the fixtures are there");
    for case in &cases {
        let room = room(case);
        let human = diff(&room, "human");
        let shown = ["before", "after"].map(|side| room.read(&format!("{side}.persona")));
        let [markdown, json] = ["markdown", "json"].map(|format| diff(&room, format).out);
        let screen = format!(
            "{}──────────────── after ────────────────\n{}──────────────── human, exit code {} ────────────────\n{}{}\
             ──────────────── markdown ────────────────\n{markdown}──────────────── json ────────────────\n{json}",
            shown[0], shown[1], human.code, human.out, human.err
        );
        insta::with_settings!({
            snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures_diff"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(case.file_name().expect("a name").to_string_lossy().into_owned(), screen) });
    }
}

#[test]
fn a_persona_is_the_same_as_itself() {
    for case in cases() {
        let room = room(&case);
        let ran = room.run(&["diff", "before.persona", "before.persona", "--exit-code"]);
        assert_eq!(ran.code, 0, "{}: {}{}", case.display(), ran.out, ran.err);
        assert!(ran.out.contains("same audience") && !ran.out.contains("other settings"), "{}", ran.out);
    }
}

#[test]
fn nothing_hidden_is_shown() {
    let room = room(Path::new("tests/fixtures_diff/hostile"));
    for format in ["human", "markdown"] {
        let out = diff(&room, format).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{format}: {out}");
    }
    let markdown = diff(&room, "markdown").out;
    // Outside of code there is no markup but ours, and no cell is left.
    assert!(!markdown.contains("<script") && !markdown.contains("</code>|"), "{markdown}");
    for line in markdown.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(line.matches('|').count(), 4, "{line}");
    }
}

#[test]
fn an_exit_code_tells_differences() {
    let room = Room::with(&[
        ("a.persona", "limit: 1\ntitle = CEO\n"),
        ("b.persona", "limit: 2\ntitle = CEO\n"),
        ("c.persona", "limit: 1\ntitle in [CEO]\n"),
    ]);
    room.run(&["diff", "a.persona", "b.persona"]).exits(0);
    room.run(&["diff", "a.persona", "b.persona", "--exit-code"]).exits(1);
    let same = room.run(&["diff", "a.persona", "c.persona", "--exit-code"]);
    assert_eq!(same.exits(0).out, "same audience\n");
    assert_eq!(same.err, "");
}

#[test]
fn colours_are_for_those_who_ask() {
    let room = Room::with(&[("a.persona", "title = CEO\n"), ("b.persona", "title in [CEO, CTO]\n")]);
    let ran = room.run(&["diff", "a.persona", "b.persona", "--color", "always"]);
    assert!(ran.exits(0).out.contains("\u{1b}[32mwidens\u{1b}[0m"), "{:?}", ran.out);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let room = Room::with(&[
        ("a.persona", "title = CEO\n"),
        ("lib.persona", "let a = CEO\n"),
        ("x/lib.persona", "let b = 1\n"),
    ]);
    room.run(&["diff", "a.persona", "b.persona"]).exits(2).says("`b.persona` cannot be read");
    room.run(&["diff", "lib.persona", "x/lib.persona"]).exits(2).says("neither of `lib.persona`, `x/lib.persona`");
    room.run(&["diff", "a.persona"]).exits(2);
    room.run(&["diff"]).exits(2);
    room.run(&["diff", "a.persona", "a.persona", "--output-format", "sarif"])
        .exits(2)
        .says("`human`, `json` or `markdown`");
    let ran = room.run_with_input(&["diff", "-", "a.persona"], "title = CTO\n");
    assert!(ran.exits(0).out.contains("lost CTO"), "{}", ran.out);
}
