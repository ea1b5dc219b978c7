//! One value of a search as the API writes it.

use super::Findings;
use crate::fields::{FieldId, Values};
use crate::salesnav::{Entry, Filter, Listed, Text, listed};
use crate::tables::{Closed, ClosedLookup, Open, OpenLookup};

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
    titles: Vec<String>,
    /// Numbers, and what the search calls them.
    names: Vec<String>,
    /// Levels that the search has by their older numbers.
    levels: Vec<String>,
    /// Labels that the search has without an ID.
    texts: Vec<String>,
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
        Some(value) if value.wire.is_empty() => {
            let help = "look whether the search is meant without it";
            return Err(Lost::new(format!("the API has no `{}`", value.label), help));
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

/// A place or an industry by LinkedIn's ID, known or not.
fn place_id(
    table: &'static Open,
    id: &Text,
    entry: &Entry,
    notes: &mut Notes,
    findings: &mut Findings,
) -> Result<String, Lost> {
    let number: u32 = id.text.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
        Lost::new(
            format!("`{}` is no number of {} {}", id.text, article(table.name), table.name),
            "write the label yourself",
        )
    })?;
    match (table.row(number), &entry.text) {
        (Some(row), Some(text)) if is_another(table, number, &text.text) => findings.other_label(id, text, row.label),
        (None, Some(text)) => notes.names.push(format!("{number} is {}", text.text)),
        _ => {}
    }
    Ok(number.to_string())
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// Whether the text is the name of another row that has nothing to do with row `id`.
fn is_another(table: &'static Open, id: u32, text: &str) -> bool {
    let is_older_name = || table.row(id).and_then(|row| row.legacy).is_some_and(|legacy| legacy == text);
    let OpenLookup::Found(other) = table.lookup(text) else { return false };
    let related = |one: u32, two: u32| table.within(one, two) || table.within(two, one);
    other.id != id && table.spelling(id, text).is_none() && !is_older_name() && !related(other.id, id)
}

/// A place or an industry by its label.
fn place_text(table: &'static Open, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    let name = entry.name();
    match table.lookup(name) {
        OpenLookup::Found(row) => {
            notes.texts.push(name.to_owned());
            Ok(row.id.to_string())
        }
        OpenLookup::Ambiguous(_) => {
            let reason = format!("it has no ID, and several {} are called so", table.plural);
            Err(Lost::new(
                reason,
                format!("`personac labels {} \"{name}\"` lists them: write the one you mean", table.name),
            ))
        }
        OpenLookup::Unknown => {
            let reason = format!("it has no ID, and no {} is called so", table.name);
            Err(Lost::new(reason, format!("`personac labels {} …` finds the label to write", table.name)))
        }
    }
}

/// A company by its number, or by LinkedIn's name for the number.
fn company(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    if let Some(list) = id.text.strip_prefix("urn:li:salesList:") {
        return Err(Lost::new(
            "it is a list of accounts, and the API takes companies here",
            format!("`account_list = {list}` finds who works there now; as one of several companies it cannot be said"),
        ));
    }
    let number = id.text.strip_prefix("urn:li:organization:").unwrap_or(&id.text);
    if !is_number(number) {
        return Err(Lost::new(
            format!("`{}` is no number of a company", id.text),
            "write `company = …` with the number",
        ));
    }
    named(number, entry, notes);
    Ok(number.to_owned())
}

fn list(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    if !is_number(&id.text) {
        return Err(Lost::new(format!("`{}` is no number of a list", id.text), "name the lists one by one"));
    }
    named(&id.text, entry, notes);
    Ok(id.text.clone())
}

fn profile(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ',');
    if id.text.is_empty() || !id.text.chars().all(allowed) {
        return Err(Lost::new(format!("`{}` is no ID of a profile", id.text), "write the address of the profile"));
    }
    named("this person", entry, notes);
    Ok(format!("https://www.linkedin.com/sales/lead/{}", id.text))
}

/// Say who is behind a number.
fn named(number: &str, entry: &Entry, notes: &mut Notes) {
    if let Some(text) = entry.text.as_ref().filter(|text| !text.text.trim().is_empty()) {
        notes.names.push(format!("{number} is {}", text.text));
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_digit())
}
