//! Asking the API at its pace, and again where that is safe.

use std::cell::RefCell;
use std::time::Duration;

use super::client::Client;
use super::exchange::{Exchange, NotSent, Question};
use super::pace::{Pace, PaceProblem, Waiting};

/// Attempts at a connection that is not made.
const CONNECTIONS: u32 = 4;

/// Attempts while the API says that there are too many requests.
const TOO_MANY: u32 = 7;

/// Attempts at a question that may be asked twice, while no good answer comes.
const FREE: u32 = 3;

/// The longest time that is waited because the API says so; it may limit for a day.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// The HTTP status of too many requests.
pub const TOO_MANY_REQUESTS: u16 = 429;

/// Asks the API.
#[derive(Debug)]
pub struct Caller {
    /// Sends.
    pub client: Client,
    /// Keeps requests apart.
    pub pace: Pace,
}

/// When a question may be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// As long as surely nobody has acted on it: what it asks for costs money.
    IfSurelyRefused,
    /// Whenever there is no good answer: it costs nothing.
    Freely,
}

/// Who asks, and wants to know how it goes.
pub trait Asker {
    /// What can stop it.
    type Error: From<PaceProblem>;

    /// The question is about to be sent.
    ///
    /// # Errors
    ///
    /// If it must not be.
    fn begins(&mut self) -> Result<(), Self::Error>;

    /// This came of it. It may be asked again.
    ///
    /// # Errors
    ///
    /// If that cannot be written down.
    fn ended(&mut self, exchange: &Exchange) -> Result<(), Self::Error>;

    /// Another process has its turn.
    fn waits(&mut self, waiting: Waiting);

    /// The question is asked again in so much time; whether that is wanted.
    fn again(&mut self, exchange: &Exchange, wait: Duration) -> bool;

    /// Whether it wants to end, even in the middle of a wait.
    fn stops(&self) -> bool {
        false
    }
}

impl Caller {
    /// Ask, and again if that is allowed and promises anything. The last exchange counts. If the asker stops before it
    /// was its turn, nothing is sent, and it is told neither that anything begins nor that it ended.
    ///
    /// # Errors
    ///
    /// What the asker says, or that the pace cannot be kept.
    pub fn ask<A: Asker>(&mut self, question: &Question, again: Again, asker: &mut A) -> Result<Exchange, A::Error> {
        let interval = self.pace.interval();
        let waiting = RefCell::new(&mut *asker);
        let turn = self.pace.turn(|time| waiting.borrow_mut().waits(time), &|| waiting.borrow().stops())?;
        let Some(mut turn) = turn else { return Ok(Exchange::NotSent(NotSent::Stopped)) };
        let mut attempt = 1;
        loop {
            asker.begins()?;
            let exchange = self.client.ask(question);
            asker.ended(&exchange)?;
            let Some(wait) = again.wait(&exchange, attempt, interval) else { return Ok(exchange) };
            if !asker.again(&exchange, wait) {
                return Ok(exchange);
            }
            if !turn.rest(wait, &|| asker.stops())? {
                return Ok(exchange);
            }
            attempt += 1;
        }
    }
}

impl Again {
    /// How long to wait before another attempt, if there is to be one; `pace` lies between any two.
    fn wait(self, exchange: &Exchange, attempt: u32, pace: Duration) -> Option<Duration> {
        let longer = pace.saturating_mul(1 << attempt.saturating_sub(1).min(16));
        let (attempts, wait) = match exchange {
            Exchange::NotSent(why) if why.may_pass() => (CONNECTIONS, longer),
            Exchange::Answered(answer) if answer.status == TOO_MANY_REQUESTS => {
                (TOO_MANY, answer.retry_after.map_or(longer, |wait| wait.max(pace)))
            }
            Exchange::Answered(answer) if answer.status >= 500 && self == Again::Freely => (FREE, longer),
            Exchange::NoAnswer(_) if self == Again::Freely => (FREE, longer),
            _ => return None,
        };
        (attempt < attempts && wait <= LONGEST_WAIT).then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::super::exchange::Answer;
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn waits(again: Again, exchange: &Exchange) -> Vec<u64> {
        (1..).map_while(|attempt| again.wait(exchange, attempt, SECOND)).map(|wait| wait.as_secs()).collect()
    }

    fn answer(status: u16, retry_after: Option<u64>) -> Exchange {
        Exchange::Answered(Answer { status, retry_after: retry_after.map(Duration::from_secs), ..Answer::default() })
    }

    #[test]
    fn what_may_have_been_received_is_not_sent_again() {
        for exchange in [answer(201, None), answer(422, None), answer(500, None), answer(503, Some(1))] {
            assert_eq!(waits(Again::IfSurelyRefused, &exchange), [0u64; 0], "{exchange:?}");
        }
        assert!(waits(Again::IfSurelyRefused, &Exchange::NoAnswer(String::new())).is_empty());
        assert_eq!(waits(Again::Freely, &Exchange::NoAnswer(String::new())), [1, 2]);
        assert_eq!(waits(Again::Freely, &answer(502, None)), [1, 2]);
    }

    #[test]
    fn what_surely_was_not_is() {
        let refused = Exchange::NotSent(NotSent::NoConnection(String::new()));
        assert_eq!(waits(Again::IfSurelyRefused, &refused), [1, 2, 4]);
        assert!(waits(Again::IfSurelyRefused, &Exchange::NotSent(NotSent::NotTrusted(String::new()))).is_empty());
        assert_eq!(waits(Again::IfSurelyRefused, &answer(429, None)), [1, 2, 4, 8, 16, 32]);
        assert_eq!(waits(Again::IfSurelyRefused, &answer(429, Some(5))), [5; 6]);
        assert_eq!(waits(Again::IfSurelyRefused, &answer(429, Some(0))), [1; 6]);
        assert!(waits(Again::IfSurelyRefused, &answer(429, Some(86_400))).is_empty());
    }
}
