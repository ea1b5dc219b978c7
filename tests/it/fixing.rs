//! `personac lint --fix`: what is written, what is shown, what is left alone.

use super::tool::{HOOK, Room};

fn persona(clauses: &str) -> String {
    format!("name: \"A\"\nlimit: 5\n{HOOK}{clauses}\n")
}

#[test]
fn safe_fixes_are_applied_until_none_is_left() {
    let room = Room::empty();
    // The operator, then the labels behind it.
    room.write("a.persona", persona("# why\r\nfunction == sales && seniority in [vp, vp] # both\r"));
    let ran = room.run(&["lint", "--fix", "a.persona"]);
    ran.exits(0).has_no_output().says("mended in 1 file");
    assert_eq!(room.read("a.persona"), persona("# why\r\nfunction = Sales and seniority in [VP] # both\r"));
    room.run(&["lint", "--fix", "a.persona"]).exits(0).is_silent();
}

#[test]
fn every_bracket_is_closed_at_once() {
    let room = Room::with(&[("a.persona", &persona(&format!("title in {}CEO", "[".repeat(40))))]);
    room.run(&["lint", "--fix", "a.persona"]).exits(1);
    let mended = room.read("a.persona");
    assert!(mended.ends_with(&format!("CEO{}\n", "]".repeat(40))), "{mended}");
    room.run(&["lint", "--fix", "a.persona"]).exits(1);
    assert_eq!(room.read("a.persona"), mended);
}

#[test]
fn what_is_not_certain_stays_and_is_shown() {
    let room = Room::with(&[("a.persona", &persona("size 100..1000 and function in [sales]"))]);
    let ran = room.run(&["lint", "--fix", "a.persona"]);
    assert!(ran.exits(1).out.contains("P301") && !ran.out.contains("P606"), "{}", ran.out);
    assert_eq!(room.read("a.persona"), persona("size 100..1000 and function in [Sales]"));
    // Two ways to mend it: nobody knows which was meant.
    room.run(&["lint", "--fix", "--unsafe-fixes", "a.persona"]).exits(1);
    assert_eq!(room.read("a.persona"), persona("size 100..1000 and function in [Sales]"));
}

#[test]
fn the_only_fix_is_applied_when_asked_for() {
    let room = Room::with(&[("a.persona", &persona("seniority = VP and seniority >= Director"))]);
    assert!(room.run(&["lint", "--fix", "a.persona"]).exits(0).out.contains("P613"));
    room.run(&["lint", "--fix", "--unsafe-fixes", "a.persona"]).exits(0).has_no_output();
    assert_eq!(room.read("a.persona"), persona("seniority = VP"));
    room.run(&["lint", "--unsafe-fixes", "a.persona"]).exits(2).says("--fix|--diff");
}

#[test]
fn a_stray_word_goes_with_its_line() {
    let room = Room::empty();
    room.write("a.persona", format!("name: \"A\"\nlimit: 5\n{HOOK}  and\r\ntitle = CEO and\n"));
    room.run(&["lint", "--fix", "a.persona"]).exits(0);
    assert_eq!(room.read("a.persona"), persona("title = CEO"));
}

#[test]
fn a_diff_is_shown_and_nothing_written() {
    let before = persona("function in [sales]");
    let room = Room::with(&[("a.persona", &before), ("b.persona", &persona("title = CEO and function = Sales"))]);
    let ran = room.run(&["lint", "--diff", "--ignore", "repeated-name", "."]);
    ran.exits(1).says("1 finding would be mended in 1 file");
    let expected = "--- a.persona\n+++ a.persona\n@@ -1,4 +1,4 @@\n name: \"A\"\n limit: 5\n";
    assert!(
        ran.out.starts_with(expected) && ran.out.ends_with("-function in [sales]\n+function in [Sales]\n"),
        "{}",
        ran.out
    );
    assert_eq!(room.read("a.persona"), before);
    room.run(&["lint", "--diff", "b.persona"]).exits(0).is_silent();
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let room = Room::empty();
    let ran = room.run_with_input(&["lint", "--fix", "-"], &persona("size 100..1000 and function in [sales]"));
    assert_eq!(ran.exits(1).out, persona("size 100..1000 and function in [Sales]"));
    ran.says("P301");
}

#[test]
fn suppressed_findings_are_not_mended() {
    let text = persona("function in [sales] # personac: allow(label-spelling)");
    let room = Room::with(&[("a.persona", &text)]);
    room.run(&["lint", "--fix", "a.persona"]).exits(0).is_silent();
    assert_eq!(room.read("a.persona"), text);
    room.run(&["lint", "--fix", "--ignore", "P606", "a.persona"]).exits(0);
}

#[test]
fn an_allowance_without_a_finding_is_removed_with_its_line() {
    let room = Room::empty();
    room.write("a.persona", persona("# personac: allow(raw-id) the vendor said so\nfunction in [Sales]"));
    room.write("b.persona", persona("title = CEO # personac: allow(raw-id, duplicate-value)"));
    room.write("c.persona", persona("title in [CEO, CEO] # personac: allow(raw-id, duplicate-value, old-label)"));
    room.run(&["lint", "--fix", "--ignore", "repeated-name,same-body", "."]).exits(0).has_no_output();
    assert_eq!(room.read("a.persona"), persona("function in [Sales]"));
    assert_eq!(room.read("b.persona"), persona("title = CEO"));
    assert_eq!(room.read("c.persona"), persona("title in [CEO, CEO] # personac: allow(duplicate-value)"));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let room = Room::with(&[("real.persona", &persona("function in [sales]"))]);
    std::os::unix::fs::symlink("real.persona", room.path("a.persona")).expect("a link");
    room.run(&["lint", "--fix", "a.persona"]).exits(0);
    assert_eq!(room.read("real.persona"), persona("function in [Sales]"));
    assert!(room.path("a.persona").symlink_metadata().expect("a link").is_symlink());
}

#[test]
fn what_cannot_be_written_is_not_called_mended() {
    let text = persona("function in [sales]");
    let room = Room::with(&[("a.persona", &text)]);
    let mut permissions = room.path("a.persona").metadata().expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(room.path("a.persona"), permissions).expect("permissions");
    let ran = room.run(&["lint", "--fix", "a.persona"]);
    ran.exits(2).says("`a.persona` cannot be written");
    assert!(ran.out.contains("P606") && !ran.err.contains("mended"), "{}{}", ran.out, ran.err);
    assert_eq!(room.read("a.persona"), text);
}

#[test]
fn mistakes_of_used_files_are_mended_in_their_own_files() {
    let room = Room::with(&[("lib.persona", "let sizes = 1..10\nlet small = size == 1..10\n")]);
    let text = persona("use \"lib.persona\"\n$small");
    room.write("a.persona", &text);
    room.run(&["lint", "--fix", "a.persona"]).exits(1);
    assert_eq!(room.read("a.persona"), text);
    room.run(&["lint", "--fix", "."]).exits(0);
    assert_eq!(room.read("lib.persona"), "let sizes = 1..10\nlet small = size = 1..10\n");
}
