//! Asking what costs nothing: who waits is told for what.

use std::time::Duration;

use super::messages::Problem;
use super::progress::Progress;
use super::session::Session;
use crate::api::pace::Waiting;
use crate::api::{Again, Asker, Caller, Exchange, Question, TOO_MANY_REQUESTS, Verdict, time, verdict};

/// Ask a question that may be asked again, as often as that promises anything.
///
/// # Errors
///
/// If the pace of requests cannot be kept.
pub fn ask(
    caller: &mut Caller,
    question: &Question,
    session: &Session,
    progress: &Progress,
) -> Result<Verdict, Problem> {
    let title = format!("{} at {}", question.title(), caller.client.endpoint());
    let mut patience = Patience { title: &title, session, progress };
    let exchange = caller.ask(question, Again::Freely, &mut patience)?;
    Ok(verdict(&exchange))
}

struct Patience<'a> {
    title: &'a str,
    session: &'a Session<'a>,
    progress: &'a Progress,
}

impl Patience<'_> {
    fn tell(&self, message: &str) {
        self.progress.aside(|| self.session.hint(message));
    }
}

impl Asker for Patience<'_> {
    type Error = Problem;

    fn begins(&mut self) -> Result<(), Problem> {
        self.progress.aside(|| self.session.say(&format!("asking {}", self.title)));
        Ok(())
    }

    fn ended(&mut self, exchange: &Exchange) -> Result<(), Problem> {
        self.progress.aside(|| self.session.say(&came_of(exchange)));
        Ok(())
    }

    fn waits(&mut self, waiting: Waiting) {
        wait_words(waiting).iter().for_each(|words| self.tell(words));
    }

    fn again(&mut self, exchange: &Exchange, wait: Duration) -> bool {
        again_words(exchange, wait).iter().for_each(|words| self.tell(words));
        true
    }
}

/// What came of a question, for those who want to know all of it.
pub fn came_of(exchange: &Exchange) -> String {
    match exchange {
        Exchange::Answered(answer) => format!("answered: {}", answer.status),
        Exchange::NotSent(why) => format!("not sent: {why}"),
        Exchange::NoAnswer(why) => format!("not answered: {why}"),
    }
}

/// What is waited for before a question is asked, if it is worth a word.
pub fn wait_words(waiting: Waiting) -> Option<String> {
    match waiting {
        Waiting::Process => Some("another personac is asking the API: waiting for it".to_owned()),
        Waiting::Rest(wait) => Some(format!("the API had too many requests: waiting {}", time(wait.as_secs()))),
        Waiting::Interval(_) => None,
    }
}

/// Why a question is asked again, and when; nothing if that is at once.
pub fn again_words(exchange: &Exchange, wait: Duration) -> Option<String> {
    let why = match exchange {
        Exchange::Answered(answer) if answer.status == TOO_MANY_REQUESTS => "the API has too many requests".to_owned(),
        Exchange::Answered(answer) => format!("the API failed ({})", answer.status),
        Exchange::NotSent(why) => format!("the API cannot be reached ({why})"),
        Exchange::NoAnswer(why) => why.clone(),
    };
    let is_wait = wait >= Duration::from_secs(1);
    is_wait.then(|| format!("{why}: waiting {}", time(wait.as_secs_f64().ceil() as u64)))
}
