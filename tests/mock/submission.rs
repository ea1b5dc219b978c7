//! `POST /leads/advanced_search` and its preview.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body;
use super::ledger::Recorded;
use super::plan::Random;
use super::server::State;

/// A refusal: status and text.
pub type Refusal = (u16, String);

/// The most leads that a preview shows.
const SHOWN: u64 = 25;

/// Keys of a body that say nothing about whom it finds; a preview ignores them.
const SETTINGS: [&str; 6] = ["webhook_url", "name", "limit", "streaming", "scale", "custom"];

/// Makes a search.
///
/// # Errors
///
/// If the body is not one.
pub fn submit(state: &State, entry: usize, request: &Recorded) -> Result<Answer, Refusal> {
    let body = json_of(request)?;
    body::check(&body)?;
    let now = Timestamp::now();
    let default = || now.strftime("Lead search - API - %d/%m/%Y %H:%M").to_string();
    let name = body.get("name").and_then(Value::as_str).map_or_else(default, str::to_owned);
    let search = state.searches().make(&name);
    state.ledger().accepted(entry, &search.id);
    Ok(Answer::json(
        201,
        &json!({ "message": {
            "id": search.id,
            "search_name": name,
            "search_url": "https://www.linkedin.com/sales/search/people?query=(filters%3AList(...))",
            "expected_profiles_count": (state.settings.total)(&body),
            "created_at": search.created_at,
            "custom": body.get("custom"),
        } }),
    ))
}

/// Counts whom a body finds, and shows some.
///
/// # Errors
///
/// If the body has no filter, or a wrong one.
pub fn preview(state: &State, request: &Recorded) -> Result<Answer, Refusal> {
    let mut body = json_of(request)?;
    let total = (state.settings.total)(&body);
    body::check_filters(without_settings(&mut body))?;
    let preview: Vec<Value> = (0..total.min(SHOWN)).map(lead).collect();
    Ok(Answer::json(200, &json!({ "total_count": total, "preview": preview })))
}

fn without_settings(body: &mut Value) -> &Value {
    if let Some(body) = body.as_object_mut() {
        body.retain(|key, _| !SETTINGS.contains(&key.as_str()));
    }
    body
}

/// The object that a request carries.
///
/// # Errors
///
/// If it carries none, or does not say that it does.
pub fn json_of(request: &Recorded) -> Result<Value, Refusal> {
    let kind = request.header("content-type").unwrap_or("");
    if !kind.starts_with("application/json") {
        return Err((400, format!("Content-Type must be application/json, not `{kind}`")));
    }
    let json = request.json().ok_or_else(|| (400, "The body is not JSON".to_owned()))?;
    json.is_object().then_some(json).ok_or_else(|| (400, "The body is not a JSON object".to_owned()))
}

/// A number from 1 to 5,000 that depends on the filters alone.
pub fn total_of(body: &Value) -> u64 {
    let mut filters = body.clone();
    let text = without_settings(&mut filters).to_string();
    let hash = text.bytes().fold(0, |hash, byte| Random(hash ^ u64::from(byte)).number());
    hash % 5000 + 1
}

/// Somebody who does not exist.
pub fn lead(index: u64) -> Value {
    const FIRST: [&str; 5] = ["Ada", "Benoît", "Chiara", "Dmitri", "Eun-ji"];
    const LAST: [&str; 5] = ["Sample", "Beispiel", "Exemple", "Esempio", "Przykład"];
    const TITLES: [&str; 3] = ["VP of Sales", "Head of Growth", "Chief Revenue Officer"];
    let pick = |of: &[&str], index: u64| of[usize::try_from(index).unwrap_or(0) % of.len()].to_owned();
    let (name, title) = (format!("{} {}", pick(&FIRST, index), pick(&LAST, index / 5)), pick(&TITLES, index));
    let company = format!("Invented {}", index + 1);
    json!({
        "full_name": name,
        "headline": format!("{title} at {company}"),
        "current_company": company,
        "current_title": title,
        "linkedin_id": format!("{}", 900_000_001 + index),
        "profile_url": format!("https://www.linkedin.com/in/invented-lead-{}", index + 1),
    })
}
