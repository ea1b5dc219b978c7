//! Several processes, editors and git at one journal.

use std::fs::OpenOptions;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::*;

#[test]
fn those_who_write_at_once_lose_nothing() {
    let room = Room::empty();
    let inside = AtomicBool::new(false);
    let writer = |of: u8| {
        let (path, inside) = (room.path(), &inside);
        move || {
            let mut journal = Journal::open(&path).unwrap();
            for round in 0..20_usize {
                let mut locked = journal.lock(&mut || ()).unwrap();
                assert!(!inside.swap(true, Ordering::SeqCst), "one at a time");
                let mine = locked.standing(SERVICE, &digest(of)).map_or(0, |standing| standing.attempts);
                assert_eq!(mine, round);
                let all: usize = locked.ledger().all().iter().map(|standing| standing.attempts).sum();
                locked.append(&entry(State::Intent, of)).unwrap();
                locked.append(&entry(State::Refused, of)).unwrap();
                assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 2 * (all + 1));
                inside.store(false, Ordering::SeqCst);
            }
        }
    };
    thread::scope(|scope| (0..4).for_each(|of| drop(scope.spawn(writer(of)))));
    assert_eq!(room.records().all.len(), 4 * 20 * 2);
    assert!(room.records().standings.iter().all(|standing| standing.attempts == 20));
}

#[test]
fn who_waits_is_told_once() {
    let room = Room::empty();
    let mut journal = room.open();
    let locked = journal.lock(&mut || panic!("nobody else is here")).unwrap();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| drop(room.open().lock(&mut || tell.send(()).unwrap()).unwrap()));
        told.recv().unwrap();
        assert!(!waiting.is_finished());
        drop(locked);
    });
    assert!(told.try_recv().is_err());
}

#[test]
fn a_request_is_being_sent_while_its_process_lives() {
    let room = Room::empty();
    let states = || -> Vec<State> { room.records().standings.iter().map(Standing::state).collect() };
    room.append(&[entry(State::Intent, 1)]);
    let mut journal = room.open();
    let mut locked = journal.lock(&mut || ()).unwrap();
    locked.append(&entry(State::Intent, 2)).unwrap();
    assert_eq!(states(), [State::Unknown, State::Intent], "only the last one can be");
    drop(locked);
    assert_eq!(states(), [State::Unknown, State::Unknown]);
}

#[test]
fn a_file_that_was_replaced_is_read_again() {
    let room = Room::empty();
    room.append(&[entry(State::Accepted, 1), entry(State::Accepted, 2)]);
    let mut journal = room.open();
    assert_eq!(journal.lock(&mut || ()).unwrap().ledger().all().len(), 2);
    let longer = text(&[entry(State::Refused, 3), entry(State::Accepted, 4), entry(State::Accepted, 5)]);
    for new in [text(&[entry(State::Accepted, 1)]), longer, String::new()] {
        fs::write(room.path(), &new).unwrap();
        assert_eq!(journal.lock(&mut || ()).unwrap().ledger().all().len(), new.lines().count(), "in its place");
        fs::write(room.path().with_extension("new"), &new).unwrap();
        fs::rename(room.path().with_extension("new"), room.path()).unwrap();
        assert_eq!(journal.lock(&mut || ()).unwrap().ledger().all().len(), new.lines().count(), "by another file");
    }
    fs::remove_file(room.path()).unwrap();
    journal.lock(&mut || ()).unwrap().append(&entry(State::Accepted, 1)).unwrap();
    assert_eq!(room.state(1), Some(State::Accepted));
}

#[test]
fn an_outcome_is_kept_though_somebody_else_writes_meanwhile() {
    let room = Room::empty();
    let mut journal = room.open();
    let mut locked = journal.lock(&mut || ()).unwrap();
    locked.append(&entry(State::Intent, 1)).unwrap();
    let line = entry(State::Accepted, 2).line();
    OpenOptions::new().append(true).open(room.path()).unwrap().write_all(line.trim_end().as_bytes()).unwrap();
    locked.append(&entry(State::Accepted, 1)).unwrap();
    drop(locked);
    assert_eq!((room.state(1), room.state(2)), (Some(State::Accepted), Some(State::Accepted)));
    assert_eq!(journal.lock(&mut || ()).unwrap().ledger().all().len(), 2);

    let mut locked = journal.lock(&mut || ()).unwrap();
    locked.append(&entry(State::Intent, 3)).unwrap();
    fs::copy(room.path(), room.path().with_extension("new")).unwrap();
    fs::rename(room.path().with_extension("new"), room.path()).unwrap();
    locked.append(&entry(State::Accepted, 3)).unwrap();
    drop(locked);
    assert_eq!(room.state(3), Some(State::Accepted), "it is in the file of that name");
    assert_eq!(journal.lock(&mut || ()).unwrap().ledger().all().len(), 3);
}

#[test]
#[cfg(unix)]
fn a_lock_that_somebody_deleted_is_not_one() {
    let room = Room::empty();
    let mut journal = room.open();
    let locked = journal.lock(&mut || ()).unwrap();
    thread::scope(|scope| {
        let waiting =
            scope.spawn(|| drop(room.open().lock(&mut || fs::remove_file(room.lock_file()).unwrap()).unwrap()));
        while room.lock_file().exists() {
            thread::sleep(Duration::from_millis(2));
        }
        drop(locked);
        waiting.join().unwrap();
    });
    assert!(room.lock_file().exists(), "a new one was taken");
}

#[test]
#[cfg(unix)]
fn two_ways_to_one_journal_meet_at_one_lock() {
    let room = Room::empty();
    drop(room.open());
    let other = room.directory.path().join("other");
    fs::create_dir(&other).unwrap();
    std::os::unix::fs::symlink(room.path(), other.join("journal.jsonl")).unwrap();
    let mut journal = room.open();
    let locked = journal.lock(&mut || ()).unwrap();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let by_link = scope.spawn(|| {
            let mut journal = Journal::open(&other.join("journal.jsonl")).unwrap();
            drop(journal.lock(&mut || tell.send(()).unwrap()).unwrap());
        });
        // Whoever meets no lock tells nothing, and the test would fail here.
        told.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(!by_link.is_finished());
        drop(locked);
    });
}
