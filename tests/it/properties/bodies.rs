//! Which leads a request body finds, read from its JSON alone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::leads::Lead;
use super::vocabulary::{FIELDS, Set, set};

/// One request.
#[derive(Debug, Clone)]
pub struct Body {
    pub terms: Vec<Term>,
}

/// One filter key.
#[derive(Debug, Clone)]
pub struct Term {
    pub field: usize,
    pub include: bool,
    /// The values in the order in which they are sent.
    pub sent: Vec<usize>,
}

impl Term {
    pub fn values(&self) -> Set {
        set(&self.sent)
    }
}

impl Body {
    /// Read a body; anything the API would not understand is an error.
    pub fn read(text: &str) -> Result<Body, String> {
        let Json::Object(members) = serde_json::from_str(text).map_err(|error| error.to_string())? else {
            return Err("a body is an object".to_owned());
        };
        let terms = members.iter().filter(|(key, _)| *key != "name").map(|(key, value)| term(key, value));
        Ok(Body { terms: terms.collect::<Result<_, _>>()? })
    }

    /// Whether the request finds the lead.
    pub fn finds(&self, lead: &Lead) -> bool {
        self.terms.iter().all(|term| (lead.has(term.field) & term.values() != 0) == term.include)
    }

    /// The keys with their values, in no order.
    pub fn as_sets(&self) -> BTreeMap<(usize, bool), BTreeSet<usize>> {
        self.terms.iter().map(|term| ((term.field, term.include), term.sent.iter().copied().collect())).collect()
    }
}

fn term(key: &str, value: &Json) -> Result<Term, String> {
    let is_key = |field: &super::vocabulary::Field| field.include == key || field.exclude == Some(key);
    let field = FIELDS.iter().position(is_key).ok_or_else(|| format!("no such key: {key}"))?;
    let row = &FIELDS[field];
    let texts: Vec<String> = match (value, key) {
        (Json::Bool(true), _) if row.values[0].sent == "true" => vec!["true".to_owned()],
        (Json::String(text), "keyword" | "connections_of_profile") => vec![text.clone()],
        (Json::Array(texts), _) if !matches!(key, "keyword" | "connections_of_profile") => {
            texts.iter().map(|text| text.as_str().unwrap_or("?").to_owned()).collect()
        }
        _ => return Err(format!("{key} does not take {value}")),
    };
    let place = |text: &String| row.values.iter().position(|value| value.sent == text);
    let sent: Option<Vec<usize>> = texts.iter().map(place).collect();
    let sent = sent.ok_or_else(|| format!("{key} holds an unknown value: {value}"))?;
    let unique: BTreeSet<&usize> = sent.iter().collect();
    if sent.is_empty() || unique.len() != sent.len() {
        return Err(format!("{key} is empty or holds a value twice: {value}"));
    }
    Ok(Term { field, include: row.include == key, sent })
}
