//! Ctrl-C: what is under way is finished and written down, nothing new is begun.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use super::diary::states;
use super::{To, fast, submit, three, until};
use crate::mock::{Behaviour, Mock, RetryAfter};
use crate::tool::{Ran, finish};

/// Longer than any test waits.
const FOR_EVER: Duration = Duration::from_secs(120);

/// What a test waits for comes sooner than this.
const SOON: Duration = Duration::from_secs(20);

fn send(signal: &str, child: &Child) {
    let kill = format!("kill -{signal} {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell").success());
}

fn comes_to(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < SOON, "it does not come to that");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A command that gets a signal once the server has so many requests.
fn stopped(to: &To, mock: &Mock, requests: usize, signal: &str) -> Ran {
    let child = to.start(&submit(&["."]));
    comes_to(|| mock.requests().len() >= requests);
    send(signal, &child);
    finish(child, "")
}

#[test]
fn what_is_under_way_is_finished() {
    for signal in ["INT", "TERM"] {
        let (room, mock) = (three(), fast());
        mock.next([Behaviour::Slow(Duration::from_millis(800))]);
        let ran = stopped(&To::new(&mock, &room), &mock, 1, signal);
        ran.exits(2).says("stopping after the request that is under way").says("1 accepted and 2 not sent");
        ran.says("the same command goes on from here");
        assert_eq!(ran.out.matches("started ").count(), 1);
        assert_eq!(states(&room), ["intent", "accepted"]);
        To::new(&mock, &room).submit(&["."]).exits(0);
        assert_eq!((mock.accepted().len(), mock.submitted_twice()), (3, 0));
    }
}

#[test]
fn the_second_time_it_ends_at_once() {
    let (room, mock) = (three(), fast());
    mock.next([Behaviour::Slow(FOR_EVER)]);
    let mut child = To::new(&mock, &room).start(&submit(&["."]));
    comes_to(|| !mock.accepted().is_empty());
    send("INT", &child);
    until(&mut child, "Ctrl-C again stops at once");
    send("INT", &child);
    assert_eq!(finish(child, "").code, 130);
    assert_eq!(states(&room), ["intent"]);
    To::new(&mock, &room).submit(&["."]).exits(3).says("is not known");
    assert_eq!((mock.accepted().len(), mock.submitted_twice()), (3, 0));
}

#[test]
fn a_rest_is_not_waited_for() {
    let (room, mock) = (three(), fast());
    mock.next([Behaviour::TooMany(RetryAfter::Seconds(FOR_EVER.as_secs()))]);
    let to = To::new(&mock, &room);
    let mut child = to.start(&submit(&["."]));
    until(&mut child, "too many requests: waiting 2 min");
    send("INT", &child);
    let start = Instant::now();
    finish(child, "").exits(3).says("1 refused and 2 not sent");
    assert!(start.elapsed() < SOON);
    assert_eq!(states(&room), ["intent", "refused"]);
    // Nor is what is left of it for the next process.
    let mut child = to.start(&submit(&["."]));
    until(&mut child, "the API had too many requests: waiting");
    send("INT", &child);
    finish(child, "").exits(2).says("3 not sent");
    assert!(start.elapsed() < SOON);
    assert_eq!(mock.requests().len(), 1);
}

#[test]
fn who_waits_for_another_process_sends_nothing_afterwards() {
    for lock in [".personac/lock", "../own/state/pace"] {
        let (room, mock) = (three(), fast());
        room.write("first/d.persona", super::persona("CTO"));
        To::new(&mock, &room).submit(&["first", "--journal", ".personac/journal.jsonl"]).exits(0);
        let paces = room.files("../own/state");
        let path = lock.replace("pace", paces.first().expect("a file of the pace"));
        let held = std::fs::File::options().write(true).open(room.path(&path)).expect(&path);
        held.lock().expect("it is free");
        let mut child = To::new(&mock, &room).start(&submit(&["a.persona", "b.persona"]));
        until(&mut child, "waiting for it");
        send("INT", &child);
        until(&mut child, "Ctrl-C again stops at once");
        drop(held);
        finish(child, "").exits(2).says("2 not sent");
        assert_eq!(mock.requests().len(), 1, "{lock}");
    }
}
