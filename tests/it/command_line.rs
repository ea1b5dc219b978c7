//! Exit codes, and what goes to standard output and what to standard error.

use std::io::{BufRead, BufReader};

use serde_json::{Value, json};

use crate::tool::{HOOK, Room, good, wait};

#[test]
fn one_body_is_pretty_and_ends_in_a_newline() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let ran = room.run(&["build", "a.persona"]);
    assert_eq!(ran.exits(0).err, "");
    insta::assert_snapshot!(format!("{:?}", ran.out), @r#""{\n  \"webhook_url\": \"https://hooks.example.com/leads\",\n  \"functions\": [\n    \"25\"\n  ]\n}\n""#);
}

#[test]
fn warnings_go_to_standard_error_and_exit_with_0() {
    let room = Room::with(&[("a.persona", "function = Sales")]);
    let ran = room.run(&["build", "a.persona"]);
    assert_eq!(serde_json::from_str::<Value>(&ran.exits(0).out).unwrap(), json!({"functions": ["25"]}));
    assert!(ran.says("warning[P504 no-webhook]").err.ends_with("\n1 warning\n"));
}

#[test]
fn several_bodies_need_a_place() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Legal"))]);
    let ran = room.run(&["build", "a.persona", "b.persona"]);
    ran.exits(2).has_no_output();
    insta::assert_snapshot!(ran.err, @r"
    error: there are 2 request bodies, and standard output takes one
      help: write them to files with `--out-dir DIR`, or one a line with `--emit ndjson`
    ");
}

#[test]
fn several_bodies_of_one_file_need_a_place_too() {
    let split = format!("{HOOK}split: any\ntitle = CEO or size 1..10\n");
    let blocks = format!("{HOOK}persona x {{ function = Sales }}\npersona y {{ function = Legal }}\n");
    for text in [split, blocks] {
        let room = Room::with(&[("a.persona", &text)]);
        room.run(&["build", "a.persona"]).exits(2).has_no_output().says("there are 2 request bodies");
    }
}

#[test]
fn a_line_of_ndjson_names_file_persona_and_part() {
    let room = Room::with(&[("a.persona", &format!("{HOOK}split: any\ntitle = CEO or size 1..10\n"))]);
    room.write("d/b.persona", "persona vps { function = Sales webhook: \"https://hooks.example.com/x\" }");
    let ran = room.run(&["build", "a.persona", "d/b.persona", "--emit", "ndjson"]);
    insta::assert_snapshot!(ran.exits(0).out, @r#"
    {"file":"a.persona","persona":null,"part":1,"body":{"webhook_url":"https://hooks.example.com/leads","job_titles":["CEO"]}}
    {"file":"a.persona","persona":null,"part":2,"body":{"webhook_url":"https://hooks.example.com/leads","company_size":["1-10"]}}
    {"file":"d/b.persona","persona":"vps","part":null,"body":{"webhook_url":"https://hooks.example.com/x","functions":["25"]}}
    "#);
    assert!(ran.err.is_empty() && ran.out.ends_with("}\n"));
}

#[test]
fn no_body_at_all_is_no_output() {
    let room = Room::with(&[("a.persona", "let x = [Sales]\n")]);
    let ran = room.run(&["build", "a.persona"]);
    ran.exits(0).has_no_output();
    insta::assert_snapshot!(ran.err, @"note: `a.persona` only names things with `let`: there is nothing to build");
    room.run(&["build", "a.persona", "-q"]).exits(0).is_silent();
}

#[test]
fn a_file_with_errors_does_not_stop_the_others() {
    let room = Room::good_and_bad();
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    ran.exits(1).says("error[P203 unknown-label]: no function is called `Salez`");
    assert!(ran.out.starts_with("{\"file\":\"a.persona\"") && ran.out.lines().count() == 1);
    assert!(ran.err.ends_with("\n1 error\n"));
}

#[test]
fn one_wrong_persona_of_a_file_keeps_all_of_it_back() {
    let room = Room::with(&[("a.persona", &format!("{HOOK}persona x {{ function = Sales }}\npersona y {{ }}\n"))]);
    room.run(&["build", "a.persona", "--emit", "ndjson"]).exits(1).has_no_output();
}

#[test]
fn ndjson_and_files_exclude_each_other() {
    let room = Room::good_and_bad();
    let ran = room.run(&["build", ".", "--emit", "ndjson", "--out-dir", "out"]);
    ran.exits(2).has_no_output().says("leave out `--out-dir`");
    assert!(!room.path("out").exists());
}

#[test]
fn check_needs_files_to_compare() {
    Room::good_and_bad().run(&["build", ".", "--check"]).exits(2).has_no_output().says("--out-dir");
}

#[test]
fn a_misspelt_command_is_recognised() {
    let ran = Room::empty().run(&["biuld"]);
    ran.exits(2).has_no_output().says("'build'");
}

#[test]
fn usage_mistakes_exit_with_2() {
    let room = Room::good_and_bad();
    for arguments in [&[][..], &["build", "a.persona", "-j", "0"], &["build", "--colour"], &["build", "--color", "red"]]
    {
        room.run(arguments).exits(2).has_no_output();
    }
}

#[test]
fn asking_for_help_or_the_version_is_no_mistake() {
    for arguments in [&["--help"][..], &["--version"], &["build", "--help"], &["labels", "-h"]] {
        let ran = Room::empty().run(arguments);
        assert!(ran.exits(0).err.is_empty() && ran.out.contains("personac"), "{arguments:?}");
    }
}

#[test]
fn quiet_leaves_errors_only() {
    let room = Room::with(&[("a.persona", "function = Sales"), ("b.persona", "functio = Sales")]);
    let ran = room.run(&["build", ".", "-q"]);
    assert!(!ran.exits(1).err.contains("warning") && !ran.err.contains("1 error\n"));
    ran.says("no filter is called `functio`");
    assert_eq!(room.run(&["build", "a.persona", "-q"]).exits(0).err, "");
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let room = Room::empty();
    let many = |count: usize| (0..count).map(|n| format!("\"title {n}\", ")).collect::<String>();
    (0..40).for_each(|n| room.write(&format!("{n}.persona"), format!("{HOOK}title in [{}]", many(2000))));
    let mut child = room.start(&["build", ".", "--emit", "ndjson"]);
    let mut first = String::new();
    // The reader is closed at the end of this statement, after one line.
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let said = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
    assert_eq!((wait(&mut child), said.as_str()), (0, ""));
    assert!(first.starts_with("{\"file\":\"0.persona\""));
}

#[test]
fn a_misspelt_file_name_gets_a_suggestion() {
    let room = Room::with(&[("p/sales.persona", "title = CEO\n")]);
    room.run(&["build", "p/salse.persona"]).exits(2).has_no_output().says("did you mean `p/sales.persona`?");
}
