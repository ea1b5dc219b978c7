//! What the keys of a body hold.

use super::keywords::Schema;
use crate::fields::{FIELDS, Field, Kind, Values};
use crate::tables::{Closed, ClosedRow, YEARS};

/// An absolute `https` address with a host, as personac and the API take it for a webhook.
pub const WEBHOOK: &str = concat!(
    r"^[hH][tT][tT][pP][sS]://(?:[^\s/?#]*@)?",
    r"(?:\[[0-9a-fA-F:.]+\]|[^\s/?#@:.\[\]-][^\s/?#@:.\[\]]*(?:\.[^\s/?#@:.\[\]-][^\s/?#@:.\[\]]*)*)",
    r"(?::[0-9]{1,5})?(?:[/?#]\S*)?$"
);

/// An ID of LinkedIn's, as text.
pub const DIGITS: &str = "^[0-9]+$";

/// The ID of a list: a number, or a UUID.
const LIST_ID: &str = "^(?:[0-9]+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})$";

/// The address of a profile, in the forms of the API reference: a handle, a URN, or a lead of Sales Navigator.
const PROFILE: &str = r"^https://www\.linkedin\.com/(?:in|sales/lead)/[^\s/?#]+/?$";

/// Buckets of years that the API takes, though LinkedIn has not said what they mean. Source: the API reference.
const RESERVED_YEARS: [&str; 3] = ["6", "7", "8"];

/// What the key of a field holds.
pub fn of_field(field: &Field) -> Schema {
    match (field.kind, field.values) {
        (_, Values::Signal(None)) => Schema::of("boolean"),
        (Kind::Single, _) => one(field),
        // The reference does not forbid an empty list: programs that fill lists leave some empty. It filters nothing.
        _ => Schema::of("array").schema("items", one(field)),
    }
}

/// What the key of a field must hold to filter anything.
pub fn that_filters(field: &Field) -> Schema {
    match (field.kind, field.values) {
        (_, Values::Signal(None)) => Schema::default().flag("const", true),
        (Kind::Single, _) => Schema::default(),
        _ => Schema::default().number("minItems", 1),
    }
}

fn one(field: &Field) -> Schema {
    match field.values {
        Values::Text => Schema::of("string").text("pattern", r"\S"),
        Values::Label(closed) | Values::Quantity(closed, _) => Schema::at(&format!("$defs/{}", closed.file)),
        Values::Listed(_) => Schema::of("string").text("pattern", DIGITS),
        Values::Company => Schema::at("$defs/organization"),
        Values::ListId => Schema::of("string").text("pattern", LIST_ID),
        Values::Profile => Schema::of("string").text("pattern", PROFILE),
        Values::Signal(value) => Schema::default().text("const", value.unwrap_or_default()),
    }
}

/// What several fields share: the vocabularies, and what an organization is.
pub fn definitions() -> Vec<(String, Schema)> {
    let mut definitions = vec![("organization".to_owned(), organization())];
    for closed in FIELDS.iter().filter_map(Field::vocabulary) {
        if !definitions.iter().any(|(name, _)| name == closed.file) {
            definitions.push((closed.file.to_owned(), vocabulary(closed)));
        }
    }
    definitions
}

/// An ID, or an object that holds one: the API takes both.
fn organization() -> Schema {
    let id = || vec![Schema::of("string").text("pattern", DIGITS), Schema::of("integer").number("minimum", 1)];
    let holds = Schema::of("object").members("properties", vec![("id".to_owned(), Schema::any(id()))]);
    let choices = id().into_iter().chain([holds.texts("required", ["id"])]).collect();
    let doc = "The number of an organization: the one in `urn:li:organization:1441`.";
    Schema::default().text("title", "organization").text("description", doc).and(Schema::any(choices))
}

/// The rows of a vocabulary. Each is a choice of its own, so that editors show what the ID under the cursor means.
fn vocabulary(closed: &'static Closed) -> Schema {
    let mut choices: Vec<Schema> = closed.rows().iter().map(row).collect();
    if std::ptr::eq(closed, &YEARS) {
        choices.extend(RESERVED_YEARS.map(|id| Schema::only(id, "Reserved by LinkedIn").flag("deprecated", true)));
    }
    choices.extend(with_dashes(closed));
    Schema::default().text("title", closed.name).schemas("oneOf", choices)
}

fn row(row: &'static ClosedRow) -> Schema {
    let meaning = row.note.map_or_else(|| row.label.to_owned(), |note| format!("{}: {note}", row.label));
    Schema::only(row.id, meaning)
}

/// Ranges as word processors write them. The API reads them, so it is no mistake; no editor offers a pattern.
fn with_dashes(closed: &'static Closed) -> Option<Schema> {
    let ranges: Vec<String> =
        closed.rows().iter().filter(|row| row.id.contains('-')).map(|row| row.id.replace('-', "–")).collect();
    let pattern = format!("^(?:{})$", ranges.join("|"));
    let choice =
        || Schema::of("string").text("pattern", pattern).text("description", "With an en dash, read as a hyphen");
    (!ranges.is_empty()).then(choice)
}
