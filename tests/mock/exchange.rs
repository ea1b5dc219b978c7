//! One request and what becomes of it.

use std::fmt;
use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response};

use super::answer::Answer;
use super::api;
use super::behaviour::{Behaviour, Moment};
use super::server::State;

/// An exchange that ends without an answer in HTTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// The connection is closed.
    Close,
    /// The connection is reset: the client reads an error instead of an end.
    Reset,
    /// Nothing comes, and the connection stays open.
    Silence,
    /// These bytes come as they are, then the connection is closed.
    Bytes(Vec<u8>),
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection ends here")
    }
}

impl std::error::Error for Cut {}

/// Answers a request, or tells the connection how to end.
///
/// # Errors
///
/// If there is to be no answer.
pub async fn exchange(state: Arc<State>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Cut> {
    let behaviour = state.plan().take();
    let entry = state.ledger().arrived(&request, &behaviour);
    let outcome = respond(&state, entry, behaviour, request).await;
    let recorded = state.ledger().finished(entry, outcome.as_ref().ok().map(|answer| answer.status));
    (state.settings.log)(&recorded);
    match outcome {
        Ok(answer) => Ok(answer.into_response()),
        Err(Cut::Silence) => std::future::pending().await,
        Err(cut) => Err(cut),
    }
}

async fn respond(state: &State, entry: usize, behaviour: Behaviour, request: Request<Incoming>) -> Result<Answer, Cut> {
    if let Behaviour::Break(Moment::BeforeReading, ending) = behaviour {
        return Err(ending.cut());
    }
    let body = request.into_body().collect().await.map_err(|_| Cut::Close)?.to_bytes();
    let recorded = state.ledger().read(entry, &body);
    match &behaviour {
        Behaviour::Break(Moment::BeforeAccepting, ending) => return Err(ending.cut()),
        Behaviour::Answer(answer) => return Ok(answer.clone()),
        Behaviour::TooMany(retry_after) => return Ok(state.settings.errors.too_many(*retry_after)),
        Behaviour::EchoKey => return Ok(api::echo_key(&state.settings, &recorded)),
        Behaviour::EchoWebhook => return Ok(api::echo_webhook(&state.settings, &recorded)),
        _ => {}
    }
    let answer = api::answer(state, entry, &recorded);
    match behaviour {
        Behaviour::Break(_, ending) => Err(ending.cut()),
        Behaviour::Spoil(spoil) => spoil.apply(answer),
        Behaviour::Slow(delay) => {
            tokio::time::sleep(delay).await;
            Ok(answer)
        }
        _ => Ok(answer),
    }
}
