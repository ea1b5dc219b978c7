//! Bodies as the API reads them, to be compared.

use std::collections::BTreeSet;

use personac::fields::FIELDS;
use serde_json::{Value, json};

/// A body as the API reads it: lists as sets, companies as text, dashes plain.
pub fn plain(body: &Value) -> Value {
    let Value::Object(members) = body else { return body.clone() };
    let known: BTreeSet<&str> = FIELDS.iter().flat_map(|row| std::iter::once(row.include).chain(row.exclude)).collect();
    let member = |(key, value): (&String, &Value)| match value {
        Value::Array(values) if known.contains(key.as_str()) => {
            (key.clone(), json!(values.iter().map(|value| text_of(key, value)).collect::<BTreeSet<_>>()))
        }
        value => (key.clone(), value.clone()),
    };
    Value::Object(members.iter().map(member).collect())
}

fn text_of(key: &str, value: &Value) -> String {
    match value {
        Value::String(text) if key == "company_size" => text.replace('–', "-"),
        Value::String(text) => text.clone(),
        Value::Object(object) => text_of(key, object.get("id").unwrap_or(&Value::Null)),
        other => other.to_string(),
    }
}
