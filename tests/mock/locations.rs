//! `POST /locations`: names to IDs. What is documented leaves room, so it can be answered in every form that was seen.

use serde_json::{Value, json};

use super::answer::Answer;
use super::ledger::Recorded;
use super::submission::{Refusal, json_of};

/// A few places, several of one name: ID, type and name on each line.
const PLACES: &str = include_str!("locations.tsv");

/// Which key the place is asked for with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// `name`; anything else is refused.
    Name,
    /// `query`; anything else is refused.
    Query,
    /// Both.
    Either,
}

/// How IDs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// `"105015875"`
    Strings,
    /// `105015875`
    Integers,
}

/// How the endpoint wants to be asked, and answers.
#[derive(Debug, Clone)]
pub struct Locations {
    /// The key of the question.
    pub asked: Asked,
    /// The status that refuses another key: 400 or 422.
    pub refusal: u16,
    /// The key that the list is wrapped in: none, `locations`, `data` or `results`.
    pub wrapped: Option<&'static str>,
    /// How IDs are written.
    pub ids: Ids,
}

impl Default for Locations {
    fn default() -> Self {
        Self { asked: Asked::Name, refusal: 422, wrapped: None, ids: Ids::Strings }
    }
}

impl Locations {
    /// Every place that has the text in its name.
    ///
    /// # Errors
    ///
    /// If it was asked with another key, or without a text.
    pub fn answer(&self, request: &Recorded) -> Result<Answer, Refusal> {
        let body = json_of(request)?;
        let keys: &[&str] = match self.asked {
            Asked::Name => &["name"],
            Asked::Query => &["query"],
            Asked::Either => &["name", "query"],
        };
        let text = keys.iter().find_map(|key| body.get(key)?.as_str()).filter(|text| !text.trim().is_empty());
        let text = text.ok_or_else(|| (self.refusal, format!("{} is required", keys.join(" or "))))?;
        let found = Value::Array(PLACES.lines().filter_map(|line| self.place(line, text)).collect());
        Ok(Answer::json(200, &self.wrapped.map_or(found.clone(), |key| json!({ key: found }))))
    }

    /// A line as JSON, if its name has the text.
    fn place(&self, line: &str, text: &str) -> Option<Value> {
        let mut cells = line.splitn(3, '\t');
        let (id, kind, name) = (cells.next()?, cells.next()?, cells.next()?);
        let id = match self.ids {
            Ids::Strings => json!(id),
            Ids::Integers => json!(id.parse::<u64>().ok()?),
        };
        let found = name.to_lowercase().contains(&text.trim().to_lowercase());
        found.then(|| json!({ "id": id, "name": name, "type": kind }))
    }
}
