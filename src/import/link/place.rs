//! Places and industries of a search.

use super::Findings;
use super::value::{Lost, Notes};
use crate::salesnav::{Entry, Text};
use crate::tables::{Open, OpenLookup};

/// A place or an industry by LinkedIn's ID, known or not.
pub fn place_id(
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
pub fn place_text(table: &'static Open, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
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
