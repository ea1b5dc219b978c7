//! What a run is about to do, and what it leaves out because it was done before.

use std::collections::HashMap;
use std::path::PathBuf;

use super::job::Job;
use crate::api::journal::{Entry, Records, Standing, State};
use crate::cli::messages::Problem;
use crate::diagnostic::Diagnostic;
use crate::rule::SUBMITTED_BEFORE;
use crate::wording::thousands;

/// What becomes of a request in this run.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It is sent.
    Send,
    /// It is sent again, because that is asked for.
    SendAgain(Box<Standing>),
    /// It was accepted before.
    Accepted(Box<Standing>),
    /// It was sent before, and nobody knows what became of it; or another process is sending it.
    Unknown(Box<Standing>),
    /// Another request of this run is the same to the last byte: the one with this number.
    Twin(usize),
}

impl Fate {
    /// Whether it is sent.
    pub fn is_sent(&self) -> bool {
        matches!(self, Fate::Send | Fate::SendAgain(_))
    }
}

/// What a run is about to do.
#[derive(Debug)]
pub struct Plan {
    /// The requests, and what becomes of each.
    pub jobs: Vec<(Job, Fate)>,
    /// What is known of the journals.
    journals: HashMap<PathBuf, Records>,
}

impl Plan {
    /// The plan for these requests to a service.
    ///
    /// # Errors
    ///
    /// If a journal cannot be read.
    pub fn new(jobs: Vec<Job>, service: &str, again: bool) -> Result<Plan, Problem> {
        let mut journals = HashMap::new();
        for job in &jobs {
            if !journals.contains_key(&job.origin.journal) {
                journals.insert(job.origin.journal.clone(), Records::read(&job.origin.journal)?);
            }
        }
        let mut standings: HashMap<(&PathBuf, &str), &Standing> = HashMap::new();
        for (path, records) in &journals {
            for standing in records.standings.iter().filter(|standing| standing.last.service == service) {
                standings.insert((path, &standing.last.digest), standing);
            }
        }
        let mut firsts: HashMap<String, usize> = HashMap::new();
        let mut fates = vec![];
        for (index, job) in jobs.iter().enumerate() {
            let first = *firsts.entry(job.digest.clone()).or_insert(index);
            fates.push(match standings.get(&(&job.origin.journal, job.digest.as_str())) {
                _ if first != index => Fate::Twin(first),
                Some(standing) => fate(standing, again),
                None => Fate::Send,
            });
        }
        drop(standings);
        Ok(Plan { jobs: jobs.into_iter().zip(fates).collect(), journals })
    }

    /// How many requests are sent.
    pub fn sent(&self) -> usize {
        self.jobs.iter().filter(|(_, fate)| fate.is_sent()).count()
    }

    /// How many requests are sent although they were before.
    pub fn sent_again(&self) -> usize {
        self.jobs.iter().filter(|(_, fate)| matches!(fate, Fate::SendAgain(_))).count()
    }

    /// Findings about requests whose audience was submitted before with other settings, each with its request.
    pub fn submitted_before(&self, service: &str) -> Vec<(&Job, Diagnostic)> {
        let mut audiences: HashMap<(&PathBuf, &str), &Standing> = HashMap::new();
        for (path, records) in &self.journals {
            let of_service = |standing: &&Standing| standing.last.service == service && standing.may_have_started();
            for standing in records.standings.iter().filter(of_service) {
                if let Some(audience) = &standing.last.audience {
                    audiences.insert((path, audience), standing);
                }
            }
        }
        let new = self.jobs.iter().filter(|(_, fate)| *fate == Fate::Send).map(|(job, _)| job);
        let before = |job: &Job| audiences.get(&(&job.origin.journal, job.audience_digest.as_str())).copied();
        new.filter_map(|job| Some((job, found_before(job, before(job)?)?))).collect()
    }
}

/// What becomes of a request that stands there.
pub fn fate(standing: &Standing, again: bool) -> Fate {
    let standing = Box::new(standing.clone());
    match standing.state() {
        State::Refused => Fate::Send,
        // Whatever is asked for: another process has it in its hands.
        State::Intent => Fate::Unknown(standing),
        _ if again => Fate::SendAgain(standing),
        State::Accepted => Fate::Accepted(standing),
        State::Unknown => Fate::Unknown(standing),
    }
}

/// The finding that the audience was submitted before, as far as the project wants to know.
fn found_before(job: &Job, before: &Standing) -> Option<Diagnostic> {
    let Entry { name, file, .. } = &before.last;
    let what = name.as_ref().or(file.as_ref()).map_or_else(String::new, |name| format!(" as `{name}`"));
    let day = day(&before.last);
    let finding = Diagnostic::new(&SUBMITTED_BEFORE, format!("the same audience was submitted on {day}{what}"))
        .label(job.audience.location, "the same filters, with other settings: its leads are paid for again")
        .help("say no if you did not mean a second search; allow this finding where you do");
    job.origin.lints.judge(finding, job.origin.sources.files.first()?)
}

/// The day of an entry, in UTC.
pub fn day(entry: &Entry) -> String {
    entry.time.to_string().get(..10).unwrap_or_default().to_owned()
}

/// How many leads a request asks for, and where they go.
pub fn delivery(job: &Job) -> String {
    let limit = match job.audience.settings.limit {
        Some(limit) => format!("at most {} leads", thousands(limit)),
        None => "no limit".to_owned(),
    };
    job.webhook().map_or(limit.clone(), |webhook| format!("{limit} → {webhook}"))
}
