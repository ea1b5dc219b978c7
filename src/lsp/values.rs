//! What is known of values: labels, IDs, what contains them, where that is known from. As Markdown.

use super::meaning::Taken;
use crate::fields::{Field, FieldId, Values};
use crate::project::{IndustryLabels, LabelBook, Project};
use crate::render::on_one_line;
use crate::tables::{Closed, ClosedRow, How, Open, OpenRow};
use crate::wording::{counted, thousands};

/// Values of one list that are named.
const MOST_NAMED: usize = 12;

/// The page of a value that stands for one ID, or of a name in the label book.
pub fn page(taken: &Taken, written: &str, project: &Project) -> String {
    let field = taken.field;
    let entry = project.labels.find(field, written).filter(|_| taken.found.is_none());
    let book = entry.map(|entry| (LabelBook::page_of(field).unwrap_or_default(), entry));
    let from_book = book.map_or(String::new(), |(page, entry)| {
        format!("- from the label book: {} under `[labels.{page}]` in `personac.toml`\n", code(&entry.name))
    });
    match taken.values.as_slice() {
        [only] => one(taken, *only, project) + &from_book,
        _ => format!("{}\n\n{}{from_book}", code(written), list(taken)),
    }
}

/// Values, a line each.
pub fn list(taken: &Taken) -> String {
    let line = |value: &u32| format!("- {}\n", short(taken, *value));
    let shown: String = taken.values.iter().take(MOST_NAMED).map(line).collect();
    match taken.values.len().saturating_sub(MOST_NAMED) {
        0 => shown,
        more => format!("{shown}- … and {} more\n", thousands(more as u64)),
    }
}

/// A value in a line: what it is called, and what is sent.
pub fn short(taken: &Taken, value: u32) -> String {
    let (label, id) = (label(taken, value), taken.atoms.wire(taken.field, value));
    if label == id { code(&id) } else { format!("{label} {}", code(&id)) }
}

/// What people call a value, on one line.
pub fn label(taken: &Taken, value: u32) -> String {
    let label = match taken.field.row().values {
        Values::Listed(table) => table.unique_form(value),
        Values::Quantity(closed, _) => closed.rows().get(value as usize).map_or("", |row| row.label).to_owned(),
        _ => taken.atoms.label(taken.field, value).into_owned(),
    };
    on_one_line(&label)
}

/// `1 size`, `3 levels`: what values of a field are called.
pub fn count(field: FieldId, count: usize) -> String {
    match field.row().values {
        Values::Label(closed) | Values::Quantity(closed, _) if count != 1 => {
            format!("{count} {}", closed.plural)
        }
        Values::Label(closed) | Values::Quantity(closed, _) => format!("{count} {}", closed.name),
        Values::Listed(table) if count != 1 => format!("{} {}", thousands(count as u64), table.plural),
        Values::Listed(table) => format!("{count} {}", table.name),
        _ => counted(count, "value"),
    }
}

fn one(taken: &Taken, value: u32, project: &Project) -> String {
    let field = taken.field.row();
    match field.values {
        Values::Label(closed) | Values::Quantity(closed, _) => {
            closed.rows().get(value as usize).map_or(String::new(), |row| closed_page(closed, row))
        }
        Values::Listed(table) => open_page(taken, table, value, project),
        _ => numbered(taken, field, value, project),
    }
}

fn closed_page(closed: &'static Closed, row: &ClosedRow) -> String {
    let aliases = also(row.aliases.iter().copied().filter(|alias| *alias != row.label));
    let contested = row.note.map_or(String::new(), |note| format!("- contested: {note}\n"));
    format!("**{}** · {} {}\n\n{aliases}- from the API's reference\n{contested}", row.label, closed.name, code(row.id))
}

fn open_page(taken: &Taken, table: &'static Open, id: u32, project: &Project) -> String {
    let Some(row) = table.row(id) else {
        return format!("**{id}** · {}\n\n- not in the table of {}: it is sent as it is\n", table.name, table.plural);
    };
    let kind = row.kind.map_or(table.name, crate::tables::Kind::name);
    let above: Vec<&str> = table.ancestors(id).iter().filter_map(|id| table.row(*id)).map(|row| row.label).collect();
    let above = if above.is_empty() { String::new() } else { format!("- in {}\n", above.join(" · ")) };
    let old = row.legacy.map_or(String::new(), |legacy| old_name(taken, legacy));
    let namesakes = taken.found.as_ref().map_or(String::new(), |found| {
        let others: Vec<String> = found.namesakes.iter().map(|id| table.unique_form(*id)).collect();
        if others.is_empty() { String::new() } else { format!("- not {}\n", others.join(" · ")) }
    });
    format!(
        "**{}** · {kind} {}\n\n{above}{}{old}{namesakes}{}{}",
        row.label,
        code(&id.to_string()),
        also(row.aliases()),
        source(table, &row),
        contested(table, &row, project)
    )
}

fn old_name(taken: &Taken, legacy: &str) -> String {
    let is_written = taken.found.as_ref().is_some_and(|found| found.how == How::Legacy);
    let written = if is_written { ", as it is written here" } else { "" };
    format!("- in LinkedIn's older list {}{written}\n", code(legacy))
}

fn source(table: &Open, row: &OpenRow) -> String {
    match (table.is_places(), row.sources) {
        (true, 0 | 1) => "- from a public list of LinkedIn's location IDs\n".to_owned(),
        (true, several) => format!("- from {several} public lists of LinkedIn's location IDs, which agree\n"),
        (false, _) => "- from LinkedIn's list of industries\n".to_owned(),
    }
}

fn contested(table: &Open, row: &OpenRow, project: &Project) -> String {
    let chosen = IndustryLabels::CHOICES.iter().find(|(_, choice, _)| *choice == project.industry_labels);
    let choice = match chosen {
        Some((name, ..)) => format!("`industry_labels = \"{name}\"` in `personac.toml` has chosen a reading"),
        None => "`industry_labels` in `personac.toml` chooses a reading".to_owned(),
    };
    let id = row.id;
    let said = match (row.reference_label, table.by_reference_label(row.label).filter(|other| *other != id)) {
        (Some(label), Some(other)) => {
            format!("the API's reference calls {id} {label}, and means {other} by this label")
        }
        (Some(label), None) => format!("the API's reference calls {id} {label}"),
        (None, Some(other)) => format!("the API's reference means {other} by this label"),
        (None, None) => return String::new(),
    };
    format!("- contested: {said}; {choice}\n")
}

/// Organizations, lists, profiles and texts.
fn numbered(taken: &Taken, field: &Field, value: u32, project: &Project) -> String {
    let id = taken.atoms.wire(taken.field, value);
    let (what, key) = match field.values {
        Values::Company => ("LinkedIn's number of an organization", "company"),
        Values::ListId => ("LinkedIn's ID of a list", field.name),
        Values::Profile => return format!("{} · the address of a profile\n\n", code(&id)),
        _ => return format!("{} · a text, which is sent as it is\n\n", code(&id)),
    };
    match project.labels.name_of(taken.field, &id) {
        Some(name) => format!("**{}** · {what}: {}\n\n", on_one_line(name), code(&id)),
        None => {
            format!("{} · {what}\n\n- without a name: `[labels.{key}]` in `personac.toml` gives it one\n", code(&id))
        }
    }
}

fn also<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(code).collect();
    if names.is_empty() { String::new() } else { format!("- also {}\n", names.join(", ")) }
}

/// Text as code in Markdown.
pub fn code(text: &str) -> String {
    let text = on_one_line(text);
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}
