//! Whether a body is one: the project's own schema, with the statuses and words of the API.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::submission::Refusal;

/// The schema, compiled once for all mocks.
static SCHEMA: LazyLock<(Value, Validator)> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../docs/schema/body.json")).expect("a schema in JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    (schema, validator)
});

/// Judges a whole body.
///
/// # Errors
///
/// 400 for a webhook that is missing or not `https`, and what [`check_filters`] says.
pub fn check(body: &Value) -> Result<(), Refusal> {
    let webhook = body.get("webhook_url").filter(|webhook| !webhook.is_null());
    if webhook.is_none() {
        return Err((400, "webhook_url is required".to_owned()));
    }
    if wrong(body).contains_key("webhook_url") {
        return Err((400, "webhook_url must be a valid HTTPS URL".to_owned()));
    }
    check_filters(body)
}

/// Judges everything but the webhook.
///
/// # Errors
///
/// 400 if there is no filter, 422 if one is wrong: the text has the key, the values that are wrong and those that are right.
pub fn check_filters(body: &Value) -> Result<(), Refusal> {
    let errors: Vec<_> = SCHEMA.1.iter_errors(body).collect();
    if errors.iter().any(|error| key_of(error).is_empty() && error.schema_path().as_str().starts_with("/anyOf")) {
        return Err((400, "Provide at least one filter or keyword".to_owned()));
    }
    if let Some(live) = errors.iter().find(|error| error.schema_path().as_str().starts_with("/then")) {
        return Err((422, format!("{} is not supported with live: false", key_of(live))));
    }
    let texts: Vec<String> = wrong(body).iter().map(|(key, values)| refusal(key, values)).collect();
    if texts.is_empty() { Ok(()) } else { Err((422, texts.join("; "))) }
}

/// The wrong values of each key.
fn wrong(body: &Value) -> BTreeMap<String, Vec<String>> {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for error in SCHEMA.1.iter_errors(body).filter(|error| !key_of(error).is_empty()) {
        let value = error.instance().as_str().map_or_else(|| error.instance().to_string(), str::to_owned);
        wrong.entry(key_of(&error)).or_default().push(value);
    }
    wrong
}

/// The key of the body that an error is in; empty for an error of the whole body.
fn key_of(error: &ValidationError<'_>) -> String {
    error.instance_path().as_str().split('/').nth(1).unwrap_or("").to_owned()
}

fn refusal(key: &str, values: &[String]) -> String {
    let text = format!("Invalid {key}: {}", values.join(", "));
    match valid(key) {
        Some(valid) => format!("{text}. Valid IDs: {}", valid.join(", ")),
        None => text,
    }
}

/// The values that a key may have, if they are numbered.
fn valid(key: &str) -> Option<Vec<&'static str>> {
    let (schema, _) = &*SCHEMA;
    let items = &schema["properties"][key]["items"];
    if let Some(only) = items["const"].as_str() {
        return Some(vec![only]);
    }
    let definition = schema.pointer(items["$ref"].as_str()?.strip_prefix('#')?)?;
    Some(definition["oneOf"].as_array()?.iter().filter_map(|option| option["const"].as_str()).collect())
}
