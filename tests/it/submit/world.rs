//! Disks that are full, files that are damaged: nothing is sent that cannot be written down.

use super::diary::{JOURNAL, states};
use super::{To, fast, persona, submit, three};
use crate::mock::Mock;
use crate::tool::{Ran, Room};

/// It says so and sends nothing.
fn is_kept(to: &To, mock: &Mock, arguments: &[&str]) -> String {
    let ran = to.submit(arguments);
    assert_eq!(mock.requests().len(), 0, "{}", ran.err);
    assert_eq!(ran.exits(2).out, "");
    let (_, told) = ran.err.split_once("error:").expect("an error");
    format!("error:{told}")
}

#[test]
fn a_journal_that_cannot_be_used_keeps_all_from_being_sent() {
    let mock = fast();
    let mut text = String::new();
    for (title, file, bytes) in [
        ("its directory is a file", ".personac", ""),
        ("it is a directory", ".personac/journal.jsonl/x", ""),
        ("a line in the middle is damaged", JOURNAL, "{\"state\":\"intent\"\n\n{}\n"),
        ("a line is of a newer version", JOURNAL, "{\"state\":\"scheduled\",\"digest\":\"0\"}\n"),
        ("it is no text", JOURNAL, "\u{0}\u{0}\n{}\n"),
        ("its lock is a directory", ".personac/lock/x", ""),
    ] {
        let room = three();
        room.write(file, bytes);
        text.push_str(&format!("==== {title}\n{}", is_kept(&To::new(&mock, &room), &mock, &["."])));
        assert_eq!(std::fs::read(room.path(file)).expect("a file"), bytes.as_bytes(), "{title}");
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_pace_that_cannot_be_kept_keeps_all_from_being_sent() {
    let (room, mock) = (three(), fast());
    room.write("../state", "");
    let state = room.path("../state").display().to_string();
    let told = is_kept(&To::new(&mock, &room).with("PERSONAC_STATE_DIR", &state), &mock, &["."]);
    assert!(told.contains("keeps the pace of requests") && told.contains("nothing was sent"), "{told}");
    assert_eq!(states(&room), [""; 0]);
}

/// In documents for programs it is said as well.
#[test]
fn programs_are_told() {
    let (room, mock) = (three(), fast());
    room.write(".personac", "");
    let ran = To::new(&mock, &room).submit(&[".", "--output-format", "sarif"]);
    ran.exits(2).says("cannot be read");
    assert!(mock.requests().is_empty());
}

/// One library's journal cannot be used: what was sent of another is told all the same.
#[test]
fn what_was_started_before_is_told() {
    for format in ["human", "json"] {
        let mock = fast();
        let room = Room::with(&[("one/a.persona", &persona("CEO")), ("two/b.persona", &persona("CFO"))]);
        ["one", "two"].iter().for_each(|project| room.write(&format!("{project}/personac.toml"), ""));
        room.write("two/.personac/lock/x", "");
        let ran = To::new(&mock, &room).submit(&["one", "two", "--output-format", format]);
        ran.exits(2);
        let id = mock.accepted()[0].id.clone().expect("an ID");
        assert_eq!(mock.requests().len(), 1);
        assert!(ran.out.contains(&id), "{format}: {}", ran.out);
    }
}

/// Files may have no more than so many blocks of 512 bytes.
#[cfg(unix)]
fn with_blocks(blocks: u32, to: &To, arguments: &[&str]) -> Ran {
    let command = to.command(&[]);
    let program = command.get_program().to_owned();
    // A signal would end the program; like this the write fails, as on a full disk.
    let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).arg(program).args(submit(arguments));
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.current_dir(to.room.path("")).stdin(std::process::Stdio::null());
    let output = shell.output().expect("a shell");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Ran { code: output.status.code().expect("it ends"), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
#[cfg(unix)]
fn a_full_disk_keeps_all_from_being_sent() {
    let (room, mock) = (three(), fast());
    let ran = with_blocks(0, &To::new(&mock, &room), &["."]);
    assert_eq!(mock.requests().len(), 0, "{}", ran.err);
    ran.exits(2).says("cannot be written").says("help: nothing");
    assert_eq!(ran.out, "");
    To::new(&mock, &room).submit(&["."]).exits(0);
}

/// The intent fits on the disk and the outcome does not.
#[test]
#[cfg(unix)]
fn what_cannot_be_written_down_any_more_is_told() {
    let (room, mock) = (three(), fast());
    To::new(&mock, &room).submit(&["a.persona"]).exits(0);
    let journal = room.read(JOURNAL);
    let intent = journal.lines().next().expect("a line").len() as u64 + 1;
    // Empty lines are none, so the next intent ends where the second block does, but for a few bytes.
    let room = three();
    room.write(JOURNAL, "\n".repeat(usize::try_from(1024 - intent - 40).expect("few")));
    let mock = fast();
    let ran = with_blocks(2, &To::new(&mock, &room), &["."]);
    assert_eq!(mock.accepted().len(), 1, "{}", ran.err);
    let id = mock.accepted()[0].id.clone().expect("an ID");
    assert!(ran.exits(2).out.contains(&id), "{}", ran.out);
    ran.says("the request counts as unknown").says(&format!("--accepted --id {id}")).says("2 not sent");
    assert_eq!(states(&room), ["intent"]);
    To::new(&mock, &room).submit(&["."]).exits(3).says("is not known");
    assert_eq!((mock.accepted().len(), mock.submitted_twice()), (3, 0));
    // What was said to do is done.
    let (_, command) = ran.err.split_once("`personac journal settle ").expect("a command");
    let words: Vec<&str> = command.split('`').next().expect("an end").split(' ').collect();
    room.run(&[&["journal", "settle"], &words[..]].concat()).exits(0);
    To::new(&mock, &room).submit(&["."]).exits(0);
    assert_eq!((mock.accepted().len(), mock.submitted_twice()), (3, 0));
}

/// Nobody reads what was started: the journal has it, and no more is sent.
#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_ends_the_run() {
    let (room, mock) = (three(), fast());
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a device");
    let mut command = To::new(&mock, &room).command(&submit(&["."]));
    let output = command.stdout(full).stdin(std::process::Stdio::null()).output().expect("personac");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("the output cannot be written"), "{err}");
    assert_eq!(states(&room), ["intent", "accepted"]);
    To::new(&mock, &room).submit(&["."]).exits(0);
    assert_eq!((mock.accepted().len(), mock.submitted_twice()), (3, 0));
}
