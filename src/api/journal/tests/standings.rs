//! Where a request stands after all that was said about it.

use super::*;
use crate::api::journal::Ledger;

use State::{Accepted, Intent, Refused, Unknown};

fn standing(entries: &[Entry]) -> Standing {
    let mut ledger = Ledger::default();
    entries.iter().for_each(|entry| ledger.add(entry));
    ledger.standing(SERVICE, &digest(1)).unwrap().clone()
}

#[track_caller]
fn after(states: &[State], expected: State) {
    let entries: Vec<Entry> = states.iter().map(|state| entry(*state, 1)).collect();
    assert_eq!(standing(&entries).state(), expected, "{states:?}");
}

#[test]
fn the_last_outcome_counts() {
    after(&[Intent, Accepted], Accepted);
    after(&[Intent, Refused], Refused);
    after(&[Intent, Unknown], Unknown);
    after(&[Intent, Refused, Intent, Accepted], Accepted);
}

#[test]
fn an_intent_whose_process_died_is_unknown() {
    after(&[Intent], Unknown);
    after(&[Intent, Accepted, Intent], Unknown);
    after(&[Intent, Refused, Intent], Unknown);
}

#[test]
fn a_refusal_says_nothing_about_the_attempts_before() {
    after(&[Intent, Accepted, Intent, Refused], Accepted);
    after(&[Intent, Accepted, Refused], Accepted);
    after(&[Intent, Intent, Refused], Unknown);
    after(&[Intent, Unknown, Intent, Refused], Unknown);
}

#[test]
fn a_search_that_was_started_later_ends_the_doubt() {
    after(&[Intent, Unknown, Intent, Accepted], Accepted);
    after(&[Intent, Accepted, Intent, Unknown], Unknown);
}

#[test]
fn what_is_settled_is_settled() {
    let state = |entries: &[Entry]| standing(entries).state();
    assert_eq!(state(&[entry(Intent, 1), settled(Refused, 1)]), Refused);
    assert_eq!(state(&[entry(Intent, 1), entry(Unknown, 1), settled(Accepted, 1)]), Accepted);
    assert_eq!(state(&[entry(Intent, 1), entry(Intent, 1), entry(Refused, 1), settled(Refused, 1)]), Refused);
    let again = [entry(Intent, 1), entry(Accepted, 1), entry(Intent, 1), settled(Refused, 1)];
    assert_eq!(state(&again), Accepted, "the first search runs nonetheless");
    assert_eq!(state(&[entry(Intent, 1), entry(Accepted, 1), settled(Refused, 1)]), Refused);
}

#[test]
fn an_outcome_need_not_say_again_what_the_attempt_said() {
    let intent = Entry {
        file: Some("sales.persona".into()),
        name: Some("Sales".into()),
        audience: Some(digest(7)),
        part: Some(2),
        ..entry(Intent, 1)
    };
    let first = standing(&[intent.clone(), Entry { id: Some("s1".into()), expected: Some(9), ..entry(Accepted, 1) }]);
    assert_eq!((first.last.file.as_deref(), first.last.part), (Some("sales.persona"), Some(2)));
    assert_eq!(first.search().and_then(|search| search.id.as_deref()), Some("s1"));
    let again = standing(&[intent, Entry { reason: Some("no".into()), ..entry(Unknown, 1) }, entry(Intent, 1)]);
    assert_eq!((again.attempts, again.last.name.as_deref(), again.last.reason), (2, Some("Sales"), None));
}

#[test]
fn the_same_audience_is_found_with_other_settings() {
    let about = |state, of| Entry { audience: Some(digest(7)), ..entry(state, of) };
    let elsewhere = Entry { service: "http://127.0.0.1".into(), ..about(Accepted, 5) };
    let mut ledger = Ledger::default();
    [about(Accepted, 1), about(Refused, 2), about(Unknown, 3), entry(Accepted, 4), elsewhere]
        .iter()
        .for_each(|entry| ledger.add(entry));
    let same = |of| -> Vec<String> {
        let digest = &digest(of);
        Vec::from_iter(ledger.same_audience(SERVICE, &self::digest(7), digest).map(|one| one.last.digest.clone()))
    };
    assert_eq!(same(9), [digest(1), digest(3)]);
    assert_eq!(same(1), [digest(3)]);
}

#[derive(Clone, Copy, PartialEq)]
enum Attempt {
    Open,
    /// Whether the ID of the search is known.
    Started(bool),
    Refused,
}

fn is_nameless(attempt: Attempt) -> bool {
    attempt == Attempt::Started(false)
}

/// The same, by a list of all attempts.
fn by_attempts(entries: &[Entry]) -> State {
    let mut attempts: Vec<Attempt> = vec![];
    let mut waiting = false;
    for entry in entries {
        let started = attempts.iter().rposition(|attempt| matches!(attempt, Attempt::Started(_)));
        let doubt = attempts.iter().skip(started.map_or(0, |at| at + 1)).any(|attempt| *attempt == Attempt::Open);
        match entry.state {
            Intent => attempts.push(Attempt::Open),
            Refused if entry.settled => {
                let open = attempts.iter_mut().filter(|attempt| **attempt == Attempt::Open);
                open.for_each(|attempt| *attempt = Attempt::Refused);
                if let (Some(at), false) = (started, doubt) {
                    attempts[at] = Attempt::Refused;
                }
            }
            // The same search, whose ID somebody has found out.
            Accepted if entry.settled && !waiting && !doubt && started.is_some_and(|at| is_nameless(attempts[at])) => {
                if let Some(at) = started {
                    attempts[at] = Attempt::Started(entry.id.is_some());
                }
            }
            outcome => {
                if waiting {
                    attempts.pop();
                }
                attempts.push(match outcome {
                    Accepted => Attempt::Started(entry.id.is_some()),
                    Unknown => Attempt::Open,
                    _ => Attempt::Refused,
                });
            }
        }
        waiting = entry.state == Intent;
    }
    match attempts.iter().rfind(|attempt| **attempt != Attempt::Refused) {
        Some(Attempt::Started(_)) => Accepted,
        Some(_) => Unknown,
        None => Refused,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_standing_is_that_of_all_attempts(entries in prop::collection::vec(any_entry(), 1..12)) {
        let entries: Vec<Entry> = entries.into_iter().map(|entry| Entry { digest: digest(1), ..entry }).collect();
        prop_assert_eq!(standing(&entries).state(), by_attempts(&entries));
    }
}
