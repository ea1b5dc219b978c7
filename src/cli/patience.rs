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
        let came = match exchange {
            Exchange::Answered(answer) => format!("answer {}", answer.status),
            Exchange::NotSent(why) => format!("not sent: {why}"),
            Exchange::NoAnswer(why) => format!("not answered: {why}"),
        };
        self.progress.aside(|| self.session.say(&came));
        Ok(())
    }

    fn waits(&mut self, waiting: Waiting) {
        match waiting {
            Waiting::Process => self.tell("another personac is asking the API: waiting for it"),
            Waiting::Rest(wait) => {
                self.tell(&format!("the API had too many requests: waiting {}", time(wait.as_secs())));
            }
            Waiting::Interval(_) => {}
        }
    }

    fn again(&mut self, exchange: &Exchange, wait: Duration) -> bool {
        let why = match exchange {
            Exchange::Answered(answer) if answer.status == TOO_MANY_REQUESTS => {
                "the API has too many requests".to_owned()
            }
            Exchange::Answered(answer) => format!("the API failed ({})", answer.status),
            Exchange::NotSent(why) => format!("the API cannot be reached ({why})"),
            Exchange::NoAnswer(why) => why.clone(),
        };
        // Less than a second is no wait.
        if wait >= Duration::from_secs(1) {
            self.tell(&format!("{why}: waiting {}", time(wait.as_secs_f64().ceil() as u64)));
        }
        true
    }
}
