//! Any bytes as a journal that a crash, an editor or a bad disk left behind: no line that can be read is lost, what cannot
//! be understood is not touched, and mending is done once.

use std::fs;
use std::path::Path;

use personac::api::journal::{Entry, Journal, Record, Records, State};

/// Open it as `submit` does, and read it as `journal` does.
pub fn journal(before: &[u8]) {
    // Each line is written to the disk before anything goes on. No disk is as fast as memory.
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let directory = tempfile::tempdir_in(place).expect("a directory");
    let path = directory.path().join("journal.jsonl");
    fs::write(&path, before).expect("a file");
    let looked = Records::read(&path);
    assert_eq!(bytes_of(&path), before, "who looks changes nothing");
    if !is_locked_well(&path) {
        assert!(looked.is_err(), "it can be read, and not be locked");
        assert_eq!(bytes_of(&path), before, "what cannot be understood is not touched");
        return;
    }
    let looked = looked.expect("it can be locked, and so be read");
    let mended = bytes_of(&path);
    keeps_lines(before, &mended);
    assert!(is_locked_well(&path) && bytes_of(&path) == mended, "it is mended twice");
    let records = Records::read(&path).expect("it was mended");
    assert!(records.all.starts_with(&looked.all) && records.standings == looked.standings, "{looked:?}\n{records:?}");
    goes_on(&path, &mended, &records);
}

fn bytes_of(path: &Path) -> Vec<u8> {
    fs::read(path).expect("the journal")
}

fn is_locked_well(path: &Path) -> bool {
    let mut journal = Journal::open(path).expect("a file");
    journal.lock(&mut || panic!("nobody else has it")).is_ok()
}

/// Every line that was whole and can be read is there, in its order and byte by byte.
fn keeps_lines(before: &[u8], after: &[u8]) {
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        let all = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec);
        all.filter(|line| is_good(line)).collect()
    };
    assert_eq!(lines(before), lines(after), "{}", String::from_utf8_lossy(after));
    assert!(after.is_empty() || after.ends_with(b"\n") || after.trim_ascii().is_empty(), "the last line is open");
}

/// Whether a line tells of a request that can be found again.
fn is_good(line: &[u8]) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let entry = serde_json::from_slice::<Entry>(line);
    entry.is_ok_and(|entry| entry.digest.len() == 64 && entry.digest.bytes().all(is_digit))
}

/// A request can be written down, and whatever was known is known afterwards.
fn goes_on(path: &Path, before: &[u8], records: &Records) {
    let entry = Entry::new(State::Intent, &"0".repeat(64), "fuzzed");
    {
        let mut journal = Journal::open(path).expect("a file");
        let mut locked = journal.lock(&mut || {}).expect("it could be locked");
        assert_eq!(locked.ledger().all().len(), records.standings.len());
        locked.append(&entry).expect("it can be written");
        assert!(locked.standing(&entry.service, &entry.digest).is_some_and(|standing| standing.attempts > 0));
    }
    assert!(bytes_of(path).starts_with(before), "what was there changed");
    let after = Records::read(path).expect("it can be read");
    assert_eq!(after.all.len(), records.all.len() + 1);
    assert_eq!(after.all.last(), Some(&Record::Entry(Box::new(entry))));
}
