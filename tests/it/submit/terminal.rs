//! Somebody at a terminal is asked before credits are spent. `script` makes the terminal, and `.ci/real-clients` runs
//! these.

use std::process::Stdio;

use super::diary::states;
use super::{To, fast, three};
use crate::mock::Mock;
use crate::tool::{Ran, Room, finish};

/// What is said at a terminal where this is typed.
fn typed(text: &str, arguments: &[&str], room: &Room, mock: &Mock) -> Ran {
    let to = To::new(mock, room).with("TERM", "xterm");
    let program = to.command(&[]).get_program().to_string_lossy().into_owned();
    let line = format!("stty cols 80; exec {program} {}", arguments.join(" "));
    let mut script = std::process::Command::new("script");
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(room.path(""));
    for (name, value) in to.command(&[]).get_envs() {
        match value {
            Some(value) => script.env(name, value),
            None => script.env_remove(name),
        };
    }
    script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    finish(script.spawn().expect("script is installed"), text)
}

#[test]
#[ignore = "needs script: `.ci/real-clients` runs it"]
fn yes_is_yes_and_all_else_is_no() {
    for (answer, searches) in [("y\n", 3), ("YES\n", 3), ("n\n", 0), ("\n", 0), ("yep\n", 0), ("\u{4}", 0)] {
        let (room, mock) = (three(), fast());
        let ran = typed(answer, &["submit", "."], &room, &mock);
        assert_eq!(ran.code, 0, "{answer:?}: {}", ran.out);
        assert!(ran.out.contains("Start 3 searches? They cost credits. [y/N]"), "{}", ran.out);
        assert_eq!(ran.out.contains("nothing was submitted"), searches == 0, "{}", ran.out);
        assert_eq!((mock.accepted().len(), states(&room).len()), (searches, 2 * searches), "{answer:?}");
    }
}

#[test]
#[ignore = "needs script: `.ci/real-clients` runs it"]
fn paying_again_is_asked_for_in_so_many_words() {
    let (room, mock) = (three(), fast());
    To::new(&mock, &room).submit(&["a.persona"]).exits(0);
    let ran = typed("n\n", &["submit", "--again", "."], &room, &mock);
    assert!(ran.out.contains("Start 3 searches, 1 of them again and paid for again?"), "{}", ran.out);
    assert!(ran.out.contains("AGAIN, at most 100 leads"), "{}", ran.out);
    assert_eq!(mock.requests().len(), 1);
}

#[test]
#[ignore = "needs script: `.ci/real-clients` runs it"]
fn nothing_to_send_asks_nothing() {
    let (room, mock) = (three(), fast());
    To::new(&mock, &room).submit(&["."]).exits(0);
    let ran = typed("", &["submit", "."], &room, &mock);
    assert!(ran.code == 0 && !ran.out.contains("[y/N]"), "{}", ran.out);
}
