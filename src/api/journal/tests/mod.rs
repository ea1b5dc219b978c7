//! The journal: what is written is found again, whatever happens in between.

mod crashes;
mod sharing;
mod standings;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::{Entry, Journal, JournalProblem, Record, Records, Standing, State};

const SERVICE: &str = "https://api.example.com/v2";

fn digest(of: u8) -> String {
    format!("{of:02x}").repeat(32)
}

fn entry(state: State, of: u8) -> Entry {
    Entry::new(state, &digest(of), SERVICE)
}

fn settled(state: State, of: u8) -> Entry {
    Entry { settled: true, ..entry(state, of) }
}

struct Room {
    directory: TempDir,
}

impl Room {
    fn empty() -> Room {
        Room { directory: TempDir::new().unwrap() }
    }

    /// A journal with these bytes.
    fn with(bytes: &[u8]) -> Room {
        let room = Room::empty();
        fs::create_dir(room.path().parent().unwrap()).unwrap();
        fs::write(room.path(), bytes).unwrap();
        room
    }

    fn path(&self) -> PathBuf {
        self.directory.path().join(".personac/journal.jsonl")
    }

    fn lock_file(&self) -> PathBuf {
        self.directory.path().join(".personac/lock")
    }

    fn open(&self) -> Journal {
        Journal::open(&self.path()).unwrap()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    fn records(&self) -> Records {
        Records::read(&self.path()).unwrap()
    }

    /// Where a request stands for who sends next.
    fn state(&self, of: u8) -> Option<State> {
        let mut journal = self.open();
        let locked = journal.lock(&mut || ()).unwrap();
        locked.standing(SERVICE, &digest(of)).map(Standing::state)
    }

    fn append(&self, entries: &[Entry]) {
        let mut journal = self.open();
        let mut locked = journal.lock(&mut || ()).unwrap();
        entries.iter().for_each(|entry| locked.append(entry).unwrap());
    }
}

fn text(entries: &[Entry]) -> String {
    entries.iter().map(Entry::line).collect()
}

/// Any entry, about one of few requests.
fn any_entry() -> impl Strategy<Value = Entry> {
    let state = prop_oneof![Just(State::Intent), Just(State::Accepted), Just(State::Refused), Just(State::Unknown)];
    (state, 0..3_u8, any::<bool>(), any::<Option<String>>(), any::<Option<u16>>(), 0..2_000_000_000_000_i64).prop_map(
        |(state, of, settled, text, status, time)| Entry {
            settled: settled && matches!(state, State::Accepted | State::Refused),
            name: text.clone(),
            reason: text,
            status,
            time: jiff::Timestamp::from_millisecond(time).unwrap(),
            ..entry(state, of)
        },
    )
}

#[test]
fn an_entry_is_one_line_without_what_it_does_not_say() {
    let entry = Entry { time: "2026-11-24T03:59:01.5Z".parse().unwrap(), by: Some(7), ..entry(State::Intent, 0xab) };
    let digest = digest(0xab);
    assert_eq!(
        entry.line(),
        format!(
            "{{\"time\":\"2026-11-24T03:59:01.500Z\",\"state\":\"intent\",\"digest\":\"{digest}\",\"service\":\"{SERVICE}\",\"by\":7}}\n"
        )
    );
}

#[test]
fn a_journal_is_made_with_its_directory() {
    let room = Room::empty();
    assert_eq!(room.records(), Records::default());
    room.append(&[entry(State::Intent, 1), Entry { id: Some("s1".into()), ..entry(State::Accepted, 1) }]);
    assert_eq!(room.records().all.len(), 2);
    assert_eq!(fs::read_to_string(room.directory.path().join(".personac/.gitignore")).unwrap(), "lock\n");
    assert_eq!(room.state(1), Some(State::Accepted));
    assert_eq!(room.state(2), None);
}

#[test]
fn keys_of_a_newer_version_are_passed_over() {
    let line = entry(State::Accepted, 1).line().replace("{\"time", "{\"weather\":[1],\"time");
    let room = Room::with(line.as_bytes());
    assert_eq!(room.state(1), Some(State::Accepted));
    assert_eq!(room.bytes(), line.as_bytes());
}

fn problem(bytes: &[u8]) -> String {
    let room = Room::with(bytes);
    let locked = room.open().lock(&mut || ()).map(drop).unwrap_err();
    let read = Records::read(&room.path()).unwrap_err();
    assert_eq!(room.bytes(), bytes, "nothing is changed");
    assert_eq!(read.to_string(), locked.to_string());
    read.to_string().replace(&room.path().display().to_string(), "JOURNAL")
}

#[test]
fn a_line_that_is_no_entry_stops_everything() {
    let good = entry(State::Accepted, 1).line();
    let damaged = |line: usize| format!("line {line} of the journal `JOURNAL` is not an entry");
    for bad in ["<<<<<<< HEAD\n", "{}\n", "[]\n", "{\"state\":\"accepted\"}\n", "\u{0}\n", "null\n", "{\"state\":7}\n"]
    {
        let text = format!("{good}\n{bad}{good}");
        assert!(problem(text.as_bytes()).starts_with(&damaged(3)), "{bad}");
    }
    let cut = good.trim_end().trim_end_matches('}');
    assert!(
        problem(format!("{cut}\n").as_bytes()).starts_with(&damaged(1)),
        "a line with an end was not cut by a crash"
    );
    let upper = good.replace(&digest(1), &"A".repeat(64));
    assert!(problem(upper.as_bytes()).starts_with(&damaged(1)), "a request is found by its digest");
}

#[test]
fn a_state_of_a_newer_version_stops_everything() {
    let line = entry(State::Accepted, 1).line().replace("accepted", "paused");
    let said = "line 1 of the journal `JOURNAL` is in the state `paused`, which this version does not know";
    assert!(problem(line.as_bytes()).starts_with(said));
    assert!(problem(line.trim_end().as_bytes()).starts_with(said), "it is no torn line either");
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let room = Room::empty();
    let directory = room.directory.path();
    assert!(Records::read(directory).unwrap_err().to_string().contains("cannot be read: this is a directory"));
    assert!(matches!(Journal::open(directory), Err(JournalProblem::Unwritable { .. })));
    fs::write(directory.join("file"), "").unwrap();
    let said = Journal::open(&directory.join("file/journal.jsonl")).unwrap_err().to_string();
    assert!(said.contains("cannot be written: a file stands where a directory should"), "{said}");
}

#[test]
fn any_other_journal_has_a_lock_of_its_own() {
    assert_eq!(super::disk::lock_path(Path::new(".personac/journal.jsonl")), Path::new(".personac/lock"));
    assert_eq!(super::disk::lock_path(Path::new("a/spring.jsonl")), Path::new("a/spring.jsonl.lock"));
}

#[test]
fn hidden_characters_are_written_as_escapes() {
    let line = Entry { name: Some("\u{1b}[31m\u{202e}".into()), ..entry(State::Intent, 1) }.line();
    assert!(line.contains("\\u001b[31m\\u202e"), "{line}");
}
