//! From arguments to persona files: files, directories, the project, standard input.

use crate::tool::{Ran, Room, good};

/// The files of the lines of `--emit ndjson`, in their order.
fn built(ran: &Ran) -> Vec<String> {
    let file = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["file"].clone();
    ran.out.lines().map(|line| file(line).as_str().expect("a name").to_owned()).collect()
}

fn tree() -> Room {
    let room = Room::empty();
    for name in ["b.persona", "a/z.persona", "a/b/c.persona", "a.persona", "B.persona", "a/notes.txt", "é.persona"] {
        room.write(name, good("Sales"));
    }
    room
}

#[test]
fn a_directory_is_sorted_by_path() {
    let ran = tree().run(&["build", ".", "--emit", "ndjson"]);
    let expected = ["B.persona", "a/b/c.persona", "a/z.persona", "a.persona", "b.persona", "é.persona"];
    assert_eq!(built(ran.exits(0)), expected);
}

#[test]
fn files_come_in_the_order_of_the_arguments() {
    let ran = tree().run(&["build", "b.persona", "a", "B.persona", "--emit", "ndjson"]);
    assert_eq!(built(ran.exits(0)), ["b.persona", "a/b/c.persona", "a/z.persona", "B.persona"]);
}

#[test]
fn a_file_that_is_named_twice_is_built_once() {
    let room = tree();
    let absolute = room.path("b.persona").display().to_string();
    let ran = room.run(&[
        "build",
        "b.persona",
        "./b.persona",
        "a/../b.persona",
        &absolute,
        "a",
        ".",
        ".",
        "--emit",
        "ndjson",
    ]);
    let expected = ["b.persona", "a/b/c.persona", "a/z.persona", "B.persona", "a.persona", "é.persona"];
    assert_eq!(built(ran.exits(0)), expected);
}

#[test]
fn ignored_files_are_left_out_and_named_ones_are_not() {
    let room = tree();
    room.write(".gitignore", "/a\nB.*\n");
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    assert_eq!(built(ran.exits(0)), ["a.persona", "b.persona", "é.persona"]);
    assert_eq!(built(&room.run(&["build", "B.persona", "--emit", "ndjson"])), ["B.persona"]);
}

#[test]
fn a_path_that_is_not_there_exits_with_2() {
    let ran = Room::empty().run(&["build", "nope.persona"]);
    assert_eq!(ran.exits(2).has_no_output().err, "error: `nope.persona` cannot be read: there is no such file\n");
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let room = Room::good_and_bad();
    let ran = room.run(&["build", "nope.persona", "a.persona", "--emit", "ndjson"]);
    assert_eq!(built(ran.exits(2)), ["a.persona"]);
    ran.says("`nope.persona` cannot be read");
}

#[cfg(unix)]
#[test]
fn a_dangling_link_in_a_directory_does_not_stop_the_others() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("c.persona", &good("Sales"))]);
    std::os::unix::fs::symlink("gone", room.path("b.persona")).unwrap();
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    assert_eq!(built(ran.exits(2)), ["a.persona", "c.persona"]);
    assert_eq!(ran.err, "error: `b.persona` cannot be read: there is no such file\n");
}

#[test]
fn a_directory_called_like_a_persona_is_a_directory() {
    let room = Room::with(&[("d.persona/a.persona", &good("Sales"))]);
    for path in [".", "d.persona"] {
        assert_eq!(built(room.run(&["build", path, "--emit", "ndjson"]).exits(0)), ["d.persona/a.persona"]);
    }
}

#[test]
fn a_directory_without_personas_exits_with_2() {
    let room = tree();
    room.write("none/x.txt", "");
    let ran = room.run(&["build", "none", "a.persona"]);
    assert_eq!(ran.exits(2).err, "error: there is no `.persona` file in `none`\n");
    assert!(ran.out.starts_with("{\n"), "the others are built");
}

#[test]
fn no_path_and_no_project_exits_with_2() {
    let ran = tree().run(&["build"]);
    ran.exits(2).has_no_output();
    insta::assert_snapshot!(ran.err, @r"
    error: no persona is named, and there is no `personac.toml` in this directory or above it
      help: name a file or a directory, or `-` for standard input
    ");
}

#[test]
fn no_path_inside_a_project_builds_the_project() {
    let room = tree();
    room.write("personac.toml", "");
    let all = built(room.run(&["build", "--emit", "ndjson"]).exits(0));
    assert_eq!((all.len(), all[0].as_str()), (6, "B.persona"));
    let below = built(room.run_in("a/b", &["build", "--emit", "ndjson"]).exits(0));
    assert_eq!((below.len(), below[0].as_str()), (6, "../../B.persona"));
}

#[test]
fn standard_input_has_a_name_of_its_own() {
    let room = Room::empty();
    assert!(room.run_with_input(&["build", "-"], &good("Sales")).exits(0).out.contains("\"25\""));
    room.run_with_input(&["build", "-"], "functio = Sales").exits(1).says("─[<stdin>:1:1]");
    let ran = room.run_with_input(&["build", "-", "--stdin-filename", "d/x.persona"], "functio = Sales");
    ran.exits(1).says("─[d/x.persona:1:1]");
}

#[test]
fn the_name_of_standard_input_decides_where_files_are_looked_for() {
    let room = Room::with(&[("d/personac.toml", "[defaults]\nlimit = 7\n"), ("d/lib/l.persona", "let l = [Sales]\n")]);
    let text = "use \"lib/l.persona\"\nwebhook: \"https://hooks.example.com/x\"\nfunction in $l\n";
    let ran = room.run_with_input(&["build", "-", "--stdin-filename", "d/x.persona"], text);
    assert!(ran.exits(0).out.contains("\"limit\": 7"));
    room.run_with_input(&["build", "-"], text).exits(1).says("`lib/l.persona` cannot be read");
}

#[test]
fn threads_change_nothing() {
    let room = Room::empty();
    for n in 0..60 {
        let text = if n % 7 == 3 { "functio = Sales\n".to_owned() } else { good("Legal") };
        room.write(&format!("d{}/{n}.persona", n % 3), text);
    }
    let run = |jobs| room.run(&["build", ".", "--emit", "ndjson", jobs]);
    let (one, eight) = (run("-j1"), run("-j8"));
    assert_eq!(one.exits(1), &eight);
    assert_eq!((one.out.lines().count(), one.err.matches("P201").count()), (51, 9));
}
