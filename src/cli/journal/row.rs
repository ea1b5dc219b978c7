//! What is shown of a journal: where requests stand, or its lines.

use jiff::Timestamp;
use serde::Serialize;

use crate::api::journal::{Entry, Record, Standing, State, Torn};

/// One line of the list.
#[derive(Debug)]
pub enum Row {
    /// A request, or what became of it at one moment.
    Request {
        /// What is known.
        entry: Box<Entry>,
        /// Where it stands.
        state: State,
        /// How often it was tried, if this is not about one attempt.
        attempts: Option<usize>,
    },
    /// What a crash left of a line.
    Torn(Torn),
}

impl Row {
    /// The time it is listed under.
    pub fn time(&self) -> Timestamp {
        match self {
            Row::Request { entry, .. } => entry.time,
            Row::Torn(torn) => torn.time,
        }
    }

    /// The request.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Row::Request { entry, .. } => Some(entry),
            Row::Torn(_) => None,
        }
    }

    /// Where the request stands.
    pub fn state(&self) -> Option<State> {
        match self {
            Row::Request { state, .. } => Some(*state),
            Row::Torn(_) => None,
        }
    }
}

impl From<Record> for Row {
    fn from(record: Record) -> Row {
        match record {
            Record::Entry(entry) => Row::Request { state: entry.state, entry, attempts: None },
            Record::Torn(torn) => Row::Torn(torn),
        }
    }
}

impl From<&Standing> for Row {
    fn from(standing: &Standing) -> Row {
        let Standing { last, attempts, .. } = standing;
        let entry = match standing.search().filter(|_| standing.state() == State::Accepted) {
            // An attempt after it may have been refused: what it said is not about the search.
            Some(search) => Entry {
                file: last.file.clone(),
                persona: last.persona.clone(),
                part: last.part,
                name: last.name.clone(),
                audience: last.audience.clone(),
                ..search.clone()
            },
            None => last.clone(),
        };
        Row::Request { entry: entry.into(), state: standing.state(), attempts: Some(*attempts) }
    }
}

/// What programs are told. Each key is always there.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Document<'a> {
    /// A request.
    Request {
        time: String,
        state: State,
        digest: &'a str,
        service: &'a str,
        file: Option<&'a str>,
        persona: Option<&'a str>,
        part: Option<usize>,
        name: Option<&'a str>,
        audience: Option<&'a str>,
        id: Option<&'a str>,
        expected: Option<u64>,
        search_url: Option<&'a str>,
        status: Option<u16>,
        reason: Option<&'a str>,
        settled: bool,
        by: Option<u32>,
        attempts: Option<usize>,
    },
    /// What a crash left of a line.
    Torn { time: String, state: &'static str, text: &'a str, bytes: Option<&'a str> },
}

impl<'a> From<&'a Row> for Document<'a> {
    fn from(row: &'a Row) -> Self {
        let time = format!("{:.3}", row.time());
        match row {
            Row::Torn(torn) => Document::Torn { time, state: "torn", text: &torn.text, bytes: torn.bytes.as_deref() },
            Row::Request { entry, state, attempts } => Document::Request {
                time,
                state: *state,
                digest: &entry.digest,
                service: &entry.service,
                file: entry.file.as_deref(),
                persona: entry.persona.as_deref(),
                part: entry.part,
                name: entry.name.as_deref(),
                audience: entry.audience.as_deref(),
                id: entry.id.as_deref(),
                expected: entry.expected,
                search_url: entry.search_url.as_deref(),
                status: entry.status,
                reason: entry.reason.as_deref(),
                settled: entry.settled,
                by: entry.by,
                attempts: *attempts,
            },
        }
    }
}
