//! The journal, read by somebody who knows nothing of the program that wrote it but what its manual says.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::tool::Room;

/// The journal of a room.
pub const JOURNAL: &str = ".personac/journal.jsonl";

/// Where a request stands, by the lines about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Accepted,
    Refused,
    Unknown,
}

/// Every line of the journal of a room.
pub fn lines(room: &Room) -> Vec<Value> {
    lines_of(&room.read(JOURNAL))
}

/// Every line of a journal, each of which has to be an entry.
pub fn lines_of(text: &str) -> Vec<Value> {
    assert!(text.is_empty() || text.ends_with('\n'), "the last line has no end: {text:?}");
    let line = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
    text.lines().filter(|line| !line.is_empty()).map(line).collect()
}

/// The states of the lines, in their order.
pub fn states(room: &Room) -> Vec<String> {
    let state = |line: &Value| line["state"].as_str().expect("a state").to_owned();
    if room.path(JOURNAL).is_file() { lines(room).iter().map(state).collect() } else { vec![] }
}

/// Where every request stands. An attempt without an outcome makes it unknown; nobody settled anything by hand.
pub fn standings(lines: &[Value]) -> BTreeMap<String, Stands> {
    let mut attempts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line["state"] != "torn") {
        let digest = line["digest"].as_str().expect("a digest").to_owned();
        let outcomes = attempts.entry(digest).or_default();
        match line["state"].as_str().expect("a state") {
            "intent" => outcomes.push("intent"),
            outcome => {
                let open = outcomes.last_mut().expect("an intent before each outcome");
                assert_eq!(*open, "intent", "an intent before each outcome");
                *open = outcome;
            }
        }
    }
    let stands = |outcomes: &Vec<&str>| match outcomes {
        _ if outcomes.iter().any(|outcome| ["intent", "unknown"].contains(outcome)) => Stands::Unknown,
        _ if outcomes.contains(&"accepted") => Stands::Accepted,
        _ => Stands::Refused,
    };
    attempts.iter().map(|(digest, outcomes)| (digest.clone(), stands(outcomes))).collect()
}

/// What a body is called in the journal.
pub fn digest(body: &[u8]) -> String {
    Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect()
}
