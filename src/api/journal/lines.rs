//! The text of a journal to records. Pure.

use serde::Deserialize;

use super::entry::{Entry, State, Torn};

/// The state of what a crash left of a line.
pub const TORN: &str = "torn";

/// One line of a journal.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// What became of a request.
    Entry(Box<Entry>),
    /// What a crash left of a line.
    Torn(Torn),
}

/// Why a line cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is no entry.
    NotAnEntry,
    /// It is in a state that this version does not know.
    Newer(String),
}

/// A line that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Which line, from 1.
    pub line: usize,
    /// Why.
    pub why: Why,
}

/// What stands after the last whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tail {
    /// Nothing.
    #[default]
    Nothing,
    /// A record that lacks the end of the line only.
    Unended,
    /// What a crash left of a line.
    Torn,
}

/// The lines of a journal, or of its end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// What they say, in their order, a record without the end of the line included.
    pub records: Vec<Record>,
    /// How many whole lines there are.
    pub count: usize,
    /// How many bytes those are.
    pub whole: usize,
    /// What stands after them.
    pub tail: Tail,
}

#[derive(Deserialize)]
struct Kind {
    state: String,
}

/// Read the lines.
///
/// # Errors
///
/// The first line that is no record, unless it is the last one and a crash can have made it: an outcome is only
/// appended after all before it is safe on the disk.
pub fn read(bytes: &[u8]) -> Result<Lines, Bad> {
    let mut lines = Lines::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let ended = line.ends_with(b"\n");
        let last = lines.whole + line.len() == bytes.len();
        match record(line) {
            Ok(record) => {
                lines.records.extend(record);
                if ended {
                    lines.count += 1;
                    lines.whole += line.len();
                } else {
                    lines.tail = Tail::Unended;
                }
            }
            // Where the power fails, what was not written yet may be read as zeros.
            Err(Why::NotAnEntry) if last && (!ended || line.contains(&0)) => lines.tail = Tail::Torn,
            Err(why) => return Err(Bad { line: lines.count + 1, why }),
        }
    }
    Ok(lines)
}

/// What a line says; nothing if it is empty.
fn record(line: &[u8]) -> Result<Option<Record>, Why> {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Ok(None);
    }
    let kind: Kind = serde_json::from_slice(line).map_err(|_| Why::NotAnEntry)?;
    let record = match kind.state.as_str() {
        TORN => serde_json::from_slice(line).map(Record::Torn),
        state if State::named(state).is_some() => serde_json::from_slice(line).map(Record::Entry),
        _ => return Err(Why::Newer(kind.state)),
    };
    record.ok().filter(is_possible).map(Some).ok_or(Why::NotAnEntry)
}

/// Whether the digest, by which a request is found, is one.
fn is_possible(record: &Record) -> bool {
    let is_hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    match record {
        Record::Entry(entry) => entry.digest.len() == 64 && entry.digest.bytes().all(is_hexadecimal),
        Record::Torn(_) => true,
    }
}
