//! `build --out-dir --check`: the snapshot test of a persona library.

use crate::tool::{HOOK, Ran, Room, good};

/// Two personas, built.
fn library() -> Room {
    let room = Room::with(&[("p/a.persona", &good("Sales")), ("p/d/b.persona", &good("Legal"))]);
    room.run(&["build", "p", "--out-dir", "out"]).exits(0);
    room
}

fn check(room: &Room) -> Ran {
    let before: Vec<String> = room.files("out").iter().map(|name| room.read(&format!("out/{name}"))).collect();
    let ran = room.run(&["build", "p", "--out-dir", "out", "--check"]);
    let after: Vec<String> = room.files("out").iter().map(|name| room.read(&format!("out/{name}"))).collect();
    assert_eq!(before, after, "nothing is written");
    ran
}

#[test]
fn fresh_files_pass_in_silence() {
    check(&library()).exits(0).is_silent();
}

#[test]
fn a_stale_file_is_a_difference() {
    let room = library();
    room.write("p/a.persona", good("[Sales, HR]").replace('=', "in"));
    let ran = check(&room);
    assert_eq!(ran.exits(1).err, "");
    insta::assert_snapshot!(ran.out, @r#"
    --- out/a.json
    +++ out/a.json
    @@ -1,6 +1,7 @@
     {
       "webhook_url": "https://hooks.example.com/leads",
       "functions": [
    -    "25"
    +    "25",
    +    "12"
       ]
     }
    "#);
}

#[test]
fn a_missing_file_is_a_difference() {
    let room = library();
    std::fs::remove_file(room.path("out/d/b.json")).unwrap();
    insta::assert_snapshot!(check(&room).exits(1).out, @r#"
    --- /dev/null
    +++ out/d/b.json
    @@ -0,0 +1,6 @@
    +{
    +  "webhook_url": "https://hooks.example.com/leads",
    +  "functions": [
    +    "14"
    +  ]
    +}
    "#);
}

#[test]
fn a_missing_directory_is_not_made() {
    let room = library();
    let ran = room.run(&["build", "p", "--out-dir", "none", "--check"]);
    assert_eq!((ran.exits(1).out.matches("--- /dev/null").count(), room.path("none").exists()), (2, false));
}

#[test]
fn an_orphan_is_a_difference() {
    let room = library();
    room.write("out/d/c.json", "{\"company_size\":[]}\n");
    room.write("out/notes.txt", "not JSON");
    room.write("out/package.json", "{\"name\":\"not a body\"}");
    insta::assert_snapshot!(check(&room).exits(1).out, @r#"
    --- out/d/c.json
    +++ /dev/null
    @@ -1 +0,0 @@
    -{"company_size":[]}
    "#);
}

#[test]
fn the_directory_may_be_written_in_any_way() {
    let room = library();
    for directory in ["./out", "out/", "p/../out", room.path("out").to_str().unwrap()] {
        room.run(&["build", "./p", "--out-dir", directory, "--check"]).exits(0).is_silent();
    }
}

#[test]
fn a_persona_that_no_longer_splits_leaves_orphans() {
    let room = Room::with(&[("p/a.persona", &format!("{HOOK}split: any\ntitle = CEO or size 1..10\n"))]);
    room.run(&["build", "p", "--out-dir", "out"]).exits(0);
    room.write("p/a.persona", good("Sales"));
    let ran = check(&room);
    for line in ["+++ out/a.json", "--- out/a.1.json", "--- out/a.2.json"] {
        assert!(ran.exits(1).out.contains(line), "{line}: {}", ran.out);
    }
}

#[test]
fn single_files_have_no_orphans() {
    let room = library();
    room.run(&["build", "p/a.persona", "--out-dir", "out", "--check"]).exits(0).is_silent();
}

#[test]
fn what_a_persona_with_errors_wrote_is_no_orphan() {
    let room = library();
    for name in ["a.1.json", "a.vp.json", "a.vp.2.json"] {
        room.write(&format!("out/{name}"), "{}");
    }
    room.write("p/a.persona", "functio = Sales");
    let ran = check(&room);
    assert_eq!(ran.exits(1).has_no_output().err.matches("error[").count(), 1);
    room.write("out/ab.json", "{\"keyword\":\"x\"}");
    assert!(check(&room).exits(1).out.contains("--- out/ab.json"));
}

#[test]
fn what_an_unreadable_persona_wrote_is_no_orphan() {
    let room = library();
    room.write("out/gone.json", "{}");
    let ran = room.run(&["build", "p", "p/gone.persona", "--out-dir", "out", "--check"]);
    ran.exits(2).has_no_output().says("`p/gone.persona` cannot be read");
}

#[test]
fn two_personas_for_one_file_are_an_error_here_too() {
    let room = library();
    let ran = room.run(&["build", "p", "p/d", "p/d/b.persona", "--out-dir", "out", "--check"]);
    ran.exits(0).is_silent();
    room.write("q/a.persona", good("HR"));
    let ran = room.run(&["build", "p", "q", "--out-dir", "out", "--check"]);
    ran.exits(2).has_no_output().says("`out/a.json` would be written twice");
}

#[test]
fn a_difference_shows_no_control_characters() {
    let room = library();
    room.write("out/a.json", "{\"name\": \"\u{1b}[31mred\"}\r\n");
    let ran = check(&room);
    assert!(ran.exits(1).out.contains("␛[31mred") && !ran.out.contains(['\u{1b}', '\r']));
}
