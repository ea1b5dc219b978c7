//! Where each request stands after all that the journal says about it. Pure.

use std::collections::HashMap;

use super::entry::{Entry, State};

/// Where one request stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// What is known of the request: the last that was said of each thing, and the time and state of the last entry.
    pub last: Entry,
    /// The searches that were started for it, the first one first.
    pub accepted: Vec<Entry>,
    /// How often it was tried.
    pub attempts: usize,
    /// Whether the last attempt has no outcome yet.
    pending: bool,
    /// Whether what became of an attempt is not known, and no search was started for it since.
    unknown: bool,
    /// Whether a process is sending it now.
    pub(super) is_being_sent: bool,
}

impl Standing {
    fn new(entry: &Entry) -> Self {
        Standing {
            last: Entry { settled: false, ..entry.clone() },
            accepted: vec![],
            attempts: 0,
            pending: false,
            unknown: false,
            is_being_sent: false,
        }
    }

    /// Where it stands. Every attempt counts: that one was refused says nothing about those before it, so a request
    /// is [`State::Refused`], and may be sent, only if surely no search was started for it.
    pub fn state(&self) -> State {
        match self {
            Standing { pending: true, is_being_sent: true, .. } => State::Intent,
            Standing { pending: true, .. } | Standing { unknown: true, .. } => State::Unknown,
            Standing { accepted, .. } if !accepted.is_empty() => State::Accepted,
            _ => State::Refused,
        }
    }

    /// Whether a search runs, has run or may run for it.
    pub fn may_have_started(&self) -> bool {
        self.state() != State::Refused
    }

    /// The last search that was started for it.
    pub fn search(&self) -> Option<&Entry> {
        self.accepted.last()
    }

    fn add(&mut self, entry: &Entry) {
        match entry.state {
            State::Intent => {
                self.attempts += 1;
                self.unknown |= self.pending;
                self.pending = true;
            }
            State::Accepted => {
                let is_known = !self.pending && !self.unknown;
                (self.pending, self.unknown) = (false, false);
                match self.accepted.last_mut().filter(|search| is_known && entry.settled && search.id.is_none()) {
                    // The answer did not say the ID, and somebody has found it out.
                    Some(search) => search.id.clone_from(&entry.id),
                    None => self.accepted.push(entry.clone()),
                }
            }
            State::Unknown => (self.pending, self.unknown) = (false, true),
            State::Refused if entry.settled => {
                if !self.pending && !self.unknown {
                    self.accepted.pop();
                }
                (self.pending, self.unknown) = (false, false);
            }
            State::Refused => self.pending = false,
        }
        self.merge(entry);
    }

    /// Keep what was said of the request before where the entry does not say it. What belongs to an outcome is of the
    /// last one only.
    fn merge(&mut self, entry: &Entry) {
        let before = self.last.clone();
        self.last = Entry {
            file: entry.file.clone().or(before.file),
            persona: entry.persona.clone().or(before.persona),
            part: entry.part.or(before.part),
            name: entry.name.clone().or(before.name),
            audience: entry.audience.clone().or(before.audience),
            ..entry.clone()
        };
    }
}

/// Where every request stands, in the order in which they were first tried.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    all: Vec<Standing>,
    /// By service and digest.
    places: HashMap<(String, String), usize>,
}

impl Ledger {
    /// Take another entry in.
    pub fn add(&mut self, entry: &Entry) {
        let place = *self.places.entry((entry.service.clone(), entry.digest.clone())).or_insert_with(|| {
            self.all.push(Standing::new(entry));
            self.all.len() - 1
        });
        if let Some(standing) = self.all.get_mut(place) {
            standing.add(entry);
        }
    }

    /// Where a request stands; `None` if it was never tried.
    pub fn standing(&self, service: &str, digest: &str) -> Option<&Standing> {
        self.all.get(*self.places.get(&(service.to_owned(), digest.to_owned()))?)
    }

    /// Other requests with the same filters for which a search was or may have been started.
    pub fn same_audience<'a>(
        &'a self,
        service: &'a str,
        audience: &'a str,
        digest: &'a str,
    ) -> impl Iterator<Item = &'a Standing> {
        let is_same = move |standing: &&Standing| {
            let last = &standing.last;
            last.audience.as_deref() == Some(audience) && last.service == service && last.digest != digest
        };
        self.all.iter().filter(is_same).filter(|standing| standing.may_have_started())
    }

    /// All of them.
    pub fn all(&self) -> &[Standing] {
        &self.all
    }

    /// All of them; the one of the last entry is being sent if `sending`.
    pub(super) fn into_standings(mut self, last: Option<&Entry>, sending: bool) -> Vec<Standing> {
        let place = last.and_then(|last| self.places.get(&(last.service.clone(), last.digest.clone())));
        if let Some(standing) = place.and_then(|place| self.all.get_mut(*place)) {
            standing.is_being_sent = sending;
        }
        self.all
    }
}
