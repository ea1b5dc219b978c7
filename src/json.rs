//! JSON values that keep the order of their members and the digits of their numbers.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// A JSON value.
#[derive(Debug, Clone)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, with its digits as they were written.
    Number(Box<RawValue>),
    /// A string.
    Text(Cow<'static, str>),
    /// `[ … ]`
    Array(Vec<Json>),
    /// `{ … }`, in the order of the source.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The number that `digits` is, if JSON reads it as one.
    pub fn number(digits: &str) -> Option<Json> {
        let starts = digits.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        let raw = RawValue::from_string(digits.to_owned()).ok().filter(|_| starts)?;
        Some(Json::Number(raw))
    }

    /// A whole number.
    pub fn whole(number: u64) -> Json {
        Json::number(&number.to_string()).unwrap_or(Json::Null)
    }

    /// A list of strings.
    pub fn texts<T: Into<Cow<'static, str>>>(texts: impl IntoIterator<Item = T>) -> Json {
        Json::Array(texts.into_iter().map(|text| Json::Text(text.into())).collect())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(digits) => digits.serialize(serializer),
            Json::Text(text) => serializer.serialize_str(text),
            Json::Array(values) => serializer.collect_seq(values),
            Json::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        let number = Json::number("12345678901234567890.50").expect("a number");
        assert_eq!(serde_json::to_string(&number).expect("JSON"), "12345678901234567890.50");
        assert!(Json::number("\"1\"").is_none());
        assert!(Json::number("01").is_none());
    }
}
