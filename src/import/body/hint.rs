//! What is said of values that the API does not take, and what they may have been meant as.

use super::key;
use super::node::{Kind, Member, Node};
use crate::diagnostic::Diagnostic;
use crate::fields::{FieldId, Values};
use crate::resolve::{company_id, repaired_profile};
use crate::rule;
use crate::settings::SettingRow;
use crate::source::Location;
use crate::suggest;
use crate::tables::{Closed, ClosedLookup, Open, OpenLookup};
use crate::wording::or;

/// Choices that a message names.
const MOST: usize = 4;

/// The text as a message shows it.
pub fn shown(text: &str) -> String {
    format!("`{text}`")
}

/// What one value of a filter is, for a sentence.
pub fn noun(field: FieldId) -> &'static str {
    match field.row().values {
        Values::Text => "text",
        Values::Company => "the number of a company",
        Values::Signal(_) => "the one value it takes",
        _ => "an ID in quotes",
    }
}

/// How a list of the field is written.
pub fn like(field: FieldId) -> String {
    let value = match field.row().values {
        Values::Text => "CEO",
        Values::Company => "1441",
        Values::ListId => "12345678",
        Values::Signal(Some(only)) => only,
        Values::Label(closed) | Values::Quantity(closed, _) => closed.rows().first().map_or("", |row| row.id),
        Values::Listed(table) if table.is_places() => "105015875",
        _ => "43",
    };
    format!("write it like `\"{}\": [\"{value}\"]`", field.row().include)
}

/// A value of another type than `what`; lacks its help.
pub fn mistyped(node: &Node, path: &str, what: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::MISTYPED_IN_BODY, format!("`{path}` is {}, and the API takes {what}", node.noun()))
        .label(at, "the API refuses this")
}

/// Something else where a list must stand.
pub fn not_a_list(field: FieldId, node: &Node, path: &str, at: Location) -> Diagnostic {
    let help = match (&node.kind, field.row().values) {
        (Kind::Null, _) => "leave the key out".to_owned(),
        (Kind::Bool(true), Values::Signal(Some(only))) => format!("write `[\"{only}\"]`"),
        (Kind::Text(text), _) => format!("write `[{}]`", crate::wording::quoted(text)),
        (Kind::Number(digits), _) => format!("write `[\"{digits}\"]`"),
        _ => like(field),
    };
    mistyped(node, path, "a list", at).help(help)
}

/// Something else where a signal's truth must stand.
pub fn not_a_signal(node: &Node, path: &str, at: Location) -> Diagnostic {
    let help = match node.kind {
        Kind::Null => "leave the key out",
        _ => "write `true`, or leave the key out",
    };
    mistyped(node, path, "`true` or `false`", at).help(help)
}

/// Another text where a signal's list holds its one value.
pub fn not_the_one(text: &str, only: &str, path: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::UNKNOWN_ID_IN_BODY, format!("`{path}` is {}, and the API knows `{only}` alone", shown(text)))
        .label(at, "the API refuses this")
        .help(format!("write `\"{only}\"`"))
}

/// A text that is no ID of a closed vocabulary.
pub fn not_closed(closed: &'static Closed, text: &str, path: &str, at: Location) -> Diagnostic {
    let rows = closed.rows();
    let by_case = rows.iter().position(|row| row.id.eq_ignore_ascii_case(text));
    let (meant, is_sure): (Vec<usize>, bool) = match (by_case, closed.lookup(text)) {
        (Some(row), _) | (None, ClosedLookup::Found(row)) => (vec![row], true),
        (None, ClosedLookup::Ambiguous(rows)) => (rows, true),
        (None, ClosedLookup::Unknown) => (near(closed, text), false),
    };
    let choice = |row: &usize| rows.get(*row).map(|row| choice(row.id, row.label));
    let choices: Vec<String> = meant.iter().take(MOST).filter_map(choice).collect();
    let ids: Vec<String> = rows.iter().map(|row| format!("`\"{}\"`", row.id)).collect();
    let help = match (choices.is_empty(), ids.as_slice()) {
        (false, _) => write(&choices, is_sure),
        (true, [first, .., last]) if ids.len() > 10 => format!("the IDs go from {first} to {last}"),
        (true, ids) => format!("write {}", or(ids)),
    };
    unknown(path, text, closed.name, at, format!("not one of the {} {}", rows.len(), closed.plural), help)
}

/// What to write instead; a question if it is only spelt alike.
fn write(choices: &[String], is_sure: bool) -> String {
    if is_sure { format!("write {}", or(choices)) } else { format!("did you mean {}?", or(choices)) }
}

fn near(closed: &'static Closed, text: &str) -> Vec<usize> {
    closed.suggestions(text).iter().filter_map(|found| closed.by_id(&found.id)).collect()
}

/// A text that is no ID of a large table.
pub fn not_listed(table: &'static Open, text: &str, path: &str, at: Location) -> Diagnostic {
    let near = || table.suggestions(text).into_iter().filter_map(|found| found.id.parse().ok()).collect();
    let (meant, is_sure): (Vec<u32>, bool) = match table.lookup(text) {
        OpenLookup::Found(found) => (vec![found.id], true),
        OpenLookup::Ambiguous(ids) => (ids, true),
        OpenLookup::Unknown => (near(), false),
    };
    let choice = |id: &u32| choice(&id.to_string(), &table.unique_form(*id));
    let choices: Vec<String> = meant.iter().take(MOST).map(choice).collect();
    let help = match choices.is_empty() {
        true => format!("the API takes LinkedIn's IDs: `personac labels {} …` finds them", table.name),
        false => write(&choices, is_sure),
    };
    unknown(path, text, table.name, at, "not a number".to_owned(), help)
}

/// A text that is not the number of a company.
pub fn not_a_company(text: &str, path: &str, at: Location) -> Diagnostic {
    let help = match company_id(text.trim()) {
        Some(id) => format!("write `\"{id}\"`"),
        None => "the API takes LinkedIn's number: it is in the address of the company's \"See all employees\" link"
            .to_owned(),
    };
    unknown(path, text, "company", at, "not a number".to_owned(), help)
}

/// A text that is not the address of a profile.
pub fn not_a_profile(text: &str, path: &str, at: Location) -> Diagnostic {
    let help = repaired_profile(text).map_or_else(
        || "the API reads `https://www.linkedin.com/in/…` and `https://www.linkedin.com/sales/lead/…`".to_owned(),
        |address| format!("write `\"{address}\"`"),
    );
    Diagnostic::new(&rule::BAD_ADDRESS_IN_BODY, format!("`{path}` is not the address of a LinkedIn profile"))
        .label(at, "the API refuses this")
        .help(help)
}

/// A key that the API's reference does not have, and if that is wanted, what it may have been meant as.
pub fn unknown_key(member: &Member, path: &str, at: Location, suggests: bool) -> Diagnostic {
    let name = &member.key;
    let by_name = FieldId::find(name).map(|field| field.row().include);
    let by_name = by_name.or_else(|| SettingRow::find(name).and_then(|row| row.key));
    let near: Vec<&str> =
        by_name.map_or_else(|| if suggests { suggest::nearest(name, key::all()) } else { vec![] }, |key| vec![key]);
    let near: Vec<String> = near.iter().map(|key| format!("`{key}`")).collect();
    let kept = "as it is, it goes to `raw` and is sent unchecked";
    let help = if near.is_empty() { kept.to_owned() } else { format!("did you mean {}? {kept}", or(&near)) };
    Diagnostic::new(&rule::UNKNOWN_BODY_KEY, format!("the API's reference has no key `{path}`"))
        .label(at, "not a key that personac knows")
        .help(help)
}

fn choice(id: &str, label: &str) -> String {
    if id == label { format!("`\"{id}\"`") } else { format!("`\"{id}\"` for {label}") }
}

fn unknown(path: &str, text: &str, noun: &str, at: Location, label: String, help: String) -> Diagnostic {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    Diagnostic::new(
        &rule::UNKNOWN_ID_IN_BODY,
        format!("`{path}` is {}, which is not the ID of {article} {noun}", shown(text)),
    )
    .label(at, label)
    .help(help)
}
