//! Sending the requests of a plan, one after another.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use super::attempt::Attempt;
use super::became::Became;
use super::job::Job;
use super::plan::{Fate, Plan};
use super::report::Report;
use super::show::why_not;
use super::stop::Stop;
use crate::api::journal::{Journal, JournalProblem};
use crate::api::{Again, Caller, Question};
use crate::cli::Outcome;
use crate::cli::messages::Problem;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::emit::SEARCH_PATH;

/// Requests in a row without a known outcome, after which no more are sent: each of them is work for a person.
const MOST_UNKNOWN: usize = 5;

/// Tell of a plan that leaves all of its requests out.
///
/// # Errors
///
/// If nobody reads the output.
pub fn none(plan: &Plan, session: &mut Session) -> Result<Outcome, Problem> {
    let mut report = Report::new(session);
    plan.jobs.iter().for_each(|(job, fate)| report.skipped(job, fate, why_not(fate, plan)));
    report.finish(session)?;
    Ok(Outcome::Fine)
}

/// Sends the requests of a plan.
pub struct Sender<'a> {
    caller: Caller,
    journals: HashMap<PathBuf, Journal>,
    stop: Stop,
    report: Report,
    plan: &'a Plan,
    /// Requests in a row of which nobody knows what became.
    unknown: usize,
}

/// Why no more is sent.
enum End {
    /// The next request would be refused as well, or nobody would know what became of it.
    Futile,
    /// Somebody wants it.
    Stopped,
    /// The journal cannot be written.
    Broken(Problem),
}

impl<'a> Sender<'a> {
    /// Be ready to send.
    pub fn new(plan: &'a Plan, caller: Caller, session: &Session) -> Sender<'a> {
        let (journals, report) = (HashMap::new(), Report::new(session));
        Sender { caller, journals, stop: Stop::on_interrupt(), report, plan, unknown: 0 }
    }

    /// Send all that is to be sent, and tell what became of it.
    ///
    /// # Errors
    ///
    /// If a journal cannot be used, or nobody reads the output.
    pub fn run(mut self, session: &mut Session) -> Result<Outcome, Problem> {
        let plan = self.plan;
        let progress = Progress::new(session, plan.sent() as u64, "submitting");
        let mut end = None;
        for (job, fate) in &plan.jobs {
            if !fate.is_sent() {
                self.report.skipped(job, fate, why_not(fate, plan));
            } else if end.is_some() {
                self.report.not_sent(job);
            } else {
                progress.begin(&job.title());
                end = self.one(job, fate, &progress, session);
                progress.done();
            }
        }
        progress.finish();
        self.report.finish(session)?;
        match end {
            None => Ok(Outcome::Fine),
            Some(End::Futile) => Ok(Outcome::Refused),
            Some(End::Broken(problem)) if problem.is_broken_pipe() => {
                session.hint("stopped: nobody reads the output; the same command goes on from here");
                Ok(Outcome::Unusable)
            }
            Some(End::Broken(problem)) => Err(problem),
            Some(End::Stopped) => {
                session.hint("stopped; the same command goes on from here");
                Ok(Outcome::Unusable)
            }
        }
    }

    /// Send one request, unless somebody else has done so since the plan was made.
    fn one(&mut self, job: &Job, fate: &Fate, progress: &Progress, session: &mut Session) -> Option<End> {
        let endpoint = self.caller.client.endpoint().clone();
        let waits = &mut || progress.aside(|| session.hint("another personac writes to the journal: waiting for it"));
        let opened = open(&mut self.journals, &job.origin.journal);
        let locked = match opened.and_then(|journal| journal.lock(waits)) {
            Ok(locked) if !self.stop.is_wanted() => locked,
            kept => {
                self.report.not_sent(job);
                return Some(kept.err().map_or(End::Stopped, |problem| End::Broken(problem.into())));
            }
        };
        let standing = locked.standing(endpoint.service(), &job.digest).filter(|standing| standing.may_have_started());
        if let (Some(standing), Fate::Send) = (standing, fate) {
            let fate = super::plan::fate(standing, false);
            let why = why_not(&fate, self.plan);
            self.report.skipped(job, &fate, why);
            return None;
        }
        let mut attempt = Attempt::new(job, &endpoint, locked, session, progress, &self.stop);
        let question = Question::Post(SEARCH_PATH, &job.bytes);
        let asked = self.caller.ask(&question, Again::IfSurelyRefused, &mut attempt);
        let (became, forgotten) = (attempt.became.take(), attempt.forgotten.take());
        drop(attempt);
        if let Some(became) = &became {
            if let Err(problem) = self.report.sent(job, became, &endpoint, progress, session) {
                return Some(End::Broken(problem));
            }
        } else {
            self.report.not_sent(job);
        }
        let broken = asked.err().or(forgotten.map(Problem::from));
        broken.map(End::Broken).or_else(|| self.end(became.as_ref(), session))
    }

    /// Whether that was the last one.
    fn end(&mut self, became: Option<&Became>, session: &Session) -> Option<End> {
        self.unknown = if matches!(became, Some(Became::Unknown(_))) { self.unknown + 1 } else { 0 };
        match became {
            _ if self.stop.is_wanted() => Some(End::Stopped),
            Some(Became::Refused(refusal)) if refusal.concerns_all() => Some(End::Futile),
            _ if self.unknown >= MOST_UNKNOWN => {
                session
                    .hint(&format!("nobody knows what became of {MOST_UNKNOWN} requests in a row: no more are sent"));
                Some(End::Futile)
            }
            _ => None,
        }
    }
}

/// The journal at a path, opened once.
///
/// # Errors
///
/// If it cannot be made or opened.
fn open<'j>(journals: &'j mut HashMap<PathBuf, Journal>, path: &Path) -> Result<&'j mut Journal, JournalProblem> {
    match journals.entry(path.to_owned()) {
        Entry::Occupied(open) => Ok(open.into_mut()),
        Entry::Vacant(new) => Ok(new.insert(Journal::open(path)?)),
    }
}
