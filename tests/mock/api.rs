//! The endpoints: who may ask, how often, and for what.

use serde_json::Value;

use super::answer::Answer;
use super::ledger::Recorded;
use super::server::State;
use super::settings::Settings;
use super::submission;

/// The documented answer to a request whose body was read.
pub fn answer(state: &State, entry: usize, request: &Recorded) -> Answer {
    let errors = state.settings.errors;
    if request.header("x-api-key") != Some(state.settings.key.as_str()) {
        return errors.answer(401, "Invalid API key");
    }
    if request.too_fast {
        return errors.too_many(state.settings.retry_after);
    }
    let path = request.path.split('?').next().unwrap_or("");
    let answer = match (request.method.as_str(), path) {
        ("POST", "/leads/advanced_search") => submission::submit(state, entry, request),
        ("POST", "/leads/advanced_search/preview") => submission::preview(state, request),
        ("POST", "/locations") => state.settings.locations.answer(request),
        ("GET", "/searches") => Ok(state.searches().list()),
        ("GET", path) => match path.strip_prefix("/searches/") {
            Some(id) => state.searches().look(id, &state.settings),
            None => Err((404, "Not found".to_owned())),
        },
        _ => Err((404, "Not found".to_owned())),
    };
    answer.unwrap_or_else(|(status, text)| errors.answer(status, &text))
}

/// A refusal that shows what nobody may print: the key.
pub fn echo_key(settings: &Settings, request: &Recorded) -> Answer {
    let key = request.header("x-api-key").unwrap_or("");
    settings.errors.answer(403, &format!("the key {key} does not have access to this endpoint"))
}

/// A refusal that shows the webhook, in which some people have a secret.
pub fn echo_webhook(settings: &Settings, request: &Recorded) -> Answer {
    let body = request.json().unwrap_or_default();
    let webhook = body.get("webhook_url").and_then(Value::as_str).unwrap_or("");
    settings.errors.answer(422, &format!("the webhook {webhook} cannot be reached"))
}
