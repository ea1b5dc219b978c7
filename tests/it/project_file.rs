//! A project file that is wrong: told once, with a place, and nothing is built with it.

use crate::tool::{Ran, Room, good};

fn with_project(text: &str) -> Ran {
    let room = Room::with(&[("personac.toml", text), ("a.persona", &good("Sales")), ("b.persona", &good("Legal"))]);
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    assert_eq!(ran.err.matches("personac.toml:").count(), 1, "it is said once, with a place: {}", ran.err);
    ran
}

#[test]
fn a_project_file_that_is_not_toml() {
    let ran = with_project("[defaults]\nlimit =\n");
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r"
      error[P102 unexpected-text]: the project file is not TOML: string values
      │ must be quoted
       ╭─[personac.toml:2:8]
     2 │ limit =
       ·        ▲
       ·        ╰── reading stops here
       ╰────
      help: mend this line; nothing of the file counts until it can be read

    1 error
    ");
}

#[test]
fn an_unknown_key_of_the_project_file() {
    let ran = with_project("[default]\nlimit = 3\n");
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r"
      error[P202 unknown-setting]: no key of a project file is called `default`
       ╭─[personac.toml:1:2]
     1 │ [default]
       ·  ───┬───
       ·     ╰── not known
       ╰────
      help: did you mean `defaults`?

    1 error
    ");
    with_project("[defaults]\nlimt = 3\n").exits(2).has_no_output().says("did you mean `limit`?");
    with_project("[labels.compny]\nx = 3\n").exits(2).has_no_output().says("did you mean `company`?");
}

#[test]
fn a_wrong_type_in_the_project_file() {
    let ran = with_project("[defaults]\nlimit = \"3\"\n");
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r#"
      error[P502 mistyped-setting]: `limit` is a whole number of leads, at least 1
       ╭─[personac.toml:2:9]
     2 │ limit = "3"
       ·         ─┬─
       ·          ╰── this is text
       ╰────
      help: write `limit = 3`

    1 error
    "#);
    with_project("[defaults]\nfunction = \"Sales\"\n").exits(2).says("write a clause into the persona");
    with_project("defaults = 3\n").exits(2).has_no_output().says("write a `[defaults]` section");
    with_project("[profile]\nx = 3\n").exits(2).has_no_output().says("write a `[profile.x]` section");
    with_project("[defaults]\nsplit = \"nay\"\n").exits(2).says("write it like `split = \"disjoint\"`");
    with_project("[labels.company]\nx = \"y\"\n").exits(2).has_no_output().says("must stand for an ID");
    with_project("industry_labels = 3\n").exits(2).has_no_output().says("\"linkedin\" or \"pronto\"");
}

#[test]
fn an_id_in_another_base_is_the_number_it_is() {
    let project = "[labels.company]\nhex = 0x10\nhexa = 0xff\nplain = 1_441\n";
    let room = Room::with(&[("personac.toml", project), ("a.persona", "company in [hex, hexa, plain]\n")]);
    let ran = room.run(&["build", "a.persona"]);
    let body: serde_json::Value = serde_json::from_str(&ran.exits(0).out).expect("a body");
    assert_eq!(body["included_companies"], serde_json::json!(["16", "255", "1441"]));
}

#[test]
fn a_project_file_that_cannot_be_read() {
    let room = Room::good_and_bad();
    let ran = room.run(&["build", "a.persona", "--config", "nope.toml"]);
    assert_eq!(ran.exits(2).has_no_output().err, "error: `nope.toml` cannot be read: there is no such file\n");
    room.write("personac.toml", b"\xff\xfe");
    room.run(&["build", "a.persona"])
        .exits(2)
        .has_no_output()
        .says("`personac.toml` cannot be read: this is not UTF-8");
}

#[test]
fn a_broken_project_does_not_stop_another_one() {
    let room = Room::with(&[
        ("x/personac.toml", "nonsense"),
        ("x/a.persona", &good("Sales")),
        ("y/a.persona", &good("Sales")),
    ]);
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    assert!(ran.exits(2).out.starts_with("{\"file\":\"y/a.persona\"") && ran.out.lines().count() == 1);
}
