//! `build --out-dir`: names, what is touched and what is not.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::tool::{HOOK, Room, good};

#[cfg(unix)]
use std::os::unix::fs::{PermissionsExt, symlink};

/// A file's last change, long ago, so that a new one is seen.
fn age(room: &Room, name: &str) -> SystemTime {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(room.path(name)).unwrap().set_modified(long_ago).unwrap();
    long_ago
}

fn changed(room: &Room, name: &str) -> SystemTime {
    fs::metadata(room.path(name)).unwrap().modified().unwrap()
}

#[test]
fn names_come_from_the_file_the_persona_and_the_part() {
    let room = Room::with(&[("p/a.persona", &good("Sales")), ("p/d/e/f.b.persona", &good("Sales"))]);
    room.write("p/s.persona", format!("{HOOK}split: any\ntitle = CEO or size 1..10\n"));
    room.write(
        "p/m.persona",
        format!("{HOOK}split: any\npersona vp {{ title = CEO or size 1..10 }}\npersona x-1 {{ function = HR }}\n"),
    );
    room.run(&["build", "p", "--out-dir", "out/deep"]).exits(0).is_silent();
    let expected = ["a.json", "d/e/f.b.json", "m.vp.1.json", "m.vp.2.json", "m.x-1.json", "s.1.json", "s.2.json"];
    assert_eq!(room.files("out/deep"), expected);
    assert_eq!(room.read("out/deep/a.json"), room.run(&["build", "p/a.persona"]).out);
}

#[test]
fn a_file_argument_gives_its_own_name_alone() {
    let room = Room::with(&[("p/d/a.persona", &good("Sales"))]);
    room.run(&["build", "p/d/a.persona", "--out-dir", "out"]).exits(0).is_silent();
    assert_eq!(room.files("out"), ["a.json"]);
    room.run_with_input(&["build", "-", "--out-dir", "out"], &good("Sales")).exits(0).is_silent();
    room.run_with_input(&["build", "-", "--stdin-filename", "x/y.persona", "--out-dir", "out"], &good("Sales"))
        .exits(0);
    assert_eq!(room.files("out"), ["a.json", "stdin.json", "y.json"]);
}

#[test]
fn unchanged_files_are_not_touched() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Legal"))]);
    room.run(&["build", ".", "--out-dir", "out"]).exits(0);
    let then = [age(&room, "out/a.json"), age(&room, "out/b.json")];
    room.write("b.persona", good("Finance"));
    room.run(&["build", ".", "--out-dir", "out"]).exits(0).is_silent();
    assert_eq!(changed(&room, "out/a.json"), then[0]);
    assert!(changed(&room, "out/b.json") > then[1] && room.read("out/b.json").contains("\"10\""));
}

#[test]
fn a_file_with_errors_keeps_its_old_output() {
    let room = Room::good_and_bad();
    room.write("out/b.json", "old");
    room.run(&["build", ".", "--out-dir", "out"]).exits(1).has_no_output();
    assert_eq!((room.files("out").len(), room.read("out/b.json").as_str()), (2, "old"));
}

#[test]
fn two_personas_for_one_file_change_neither() {
    let room =
        Room::with(&[("x/a.persona", &good("Sales")), ("y/a.persona", &good("Legal")), ("z.persona", &good("HR"))]);
    room.write("out/a.json", "old");
    let ran = room.run(&["build", "x/a.persona", "y/a.persona", "z.persona", "--out-dir", "out"]);
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r"
    error: `out/a.json` would be written twice: for `x/a.persona` and for `y/a.persona`
      help: rename one of the two, or use another `--out-dir` for it
    ");
    assert_eq!(room.read("out/a.json"), "old");
    assert_eq!(room.files("out"), ["a.json", "z.json"]);
}

#[test]
fn blocks_and_parts_can_claim_the_file_of_another_persona() {
    let room = Room::with(&[("s.vp.persona", &good("Sales")), ("t.1.persona", &good("Sales"))]);
    room.write("s.persona", format!("{HOOK}persona vp {{ function = HR }}\n"));
    room.write("t.persona", format!("{HOOK}split: any\ntitle = CEO or size 1..10\n"));
    let ran = room.run(&["build", ".", "--out-dir", "out"]);
    ran.exits(2).says("`out/s.vp.json` would be written twice").says("`out/t.1.json` would be written twice");
    assert_eq!(room.files("out"), ["t.2.json"]);
}

#[test]
fn a_file_where_a_directory_should_be() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("out", "a file")]);
    for directory in ["out", "out/below"] {
        let ran = room.run(&["build", "a.persona", "--out-dir", directory]);
        let expected =
            format!("error: `{directory}/a.json` cannot be written: a file stands where a directory should\n");
        assert_eq!(ran.exits(2).has_no_output().err, expected);
    }
    assert_eq!(room.read("out"), "a file");
}

#[test]
fn nothing_is_left_behind_when_the_output_is_a_directory() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Sales")), ("out/a.json/keep", "")]);
    let ran = room.run(&["build", ".", "--out-dir", "out"]);
    assert_eq!(ran.exits(2).err, "error: `out/a.json` cannot be written: this is a directory\n");
    assert_eq!(room.files("out"), ["a.json/keep", "b.json"], "the others are written, no temporary file is left");
}

#[test]
fn verbose_names_what_was_written() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let ran = room.run(&["build", "a.persona", "--out-dir", "out", "-v"]);
    assert_eq!(ran.exits(0).err, format!("wrote `{}`\n", std::path::Path::new("out").join("a.json").display()));
}

#[cfg(unix)]
#[test]
fn permissions_of_an_output_stay() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("out/a.json", "old")]);
    fs::set_permissions(room.path("out/a.json"), fs::Permissions::from_mode(0o640)).unwrap();
    room.run(&["build", "a.persona", "--out-dir", "out"]).exits(0).is_silent();
    assert_eq!(fs::metadata(room.path("out/a.json")).unwrap().permissions().mode() & 0o7777, 0o640);
    assert!(room.read("out/a.json").contains("\"25\""));
}

/// A link is replaced by a file; what it led to, which may be anywhere, is not written to.
#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_its_target_is_not_touched() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("target.json", "old")]);
    fs::create_dir(room.path("out")).unwrap();
    symlink("../target.json", room.path("out/a.json")).unwrap();
    room.run(&["build", "a.persona", "--out-dir", "out"]).exits(0).is_silent();
    assert!(fs::symlink_metadata(room.path("out/a.json")).unwrap().is_file());
    assert_eq!(room.read("target.json"), "old");
}

/// A link to what would be written is right as it is.
#[cfg(unix)]
#[test]
fn a_link_to_the_same_text_stays() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    room.run(&["build", "a.persona", "--out-dir", "first"]).exits(0);
    symlink("first", room.path("out")).unwrap();
    fs::create_dir(room.path("second")).unwrap();
    symlink("../first/a.json", room.path("second/a.json")).unwrap();
    for directory in ["out", "second"] {
        room.run(&["build", "a.persona", "--out-dir", directory]).exits(0).is_silent();
    }
    assert!(fs::symlink_metadata(room.path("second/a.json")).unwrap().is_symlink());
}
