//! `personac fmt`: what it writes, what it says, how it ends.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::tool::{HOOK, Room, good};

const MESSY: &str = "function=Sales # why\nlimit:5\n";
const TIDY: &str = "limit: 5\n\nfunction = Sales # why\n";

#[test]
fn nothing_to_do_is_silence() {
    let room = Room::with(&[("a.persona", TIDY), ("b.persona", "")]);
    for arguments in [&["fmt", "."][..], &["fmt", ".", "--check"], &["fmt", ".", "--diff"], &["fmt", "a.persona", "-v"]]
    {
        room.run(arguments).exits(0).is_silent();
    }
}

#[test]
fn files_are_rewritten() {
    let room = Room::with(&[("a.persona", MESSY), ("d/b.persona", TIDY), ("d/c.txt", MESSY)]);
    let ran = room.run(&["fmt", "."]);
    insta::assert_snapshot!(ran.exits(0).has_no_output().err, @"note: 1 file reformatted, 1 file left unchanged");
    assert_eq!((room.read("a.persona").as_str(), room.read("d/c.txt").as_str()), (TIDY, MESSY));
    room.run(&["fmt", "."]).exits(0).is_silent();
}

#[test]
fn more_words_or_fewer() {
    let room = Room::with(&[("a.persona", MESSY)]);
    let ran = room.run(&["fmt", "a.persona", "-v"]);
    insta::assert_snapshot!(ran.exits(0).has_no_output().err, @r"
    reformatted `a.persona`
    note: 1 file reformatted
    ");
    room.write("a.persona", MESSY);
    room.run(&["fmt", "a.persona", "-q"]).exits(0).is_silent();
    room.write("a.persona", MESSY);
    assert_eq!(room.run(&["fmt", "a.persona", "--output-format", "json"]).exits(0).has_no_output().err, "[]\n");
}

#[test]
fn check_names_what_would_change() {
    let room = Room::with(&[("a.persona", MESSY), ("b.persona", TIDY), ("c.persona", MESSY)]);
    let ran = room.run(&["fmt", ".", "--check"]);
    insta::assert_snapshot!(ran.exits(1).out, @r"
    would reformat: a.persona
    would reformat: c.persona
    ");
    insta::assert_snapshot!(ran.err, @"note: 2 files would be reformatted, 1 file already formatted");
    assert_eq!(room.read("a.persona"), MESSY);
}

#[test]
fn diff_shows_what_would_change() {
    let room = Room::with(&[("a.persona", MESSY), ("b.persona", TIDY)]);
    let ran = room.run(&["fmt", ".", "--diff", "-q"]);
    insta::assert_snapshot!(ran.exits(1).out, @r"
    --- a.persona
    +++ a.persona
    @@ -1,2 +1,3 @@
    -function=Sales # why
    -limit:5
    +limit: 5
    +
    +function = Sales # why
    ");
    assert_eq!((room.read("a.persona").as_str(), ran.err.as_str()), (MESSY, ""));
    room.run(&["fmt", ".", "--diff", "--check"]).exits(1);
}

#[test]
fn a_diff_is_a_patch_whatever_ends_the_lines() {
    let room = Room::with(&[("a.persona", "function=Sales\r\nlimit: 5")]);
    let ran = room.run(&["fmt", "a.persona", "--diff", "-q"]);
    assert_eq!(
        ran.exits(1).out,
        "--- a.persona\n+++ a.persona\n@@ -1,2 +1,3 @@\n-function=Sales\r\n-limit: 5\n\\ No newline at end of file\n+limit: 5\n+\n+function = Sales\n"
    );
}

#[test]
fn standard_input_is_filtered() {
    let room = Room::empty();
    for input in [MESSY, TIDY] {
        let ran = room.run_with_input(&["fmt", "-"], input);
        assert_eq!((ran.exits(0).out.as_str(), ran.err.as_str()), (TIDY, ""));
    }
    let ran = room.run_with_input(&["fmt", "-", "--check", "--stdin-filename", "x.persona"], MESSY);
    assert_eq!(ran.exits(1).out, "would reformat: x.persona\n");
    room.run_with_input(&["fmt", "-", "--check"], TIDY).exits(0).is_silent();
    room.run_with_input(&["fmt", "-"], "").exits(0).is_silent();
    room.run_with_input(&["fmt", "-"], "title = = x").exits(1).has_no_output().says("error[P102");
}

#[test]
fn what_does_not_parse_is_left_alone_and_the_others_are_not() {
    let room = Room::with(&[("a.persona", "title in [\n"), ("b.persona", MESSY)]);
    let ran = room.run(&["fmt", "."]);
    ran.exits(1).has_no_output().says("error[P106 unbalanced-bracket]").says("1 file reformatted");
    assert_eq!((room.read("a.persona").as_str(), room.read("b.persona").as_str()), ("title in [\n", TIDY));
    room.write("a.persona", b"\xff\xfe");
    room.run(&["fmt", "."]).exits(1).says("P114");
}

#[test]
fn what_does_not_compile_is_formatted_all_the_same() {
    let room = Room::with(&[("a.persona", "functoin   = Salez")]);
    room.run(&["fmt", "a.persona"]).exits(0);
    assert_eq!(room.read("a.persona"), "functoin = Salez\n");
}

#[test]
fn nothing_grows_larger_than_a_persona_may_be() {
    let room = Room::with(&[("a.persona", &format!("title in [{}]", "CEO,".repeat(200_000)))]);
    let before = room.read("a.persona");
    let ran = room.run(&["fmt", "a.persona"]);
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r"
    error: `a.persona` is left as it is: formatted, it would be larger than 1 MiB
      help: split it into several files
    ");
    assert_eq!(room.read("a.persona"), before);
}

#[test]
fn the_project_is_what_no_path_means() {
    let room =
        Room::with(&[("personac.toml", ""), ("d/a.persona", MESSY), ("x/b.persona", MESSY), (".gitignore", "x\n")]);
    room.run_in("d", &["fmt"]).exits(0);
    assert_eq!((room.read("d/a.persona").as_str(), room.read("x/b.persona").as_str()), (TIDY, MESSY));
    Room::empty().run(&["fmt"]).exits(2).says("no persona is named");
}

#[test]
fn names_of_the_label_book_count() {
    let room = Room::with(&[("personac.toml", "[labels.company]\nAcme = 1441\n"), ("a.persona", "company=Acme")]);
    room.run(&["fmt"]).exits(0);
    assert_eq!(room.read("a.persona"), "company = Acme\n");
}

#[test]
fn files_that_cannot_be_read_or_written() {
    let room = Room::with(&[("a.persona", MESSY), ("b.persona", MESSY)]);
    let read_only = fs::Permissions::from_mode(0o444);
    fs::set_permissions(room.path("a.persona"), read_only).expect("it is ours");
    let ran = room.run(&["fmt", "a.persona", "b.persona", "c.persona"]);
    ran.exits(2).says("`a.persona` cannot be written: the system does not allow it").says("`c.persona` cannot be read");
    assert_eq!((room.read("a.persona").as_str(), room.read("b.persona").as_str()), (MESSY, TIDY));
    room.run(&["fmt", "a.persona", "--check"]).exits(1);
}

#[test]
fn modes_and_links_stay() {
    let room = Room::with(&[("real.persona", MESSY)]);
    fs::set_permissions(room.path("real.persona"), fs::Permissions::from_mode(0o750)).expect("it is ours");
    std::os::unix::fs::symlink("real.persona", room.path("link.persona")).expect("a link");
    room.run(&["fmt", "link.persona"]).exits(0);
    assert!(room.path("link.persona").is_symlink() && room.read("real.persona") == TIDY);
    let mode = fs::metadata(room.path("real.persona")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o750);
    assert_eq!(room.files(""), ["link.persona", "real.persona"]);
}

#[test]
fn many_files_are_formatted_on_all_threads() {
    let room = Room::empty();
    (0..600).for_each(|n| room.write(&format!("{n:03}.persona"), format!("{}limit:{}", good("Sales"), n + 1)));
    let ran = room.run(&["fmt", ".", "-v", "-j", "4"]);
    let named: Vec<&str> = ran.exits(0).err.lines().collect();
    assert_eq!((named.len(), named[600]), (601, "note: 600 files reformatted"));
    assert!(named[..600].is_sorted());
    assert_eq!(room.read("599.persona"), format!("{HOOK}limit: 600\n\nfunction = Sales\n"));
}
