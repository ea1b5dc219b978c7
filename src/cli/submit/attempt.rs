//! One request on its way: every attempt is written down before it is sent, and after.

use std::time::{Duration, Instant};

use super::became::{Became, became, intent};
use super::job::Job;
use super::stop::Stop;
use crate::api::journal::{JournalProblem, Locked};
use crate::api::pace::Waiting;
use crate::api::{Asker, Endpoint, Exchange};
use crate::cli::messages::Problem;
use crate::cli::patience::{again_words, came_of, wait_words};
use crate::cli::progress::Progress;
use crate::cli::session::Session;

/// One request on its way. The journal stays locked until it is over, so that nobody else sends the same one.
pub struct Attempt<'a, 's> {
    job: &'a Job,
    endpoint: &'a Endpoint,
    locked: Locked<'a>,
    session: &'a Session<'s>,
    progress: &'a Progress,
    stop: &'a Stop,
    began: Instant,
    /// What became of the last attempt.
    pub became: Option<Became>,
    /// Why that could not be written down.
    pub forgotten: Option<JournalProblem>,
}

impl<'a, 's> Attempt<'a, 's> {
    /// Be ready to send a job.
    pub fn new(
        job: &'a Job,
        endpoint: &'a Endpoint,
        locked: Locked<'a>,
        session: &'a Session<'s>,
        progress: &'a Progress,
        stop: &'a Stop,
    ) -> Attempt<'a, 's> {
        Attempt { job, endpoint, locked, session, progress, stop, began: Instant::now(), became: None, forgotten: None }
    }

    fn tell(&self, words: &str) {
        self.progress.aside(|| self.session.hint(words));
    }
}

impl Asker for Attempt<'_, '_> {
    type Error = Problem;

    fn begins(&mut self) -> Result<(), Problem> {
        self.locked.append(&intent(self.job, self.endpoint))?;
        self.began = Instant::now();
        let size = self.job.bytes.len();
        let sending =
            format!("sending {} ({size} bytes, {}) to {}", self.job.place(), self.job.short_digest(), self.endpoint);
        self.progress.aside(|| self.session.say(&sending));
        Ok(())
    }

    fn ended(&mut self, exchange: &Exchange) -> Result<(), Problem> {
        let took = self.began.elapsed().as_millis();
        let became = became(exchange, self.job);
        let entry = became.entry(self.job, self.endpoint);
        self.progress.aside(|| self.session.say(&format!("{}, after {took} ms", came_of(exchange))));
        // What became of it is to be told even if it cannot be written down.
        self.forgotten = self.locked.append(&entry).err();
        self.became = Some(became);
        Ok(())
    }

    fn waits(&mut self, waiting: Waiting) {
        wait_words(waiting).iter().for_each(|words| self.tell(words));
    }

    fn again(&mut self, exchange: &Exchange, wait: Duration) -> bool {
        if self.forgotten.is_some() || self.stop.is_wanted() {
            return false;
        }
        again_words(exchange, wait).iter().for_each(|words| self.tell(words));
        true
    }

    fn stops(&self) -> bool {
        self.stop.is_wanted()
    }
}
