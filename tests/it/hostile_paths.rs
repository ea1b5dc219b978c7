//! Paths that lead astray: of `use`, and of files themselves.

use crate::tool::{HOOK, Ran, Room, good};

#[cfg(unix)]
use std::os::unix::fs::symlink;

fn using(path: &str) -> String {
    format!("{HOOK}use \"{path}\"\nfunction = Sales\n")
}

/// The finding of a persona in a project that uses this path.
fn used(room: &Room, path: &str) -> Ran {
    room.write("p/personac.toml", "");
    room.write("p/a.persona", using(path));
    let ran = room.run(&["build", "p/a.persona"]);
    assert!(!ran.err.contains("panicked") && !ran.err.contains('\u{1b}'), "{}", ran.err);
    ran.exits(1).has_no_output();
    ran
}

#[test]
fn a_file_that_uses_itself() {
    let room = Room::empty();
    used(&room, "a.persona").says("error[P207 circular-use]: files use each other in a circle: `p/a.persona`");
    used(&room, "../p/./a.persona").says("P207");
    let text = using("a.persona");
    room.run_with_input(&["build", "-", "--stdin-filename", "p/a.persona"], &text).exits(1).says("P207");
}

#[test]
fn files_that_use_each_other() {
    let room = Room::with(&[("p/b.persona", &using("c.persona")), ("p/c.persona", &using("a.persona"))]);
    used(&room, "b.persona").says("P207");
}

#[test]
fn a_long_chain_of_files() {
    let room = Room::empty();
    for n in 0..2000 {
        room.write(&format!("p/{n}.persona"), format!("use \"{}.persona\"\n", n + 1));
    }
    used(&room, "0.persona").says("more than 256 files are used");
}

#[test]
fn paths_out_of_the_project() {
    let room = Room::with(&[("outside.persona", "let x = [CEO]")]);
    let absolute = room.path("outside.persona").display().to_string();
    for path in [
        "/etc/passwd",
        "/dev/zero",
        "../outside.persona",
        "../../../../etc/passwd",
        "x/../../outside.persona",
        &absolute,
    ] {
        let ran = used(&room, path);
        ran.says("error[P208 outside-project]");
        assert!(!ran.err.contains("root:") && !ran.err.contains("CEO"), "nothing of it is shown: {}", ran.err);
    }
}

#[test]
fn what_is_no_file() {
    let room = Room::with(&[("p/d/x", "")]);
    used(&room, "d").says("error[P206 missing-file]: `d` cannot be read").says("this is a directory");
    used(&room, "gone.persona").says("there is no such file");
    used(&room, "d/x/y").says("P206");
    used(&room, "").says("P206");
    used(&room, "a\\u{0}b").says("P206");
    used(&room, "\\u{1b}[31m.persona").says("P206");
}

#[cfg(unix)]
#[test]
fn links_out_of_the_project() {
    let room = Room::with(&[("outside.persona", "let x = [CEO]"), ("p/d/x", "")]);
    symlink(room.path("outside.persona"), room.path("p/link.persona")).unwrap();
    symlink("/dev/zero", room.path("p/zero.persona")).unwrap();
    symlink("..", room.path("p/up")).unwrap();
    symlink("loop.persona", room.path("p/loop.persona")).unwrap();
    for path in ["link.persona", "zero.persona", "up/outside.persona"] {
        used(&room, path).says("P208");
    }
    // `..` takes back what stands before it, wherever that leads to.
    used(&room, "up/../outside.persona").says("P206");
    used(&room, "loop.persona").says("P206");
}

#[cfg(unix)]
#[test]
fn files_without_an_end() {
    let room = Room::empty();
    symlink("/dev/zero", room.path("zero.persona")).unwrap();
    symlink("loop.persona", room.path("loop.persona")).unwrap();
    room.run(&["build", "/dev/zero"]).exits(1).has_no_output().says("P113");
    room.run(&["build", "zero.persona"]).exits(1).has_no_output().says("P113");
    room.run(&["build", "loop.persona"]).exits(2).has_no_output().says("`loop.persona` cannot be read");
    room.run(&["build", "zero.persona", "--config", "/dev/zero"]).exits(2).has_no_output();
}

/// Nobody writes to the pipe: who opens it waits.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_persona() {
    let room = Room::with(&[("p/b.persona", &good("Sales"))]);
    let made = std::process::Command::new("mkfifo").arg(room.path("p/pipe.persona")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo");
    used(&room, "pipe.persona").says("this is not a file");
    room.run(&["build", "p", "--emit", "ndjson"]).exits(1).says("P206");
}

#[cfg(unix)]
#[test]
fn odd_file_names() {
    let odd = "line\nbreak \"quotes\" 'single' \u{1f600} \u{1b}[31m\u{202e}.persona";
    let room = Room::with(&[(odd, "functio = Sales\n"), ("-dash.persona", "functio = Sales\n")]);
    for format in ["human", "concise"] {
        let ran = room.run(&["build", ".", "--output-format", format]);
        ran.exits(1).has_no_output().says("line␊break \"quotes\" 'single' \u{1f600} ␛[31m\u{fffd}.persona:1:1");
        assert!(!ran.err.contains(['\u{1b}', '\u{202e}']));
    }
    let missing = room.run(&["build", "nope\n\u{1b}[31m", "--output-format", "concise"]);
    assert_eq!(missing.exits(2).err, "error: `nope␊␛[31m` cannot be read: there is no such file\n");
    room.run(&["build", "--", "-dash.persona"]).exits(1).says("[-dash.persona:1:1]");
}

#[cfg(unix)]
#[test]
fn an_odd_file_name_is_one_string_of_ndjson() {
    let name = "a\n\"\u{1b}\u{1f600}.persona";
    let room = Room::with(&[(name, &good("Sales"))]);
    let ran = room.run(&["build", ".", "--emit", "ndjson"]);
    assert_eq!(ran.exits(0).out.lines().count(), 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()["file"], name);
    room.run(&["build", ".", "--out-dir", "out"]).exits(0).is_silent();
    assert_eq!(room.files("out"), [name.replace(".persona", ".json")]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_utf8() {
    use std::os::unix::ffi::OsStrExt;
    let room = Room::empty();
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe.persona");
    std::fs::write(room.path("").join(name), "functio = Sales").unwrap();
    room.run(&["build", "."]).exits(1).has_no_output().says("\u{fffd}\u{fffd}.persona:1:1");
}
