//! How findings are written: colours, one line each, JSON.

use serde_json::{Value, json};

use crate::tool::{Ran, Room, good};

const WRONG: &str = "functio = Sales\n";

fn list(ran: &Ran) -> Vec<Value> {
    serde_json::from_str(&ran.err).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

fn findings(text: &str) -> Vec<Value> {
    let room = Room::with(&[("a.persona", text)]);
    list(room.run(&["build", "a.persona", "--output-format", "json"]).has_no_output())
}

#[test]
fn colours_are_asked_for() {
    let room = Room::with(&[("a.persona", WRONG)]);
    room.run(&["build", "a.persona", "--color", "always"]).exits(1).says("\u{1b}[");
    let plain = room.run(&["build", "a.persona"]);
    assert!(!plain.err.contains('\u{1b}'), "a pipe has no colours");
    assert_eq!(room.run(&["build", "a.persona", "--color", "never"]), plain);
}

#[test]
fn the_environment_asks_for_colours_or_against_them() {
    let room = Room::with(&[("a.persona", WRONG)]);
    let colourful =
        |name, value, arguments: &[&str]| room.run_with_variable(arguments, name, value).err.contains('\u{1b}');
    assert!(colourful("CLICOLOR_FORCE", "1", &["build", "a.persona"]));
    assert!(!colourful("CLICOLOR_FORCE", "0", &["build", "a.persona"]));
    assert!(!colourful("NO_COLOR", "1", &["build", "a.persona"]));
    assert!(colourful("NO_COLOR", "1", &["build", "a.persona", "--color", "always"]), "the command line wins");
}

#[test]
fn json_is_an_array_also_when_it_is_empty() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let ran = room.run(&["build", "a.persona", "--output-format", "json"]);
    assert_eq!(ran.exits(0).err, "[]\n");
}

#[test]
fn json_has_every_key() {
    let text = "# \u{e9}\u{1f600}\nname: \"\u{e9}\u{1f600}\" title = \"\u{e9}\u{1f600}\" and functio = Sales\n";
    let found = findings(text);
    let start = text.find("functio").unwrap();
    assert_eq!(&text[start..start + 7], "functio");
    let (start, end) =
        (json!({"line": 2, "column": 29, "offset": start}), json!({"line": 2, "column": 36, "offset": start + 7}));
    let related = json!({"message": "not a filter", "file": "a.persona", "start": start, "end": end});
    let fix = json!({"title": "replace with `function`", "safe": true, "edits": [{"start": start, "end": end, "text": "function"}]});
    assert_eq!(
        found,
        [json!({
            "code": "P201", "name": "unknown-field", "severity": "error",
            "message": "no filter is called `functio`", "help": "did you mean `function`?", "url": null,
            "file": "a.persona", "start": start, "end": end, "related": [related], "fixes": [fix],
        })]
    );
}

#[test]
fn offsets_count_every_byte_of_the_file() {
    for (text, line, column) in [
        ("title = CEO\r\nfunctio = Sales\r\n", 2, 1),
        ("\u{feff}functio = Sales\n", 1, 1),
        ("\u{feff}title = \"\u{1f600}\"\r\nand functio = Sales", 2, 5),
        ("\ttitle = CEO and\tfunctio = Sales", 1, 18),
    ] {
        let found = findings(text);
        let place = json!({"line": line, "column": column, "offset": text.find("functio").unwrap()});
        assert_eq!((found.len(), &found[0]["start"]), (1, &place), "{text:?}");
    }
}

#[test]
fn findings_of_several_files_are_one_array() {
    let room = Room::with(&[("a.persona", WRONG), ("b.persona", "function = Sales"), ("c.persona", WRONG)]);
    let ran = room.run(&["build", ".", "--output-format", "json"]);
    let found = list(ran.exits(1));
    let files: Vec<_> = found.iter().map(|finding| (finding["file"].as_str(), finding["severity"].as_str())).collect();
    let expected = [("a.persona", "error"), ("b.persona", "warning"), ("c.persona", "error")];
    assert_eq!(files, expected.map(|(file, severity)| (Some(file), Some(severity))));
}

#[test]
fn what_is_no_finding_is_in_the_array_too() {
    let room = Room::with(&[("a.persona", WRONG)]);
    let ran = room.run(&["build", "nope.persona", "a.persona", "--profile", "x", "--output-format", "json", "-v"]);
    let found = list(ran.exits(2));
    let problem = |message: &str, help: Value| {
        json!({
            "code": null, "name": null, "severity": "error", "message": message, "help": help, "url": null,
            "file": null, "start": null, "end": null, "related": [], "fixes": [],
        })
    };
    let profile = "no profile is called `x`: there is no `personac.toml`";
    assert_eq!(found, [problem(profile, json!("write one, with a `[profile.x]` section"))]);
    let missing = list(room.run(&["build", "nope.persona", "--output-format", "json"]).exits(2));
    assert_eq!(missing, [problem("`nope.persona` cannot be read: there is no such file", Value::Null)]);
}

#[test]
fn related_places_and_fixes_of_two_kinds() {
    let found = findings("limit: 1\nlimit: 2\nsize 100..1000\n");
    let first = &found[0]["related"][1];
    assert_eq!((&first["message"], &first["start"]["line"]), (&json!("first set here"), &json!(1)));
    let fixes: Vec<_> = found[1]["fixes"].as_array().unwrap().iter().map(|fix| fix["safe"].clone()).collect();
    assert_eq!(fixes, [json!(false), json!(false)], "neither range is certain");
}

#[test]
fn concise_is_one_line_each_and_nothing_else() {
    let room = Room::with(&[("a.persona", "functio = Sales\nsenority = VP\n"), ("b.persona", "function = Sales")]);
    let ran = room.run(&["build", ".", "nope.persona", "--output-format", "concise"]);
    insta::assert_snapshot!(ran.exits(2).err, @r"
    a.persona:1:1: error[P201 unknown-field]: no filter is called `functio`
    a.persona:2:1: error[P201 unknown-field]: no filter is called `senority`
    b.persona:1:1: warning[P504 no-webhook]: this persona has no webhook to deliver to
    error: `nope.persona` cannot be read: there is no such file
    ");
}

#[test]
fn the_format_may_come_from_the_environment() {
    let room = Room::with(&[("a.persona", WRONG)]);
    let ran = room.run_with_variable(&["build", "a.persona"], "PERSONAC_OUTPUT_FORMAT", "json");
    assert_eq!(list(ran.exits(1)).len(), 1);
}
