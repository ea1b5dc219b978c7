//! JSON with places: every value knows where it stands.

use crate::json::Json;
use crate::source::Span;

/// A JSON value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: Kind,
}

/// The kinds of JSON values.
#[derive(Debug, Clone)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A string, read.
    Text(String),
    /// `[ … ]`
    Array(Vec<Node>),
    /// `{ … }`, keys that stand twice included.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its key, read.
    pub key: String,
    /// Where the key stands.
    pub at: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The value without its places.
    pub fn json(&self) -> Json {
        match &self.kind {
            Kind::Null => Json::Null,
            Kind::Bool(value) => Json::Bool(*value),
            Kind::Number(digits) => Json::number(digits).unwrap_or(Json::Null),
            Kind::Text(text) => Json::Text(text.clone().into()),
            Kind::Array(values) => Json::Array(values.iter().map(Node::json).collect()),
            Kind::Object(members) => {
                Json::Object(members.iter().map(|member| (member.key.clone(), member.value.json())).collect())
            }
        }
    }

    /// Whether it holds other values.
    pub fn is_nested(&self) -> bool {
        matches!(self.kind, Kind::Array(_) | Kind::Object(_))
    }

    /// The members, if it is an object.
    pub fn members(&self) -> Option<&[Member]> {
        if let Kind::Object(members) = &self.kind { Some(members) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    /// What it is, for a sentence: "text", "a number", …
    pub fn noun(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(true) => "true",
            Kind::Bool(false) => "false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "text",
            Kind::Array(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }
}

/// Where a value is, as people name places in JSON: `$.functions[2]`. A key that is no plain name stands in brackets.
pub fn below(path: &str, key: &str) -> String {
    let is_name = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name { format!("{path}.{key}") } else { format!("{path}[{}]", crate::wording::quoted(key)) }
}
