//! One request on its way: every attempt is written down before it is sent, and after.

use std::time::{Duration, Instant};

use super::became::{Became, became, intent};
use super::job::Job;
use super::stop::Stop;
use crate::api::journal::{JournalProblem, Locked};
use crate::api::pace::Waiting;
use crate::api::{Asker, Endpoint, Exchange};
use crate::cli::messages::Problem;
use crate::cli::session::Session;

/// One request on its way. The journal stays locked until it is over, so that nobody else sends the same one.
pub struct Attempt<'a, 's> {
    job: &'a Job,
    endpoint: &'a Endpoint,
    locked: Locked<'a>,
    session: &'a Session<'s>,
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
        stop: &'a Stop,
    ) -> Attempt<'a, 's> {
        Attempt { job, endpoint, locked, session, stop, began: Instant::now(), became: None, forgotten: None }
    }
}

impl Asker for Attempt<'_, '_> {
    type Error = Problem;

    fn begins(&mut self) -> Result<(), Problem> {
        self.locked.append(&intent(self.job, self.endpoint))?;
        self.began = Instant::now();
        let short = self.job.digest.get(..8).unwrap_or_default();
        let size = self.job.bytes.len();
        self.session.say(&format!("sending {} ({size} bytes, {short}) to {}", self.job.place(), self.endpoint));
        Ok(())
    }

    fn ended(&mut self, exchange: &Exchange) -> Result<(), Problem> {
        let took = self.began.elapsed().as_millis();
        let became = became(exchange, self.job);
        let entry = became.entry(self.job, self.endpoint);
        self.session.say(&format!("{}, after {took} ms", said(exchange)));
        // What became of it is to be told even if it cannot be written down.
        self.forgotten = self.locked.append(&entry).err();
        self.became = Some(became);
        Ok(())
    }

    fn waits(&mut self, waiting: Waiting) {
        match waiting {
            Waiting::Process => self.session.hint("another personac is asking the API: waiting for it"),
            Waiting::Rest(time) => self
                .session
                .hint(&format!("the API had too many requests: waiting {}", crate::api::time(time.as_secs()))),
            Waiting::Interval(_) => {}
        }
    }

    fn again(&mut self, exchange: &Exchange, wait: Duration) -> bool {
        if self.forgotten.is_some() || self.stop.is_wanted() {
            return false;
        }
        let wait = crate::api::time(wait.as_secs());
        self.session.hint(&format!("{}: trying again in {wait}", said(exchange)));
        true
    }

    fn stops(&self) -> bool {
        self.stop.is_wanted()
    }
}

/// What an exchange was, in a few words.
fn said(exchange: &Exchange) -> String {
    match exchange {
        Exchange::Answered(answer) if answer.status == crate::api::TOO_MANY_REQUESTS => {
            "the API has too many requests".to_owned()
        }
        Exchange::Answered(answer) => format!("answer {}", answer.status),
        Exchange::NotSent(why) => why.to_string(),
        Exchange::NoAnswer(why) => format!("sent, and {why}"),
    }
}
