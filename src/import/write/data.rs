//! JSON as data of a persona.

use crate::fields::{Kind, Values};
use crate::import::DraftFilter;
use crate::json::Json;
use crate::wording;

/// The value as it is written in a persona.
pub fn data(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(digits) => digits.get().to_owned(),
        Json::Text(text) => wording::quoted(text),
        Json::Array(values) => format!("[{}]", values.iter().map(data).collect::<Vec<_>>().join(", ")),
        Json::Object(members) if members.is_empty() => "{}".to_owned(),
        Json::Object(members) => {
            let member = |(name, value): &(String, Json)| format!("{}: {}", key(name), data(value));
            format!("{{ {} }}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The key of an object, in quotes unless it is a plain name.
pub fn key(name: &str) -> String {
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name.starts_with(|first: char| first.is_ascii_alphabetic());
    // A word of the language comes back in quotes.
    if is_name { wording::value(name) } else { wording::quoted(name) }
}

/// What the include key of a filter holds.
pub fn included(filter: &DraftFilter) -> Json {
    let row = filter.field.row();
    match (row.kind, row.values, filter.include.as_slice()) {
        (Kind::Signal, Values::Signal(None), _) => Json::Bool(true),
        (Kind::Single, _, [only]) => Json::Text(only.clone().into()),
        (_, _, values) => Json::texts(values.iter().cloned()),
    }
}
