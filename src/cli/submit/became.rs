//! What became of a request that was sent.

use super::job::Job;
use crate::api::journal::{Entry, State};
use crate::api::{Doubt, Endpoint, Exchange, Refusal, Search, Verdict, search, verdict};

/// The HTTP status of something that was made.
const CREATED: u16 = 201;

/// What became of a request that was sent.
#[derive(Debug, Clone)]
pub enum Became {
    /// The search was started.
    Accepted(Search),
    /// Surely no search was started.
    Refused(Refusal),
    /// Nobody knows.
    Unknown(Doubt),
}

/// What an exchange says about a job. No secret of its webhook is in it.
pub fn became(exchange: &Exchange, job: &Job) -> Became {
    let hidden = match exchange {
        Exchange::Answered(answer) => Exchange::Answered(answer.in_words(&|words| job.hide_in(words))),
        other => other.clone(),
    };
    match verdict(&hidden) {
        Verdict::Done { status, answer } => match (status, search(&answer)) {
            (CREATED, found) => Became::Accepted(found),
            (_, found @ Search { id: Some(_), .. }) => Became::Accepted(found),
            (status, _) => Became::Unknown(Doubt {
                status: Some(status),
                what: format!("the answer ({status}) tells of no search"),
            }),
        },
        Verdict::Refused(refusal) => Became::Refused(refusal),
        Verdict::Unclear(doubt) => Became::Unknown(doubt),
    }
}

impl Became {
    /// The line of the journal that says so.
    pub fn entry(&self, job: &Job, endpoint: &Endpoint) -> Entry {
        let entry = |state| Entry::new(state, &job.digest, endpoint.service());
        match self {
            Became::Accepted(Search { id, expected, url }) => {
                Entry { id: id.clone(), expected: *expected, search_url: url.clone(), ..entry(State::Accepted) }
            }
            Became::Refused(refusal) => {
                Entry { status: refusal.status, reason: Some(refusal.words(endpoint).message), ..entry(State::Refused) }
            }
            Became::Unknown(doubt) => {
                Entry { status: doubt.status, reason: Some(doubt.what.clone()), ..entry(State::Unknown) }
            }
        }
    }
}

/// The line of the journal that says that a job is about to be sent.
pub fn intent(job: &Job, endpoint: &Endpoint) -> Entry {
    Entry {
        file: job.origin.recorded.clone(),
        persona: job.persona.clone(),
        part: job.part.map(|(part, _)| part),
        name: job.name().map(str::to_owned),
        audience: Some(job.audience_digest.clone()),
        ..Entry::new(State::Intent, &job.digest, endpoint.service())
    }
}
