//! A journal that was cut anywhere is mended, and says what it said before the cut.

use super::*;
use crate::api::journal::lines::{self, Tail};
use crate::api::journal::mend::{Mend, mend};
use crate::api::journal::{Ledger, Torn, now};

/// The journal as it is after mending.
fn mended(bytes: &[u8]) -> Vec<u8> {
    let lines = lines::read(bytes).unwrap();
    match mend(bytes, &lines, now()) {
        Mend::Nothing => bytes.to_owned(),
        Mend::End => [bytes, b"\n"].concat(),
        Mend::Replace(line) => [&bytes[..lines.whole], line.as_bytes()].concat(),
    }
}

/// The bytes that were found.
fn found(torn: &Torn) -> Vec<u8> {
    let Some(digits) = &torn.bytes else { return torn.text.clone().into_bytes() };
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

/// A cut journal: the entries before the cut, its bytes, and where the torn line begins.
fn cut(entries: &[Entry], cut: usize, zeros: usize) -> (Vec<Entry>, Vec<u8>, usize) {
    let text = text(entries);
    let mut bytes = text.as_bytes()[..cut % (text.len() + 1)].to_owned();
    let mut start = 0;
    let mut whole = vec![];
    for entry in entries {
        let line = entry.line();
        // A record that lacks its end only, and is followed by nothing, is whole.
        if start + line.len() > bytes.len() + usize::from(zeros == 0) {
            break;
        }
        start += line.len();
        whole.push(entry.clone());
    }
    bytes.extend(std::iter::repeat_n(0, zeros));
    (whole, bytes, start)
}

fn ledger(entries: &[Entry]) -> Ledger {
    let mut ledger = Ledger::default();
    entries.iter().for_each(|entry| ledger.add(entry));
    ledger
}

fn entries(records: &[Record]) -> Vec<Entry> {
    let entry = |record: &Record| match record {
        Record::Entry(entry) => Some(entry.as_ref().clone()),
        Record::Torn(_) => None,
    };
    records.iter().filter_map(entry).collect()
}

fn read(journal: &mut Journal) -> Ledger {
    journal.lock(&mut || ()).unwrap().ledger().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_journal_keeps_every_whole_entry_and_every_byte(
        all in prop::collection::vec(any_entry(), 0..6), at in any::<usize>(), zeros in prop_oneof![Just(0_usize), 1..9_usize],
    ) {
        let (whole, bytes, start) = cut(&all, at, zeros);
        let mended = mended(&bytes);
        let lines = lines::read(&mended).unwrap();
        prop_assert_eq!(lines.tail, Tail::Nothing);
        prop_assert_eq!(entries(&lines.records), whole);
        prop_assert_eq!(self::mended(&mended), mended.clone(), "once is enough");
        if let Some(Record::Torn(torn)) = lines.records.last() {
            prop_assert_eq!(found(torn), &bytes[start..]);
        } else {
            prop_assert!(mended.starts_with(&bytes), "nothing is torn");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if lines::read(&bytes).is_ok() {
            let mended = mended(&bytes);
            prop_assert!(lines::read(&mended).is_ok_and(|lines| lines.tail == Tail::Nothing));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn who_comes_after_a_crash_goes_on(
        all in prop::collection::vec(any_entry(), 0..4), at in any::<usize>(), zeros in prop_oneof![Just(0_usize), 1..9_usize],
    ) {
        let (whole, bytes, _) = cut(&all, at, zeros);
        let room = Room::with(&bytes);
        prop_assert_eq!(entries(&room.records().all), whole.clone());
        prop_assert_eq!(&room.bytes(), &bytes, "who looks changes nothing");
        let mut journal = room.open();
        prop_assert_eq!(read(&mut journal), ledger(&whole));
        let new = entry(State::Accepted, 9);
        journal.lock(&mut || ()).unwrap().append(&new).unwrap();
        let expected = [whole, vec![new]].concat();
        prop_assert_eq!(read(&mut journal), ledger(&expected));
        prop_assert_eq!(entries(&room.records().all), expected);
        prop_assert!(room.bytes().ends_with(b"\n"));
    }
}

#[test]
fn a_torn_line_is_kept_as_text() {
    let good = entry(State::Intent, 1).line();
    let room = Room::with(format!("{good}{{\"time\":\"2026\u{0}\u{0}").as_bytes());
    assert_eq!(room.state(1), Some(State::Unknown));
    let [Record::Entry(_), Record::Torn(torn)] = &room.records().all[..] else { panic!("two records") };
    assert_eq!((torn.text.as_str(), &torn.bytes), ("{\"time\":\"2026\u{0}\u{0}", &None));
    assert!(room.bytes().starts_with(good.as_bytes()) && !room.bytes().contains(&0));
    assert_eq!(fs::read_dir(room.path().parent().unwrap()).unwrap().count(), 3, "nothing else is left there");
}

#[test]
fn zeros_that_end_in_a_line_are_torn_too() {
    let line = entry(State::Accepted, 1).line();
    let half = [&[0; 30], &line.as_bytes()[30..]].concat();
    let room = Room::with(&[entry(State::Intent, 1).line().as_bytes(), &half].concat());
    assert_eq!(room.state(1), Some(State::Unknown), "the acceptance is lost, but not that it was sent");
    let Some(Record::Torn(torn)) = room.records().all.last().cloned() else { panic!("a torn line") };
    assert_eq!(found(&torn), half);
}

#[test]
#[cfg(unix)]
fn mending_leaves_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let room = Room::with(b"{\"torn");
    fs::set_permissions(room.path(), fs::Permissions::from_mode(0o640)).unwrap();
    let link = room.directory.path().join("link.jsonl");
    symlink(room.path(), &link).unwrap();
    Journal::open(&link).unwrap().lock(&mut || ()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(room.path()).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(room.records().all.len(), 1);
}
