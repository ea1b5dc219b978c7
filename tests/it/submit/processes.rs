//! Several processes at once: together they keep the pace, and none sends what another has sent.

#![allow(clippy::print_stdout, reason = "the figures are for people")]

use std::time::Duration;

use super::diary::{JOURNAL, Stands, lines, lines_of, standings};
use super::{To, persona, submit, until};
use crate::mock::{Behaviour, Mock};
use crate::tool::{Ran, Room, finish};

/// The time between two requests, for the server and for those who ask it.
const INTERVAL: Duration = Duration::from_millis(150);

fn mock() -> Mock {
    Mock::builder().interval(INTERVAL).start()
}

fn paced<'a>(mock: &Mock, room: &'a Room) -> To<'a> {
    To::new(mock, room).with("PERSONAC_PACE", INTERVAL.as_secs_f64().to_string())
}

/// So many commands, all of which run at the same time.
fn at_once(to: &To, commands: &[&[&str]]) -> Vec<Ran> {
    let children: Vec<_> = commands.iter().map(|arguments| to.start(&submit(arguments))).collect();
    let waiting: Vec<_> = children.into_iter().map(|child| std::thread::spawn(move || finish(child, ""))).collect();
    waiting.into_iter().map(|ran| ran.join().expect("it ends")).collect()
}

fn library(directory: &str, room: &Room, personas: usize) {
    for number in 0..personas {
        room.write(&format!("{directory}/{number}.persona"), persona(&format!("Title {number} of {directory}")));
    }
}

/// No request came too soon, and each body once.
fn is_kept(mock: &Mock, personas: usize) {
    assert_eq!((mock.requests().len(), mock.accepted().len(), mock.submitted_twice()), (personas, personas, 0));
    assert_eq!(mock.too_fast(), 0);
    assert!(mock.smallest_gap().expect("two requests") >= INTERVAL);
    println!("requests: {personas}, smallest gap: {:?}", mock.smallest_gap());
}

#[test]
fn two_processes_share_a_library() {
    share(2, 12);
}

#[test]
fn four_processes_share_a_library() {
    share(4, 12);
}

fn share(processes: usize, personas: usize) {
    let (room, mock) = (Room::empty(), mock());
    library("all", &room, personas);
    let all = ["all", "--journal", "all.jsonl"];
    let rans = at_once(&paced(&mock, &room), &vec![&all[..]; processes]);
    is_kept(&mock, personas);
    let standings = standings(&lines_of(&room.read("all.jsonl")));
    assert_eq!(standings.values().filter(|stands| **stands == Stands::Accepted).count(), personas);
    // One who looked while another was sending says so, and leaves the request out.
    for ran in &rans {
        assert!(ran.code == 0 || (ran.code == 3 && ran.err.contains("is sending this")), "{}", ran.err);
    }
    let started: usize = rans.iter().map(|ran| ran.out.matches("started ").count()).sum();
    assert_eq!(started, personas, "each is told by one of them");
}

#[test]
fn two_libraries_share_the_pace() {
    let (room, mock) = (Room::empty(), mock());
    library("one", &room, 5);
    library("two", &room, 5);
    let commands: [&[&str]; 2] = [&["one", "--journal", "one.jsonl"], &["two", "--journal", "two.jsonl"]];
    for ran in at_once(&paced(&mock, &room), &commands) {
        ran.exits(0);
    }
    is_kept(&mock, 10);
}

#[test]
fn one_process_keeps_the_pace_from_run_to_run() {
    let (room, mock) = (Room::empty(), mock());
    library(".", &room, 4);
    for number in 0..4 {
        paced(&mock, &room).submit(&[&format!("{number}.persona")]).exits(0);
    }
    is_kept(&mock, 4);
}

#[test]
fn after_a_process_that_was_killed_the_pace_is_kept() {
    let (room, mock) = (Room::empty(), mock());
    library(".", &room, 2);
    mock.next([Behaviour::Slow(Duration::from_secs(30))]);
    let mut child = paced(&mock, &room).start(&submit(&["0.persona"]));
    while mock.accepted().is_empty() {
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("it can be killed");
    child.wait().expect("a status");
    paced(&mock, &room).submit(&["1.persona"]).exits(0);
    is_kept(&mock, 2);
}

/// Somebody else may have submitted a persona after this process has looked: what they wrote counts.
#[test]
fn what_another_process_wrote_meanwhile_counts() {
    for (state, code) in [("accepted", 0), ("unknown", 3), ("refused", 0)] {
        let (room, mock) = (Room::with(&[("a.persona", &persona("CEO"))]), mock());
        let dry = To::new(&mock, &room).run(&["submit", "--dry-run", "--output-format", "json", "a.persona"]);
        let request: serde_json::Value = serde_json::from_str(&dry.exits(0).out).expect("JSON");
        room.write(".personac/lock", "");
        let lock = std::fs::File::options().write(true).open(room.path(".personac/lock")).expect("a file");
        lock.lock().expect("it is free");
        let mut child = paced(&mock, &room).start(&submit(&["a.persona"]));
        let told = until(&mut child, "waiting for it");
        let digest = request[0]["digest"].as_str().expect("a digest");
        let service = mock.url();
        let line = |state: &str| {
            format!(
                r#"{{"time":"2026-01-01T00:00:00.000Z","state":"{state}","digest":"{digest}","service":"{service}"}}"#
            )
        };
        room.write(JOURNAL, format!("{}\n{}\n", line("intent"), line(state)));
        drop(lock);
        let ran = finish(child, "");
        assert_eq!(ran.code, code, "{state}: {told}{}", ran.err);
        let received = usize::from(state == "refused");
        assert_eq!(mock.requests().len(), received, "{state}");
        assert_eq!(lines(&room).len(), 2 + 2 * received, "{state}");
        assert_eq!(ran.err.contains("is not known"), state == "unknown", "{}", ran.err);
    }
}
