//! Where a hostile project cannot write, and what it cannot read.

use std::os::unix::fs::symlink;

use crate::tool::{HOOK, Room, good};

/// Everything in the room that is not below `out`.
fn outside(room: &Room) -> Vec<String> {
    room.files("").into_iter().filter(|file| !file.starts_with("out/")).collect()
}

#[test]
fn keys_and_names_stay_in_the_output_directory() {
    let keys =
        ["../x", "/tmp/x", "..", "a/b", "a\\b", "CON", "con.json", "a\\u{0}b", ".", "~", "\\u{1b}[31m", "C:x", "x y"];
    for key in keys {
        let room =
            Room::with(&[("p/a.persona", &format!("{HOOK}persona \"{key}\" {{ name: \"../../x\"\ntitle = CEO }}\n"))]);
        let before = outside(&room);
        let ran = room.run(&["build", "p", "--out-dir", "out"]);
        assert!(matches!(ran.code, 0..=2) && !ran.err.contains("panicked"), "{key}: {}", ran.err);
        assert_eq!(outside(&room), before, "{key}");
        if ran.code == 0 {
            assert!(room.files("out").iter().all(|file| file.starts_with("a.")), "{key}: {:?}", room.files("out"));
        }
    }
    assert!(!std::path::Path::new("/tmp/x.json").exists());
}

#[test]
fn a_very_long_name_is_said_to_be_one() {
    let long = "k".repeat(300);
    let room = Room::with(&[("a.persona", &format!("{HOOK}persona {long} {{ title = CEO }}\n"))]);
    let ran = room.run(&["build", ".", "--out-dir", "out"]);
    ran.exits(2).has_no_output().says("cannot be written");
    assert!(room.files("").iter().all(|file| !file.contains(".tmp")), "{:?}", room.files(""));
}

/// On some disks these are one file.
#[test]
fn keys_that_differ_in_case_alone() {
    let text = format!("{HOOK}persona Sales {{ title = CEO }}\npersona sales {{ title = CFO }}\n");
    let room = Room::with(&[("a.persona", &text)]);
    let ran = room.run(&["build", ".", "--out-dir", "out"]);
    match ran.code {
        0 => assert_eq!(room.files("out"), ["a.Sales.json", "a.sales.json"], "nothing is lost"),
        _ => assert!(ran.err.contains("ales"), "{}", ran.err),
    }
}

#[test]
fn what_stands_in_the_way_is_replaced_and_not_read() {
    for check in [false, true] {
        let room = Room::with(&[("a.persona", &good("Sales")), ("out/keep", "")]);
        symlink("/dev/zero", room.path("out/a.json")).unwrap();
        let arguments = ["build", "a.persona", "--out-dir", "out", "--check"];
        let ran = room.run(if check { &arguments } else { &arguments[..4] });
        if check {
            ran.exits(2).has_no_output().says("`out/a.json` cannot be read: this is not a file");
        } else {
            ran.exits(0).is_silent();
            assert!(std::fs::symlink_metadata(room.path("out/a.json")).unwrap().is_file());
            assert_eq!(mode(&room, "out/a.json") & 0o7000, 0, "a device says nothing about a file");
        }
    }
}

fn mode(room: &Room, name: &str) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(room.path(name)).unwrap().permissions().mode()
}

/// Whoever opens a pipe waits for its other end.
#[test]
fn pipes_among_the_outputs_keep_nobody_waiting() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("out/keep", "")]);
    for name in ["out/a.json", "out/left_over.json"] {
        let made = std::process::Command::new("mkfifo").arg(room.path(name)).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo");
    }
    room.run(&["build", ".", "--out-dir", "out", "--check"]).exits(2).says("this is not a file");
    room.run(&["build", ".", "--out-dir", "out"]).exits(0).is_silent();
    room.run(&["build", ".", "--out-dir", "out", "--check"]).exits(0).is_silent();
}

#[test]
fn huge_files_beside_bodies_are_left_alone() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("out/huge.json", "")]);
    std::fs::File::options().write(true).open(room.path("out/huge.json")).unwrap().set_len(1 << 40).unwrap();
    room.run(&["build", ".", "--out-dir", "out"]).exits(0).is_silent();
    room.run(&["build", ".", "--out-dir", "out", "--check"]).exits(0).is_silent();
    std::fs::File::options().write(true).open(room.path("out/a.json")).unwrap().set_len(1 << 40).unwrap();
    room.run(&["build", ".", "--out-dir", "out", "--check"]).exits(2).says("this is larger than 64 MiB");
    room.run(&["build", ".", "--out-dir", "out"]).exits(0).is_silent();
}

/// Not even the names of files beside a project are told.
#[test]
fn suggestions_stay_in_the_project() {
    let room = Room::with(&[("secret_plan.persona", ""), ("p/personac.toml", ""), ("p/inside_plan.persona", "")]);
    symlink("..", room.path("p/up")).unwrap();
    symlink(room.path(""), room.path("p/far")).unwrap();
    for path in
        ["up/secret_plam.persona", "far/secret_plam.persona", "../secret_plam.persona", "up/up/secret_plam.persona"]
    {
        room.write("p/a.persona", format!("{HOOK}use \"{path}\"\ntitle = CEO\n"));
        let ran = room.run(&["build", "p/a.persona"]);
        assert!(!ran.exits(1).err.contains("secret_plan"), "{path}: {}", ran.err);
    }
    room.write("p/a.persona", format!("{HOOK}use \"inside_plam.persona\"\ntitle = CEO\n"));
    room.run(&["build", "p/a.persona"]).exits(1).says("did you mean `\"inside_plan.persona\"`?");
}

#[test]
fn absolute_paths_are_read_inside_the_project_alone() {
    let room = Room::with(&[
        ("p/personac.toml", ""),
        ("p/lib.persona", "let t = [CEO]"),
        ("other/lib.persona", "let t = [CEO]"),
    ]);
    let using = |path: String| {
        room.write("p/a.persona", format!("{HOOK}use \"{path}\"\ntitle in $t\n"));
        room.run(&["build", "p/a.persona", "--output-format", "concise"])
    };
    let root = room.path("").canonicalize().unwrap().display().to_string();
    using(format!("{root}/p/lib.persona")).exits(0);
    using(format!("{root}/other/lib.persona")).exits(1).says("P208 outside-project");
    using(format!("{root}/p/../other/lib.persona")).exits(1).says("P208");
    // A directory whose name begins like the project's is another one.
    room.write("p2/lib.persona", "let t = [CEO]");
    using("../p2/lib.persona".to_owned()).exits(1).says("P208");
}
