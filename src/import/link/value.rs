//! One value of a search as the API writes it.

use super::Findings;
use super::numbered::{company, list, profile};
use super::place::{place_id, place_text};
use crate::fields::{FieldId, Values};
use crate::salesnav::{Entry, Filter, Listed, Text, listed};
use crate::tables::{Closed, ClosedLookup};

/// Why a value cannot be said, and what to do about it.
#[derive(Debug)]
pub struct Lost {
    /// Why.
    pub reason: String,
    /// What to do.
    pub help: String,
}

impl Lost {
    /// A reason and what to do about it.
    pub fn new(reason: impl Into<String>, help: impl Into<String>) -> Lost {
        Lost { reason: reason.into(), help: help.into() }
    }

    /// As [`Lost::new`], of texts that are always the same.
    pub fn because(reason: &str, help: &str) -> Lost {
        Lost::new(reason, help)
    }
}

/// What a comment above the clause says of its values.
#[derive(Debug, Default)]
pub struct Notes {
    /// Titles that the search has by their IDs.
    pub titles: Vec<String>,
    /// Numbers, and what the search calls them.
    pub names: Vec<String>,
    /// Levels that the search has by their older numbers.
    pub levels: Vec<String>,
    /// Labels that the search has without an ID.
    pub texts: Vec<String>,
}

impl Notes {
    /// The lines of the comment.
    pub fn lines(self) -> Vec<String> {
        let said = [
            ("The search has these titles by their IDs, and here is only the text: ", self.titles),
            ("The search says that ", self.names),
            ("The search has these by LinkedIn's older numbers: ", self.levels),
            ("The search has these as texts, without an ID: ", self.texts),
        ];
        let said = said.into_iter().filter(|(_, parts)| !parts.is_empty());
        said.map(|(start, parts)| format!("{start}{}.", parts.join(", "))).collect()
    }
}

/// The values of the API for a value of `field`; comments go to `notes`.
///
/// # Errors
///
/// Why the API has none.
pub fn wires(
    field: FieldId,
    filter: &Filter,
    entry: &Entry,
    notes: &mut Notes,
    findings: &mut Findings,
) -> Result<Vec<String>, Lost> {
    let one = |value: String| vec![value];
    match (field.row().values, &entry.id) {
        (Values::Text, _) => title(filter, entry, notes, findings).map(one),
        (Values::Label(closed) | Values::Quantity(closed, _), Some(id)) => {
            closed_id(field, closed, id, entry, notes, findings)
        }
        (Values::Signal(_), Some(id)) => signal(field, id).map(one),
        (Values::Label(closed) | Values::Quantity(closed, _), None) => closed_text(closed, entry, notes).map(one),
        (Values::Listed(table), Some(id)) => place_id(table, id, entry, notes, findings).map(one),
        (Values::Listed(table), None) => place_text(table, entry, notes).map(one),
        (Values::Company, Some(id)) => company(id, entry, notes).map(one),
        (Values::ListId, Some(id)) => list(id, entry, notes).map(one),
        (Values::Profile, Some(id)) => profile(id, entry, notes).map(one),
        (Values::Company, None) => Err(Lost::because(
            "the API wants the number of a company, and the search has its name only",
            "write `company = …` with the number, which the company's \"See all employees\" link holds",
        )),
        (Values::Signal(_) | Values::ListId | Values::Profile, None) => Err(Lost::because(
            "it has no ID",
            "open the search in the browser, choose the value again, and copy the address",
        )),
    }
}

/// The text of a title; the ID that LinkedIn chose for it cannot be sent.
fn title(filter: &Filter, entry: &Entry, notes: &mut Notes, findings: &mut Findings) -> Result<String, Lost> {
    let text = entry.text.as_ref().map(|text| text.text.as_str()).filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| {
        Lost::because(
            "the API wants the text of a title, and the search has none",
            "look the title up and write it as text",
        )
    })?;
    if let Some(id) = &entry.id {
        findings.title_id(filter, text, id);
        notes.titles.push(format!("{text} ({})", id.text));
    }
    Ok(text.to_owned())
}

/// A value of a whole vocabulary by LinkedIn's ID.
fn closed_id(
    field: FieldId,
    closed: &'static Closed,
    id: &Text,
    entry: &Entry,
    notes: &mut Notes,
    findings: &mut Findings,
) -> Result<Vec<String>, Lost> {
    let wire = match listed(field, &id.text) {
        Some(listed) if listed.wire.is_empty() => {
            let help = "these leads cannot be asked for; the persona keeps the value as a comment";
            return Err(Lost::because("the API has no such value", help));
        }
        Some(value) => {
            if value.is_old {
                findings.old_seniority(value, entry, closed);
                notes.levels.push(format!("{} ({})", value.label, value.id));
                return Ok(value.wire.iter().map(|&wire| wire.to_owned()).collect());
            }
            value.wire.first().copied()
        }
        None => Some(id.text.as_str()).filter(|_| !Listed::replaces(field)),
    };
    let row = wire.and_then(|wire| closed.rows().get(closed.by_id(wire)?));
    let row = row.ok_or_else(|| unknown_id(field.row().name, id))?;
    if let Some(text) = &entry.text
        && let ClosedLookup::Found(other) = closed.lookup(&text.text)
        && closed.rows().get(other).is_some_and(|other| other.id != row.id)
    {
        findings.other_label(id, text, row.label);
    }
    Ok(vec![row.id.to_owned()])
}

/// A signal by LinkedIn's ID for it.
fn signal(field: FieldId, id: &Text) -> Result<String, Lost> {
    let wire = listed(field, &id.text).and_then(|value| value.wire.first());
    wire.map(|&wire| wire.to_owned()).ok_or_else(|| unknown_id(field.row().name, id))
}

fn unknown_id(name: &str, id: &Text) -> Lost {
    Lost::new(
        format!("nobody knows a `{name}` with the ID `{}`", id.text),
        "open the search in the browser and look what LinkedIn shows for it",
    )
}

/// A value of a whole vocabulary by its label.
fn closed_text(closed: &'static Closed, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    let ClosedLookup::Found(row) = closed.lookup(entry.name()) else {
        let reason = format!("it has no ID, and no {} is called so", closed.name);
        return Err(Lost::because(&reason, "look the value up in the search and write it yourself"));
    };
    notes.texts.push(entry.name().to_owned());
    Ok(closed.rows().get(row).map_or("", |row| row.id).to_owned())
}
