//! The schema of the request body.

use super::keywords::Schema;
use super::values::{WEBHOOK, definitions, of_field, that_filters};
use crate::fields::{FIELDS, Field, Values};
use crate::settings::{SETTINGS, SettingKind, SettingRow};

/// Why unknown keys pass, and how to refuse them. `additionalProperties` cannot do it: nobody could open it again.
const OPEN: &str = "Keys that are not listed pass, because `raw` sends keys that personac does not know. \
                    { \"$ref\": \"body.json\", \"unevaluatedProperties\": false } refuses them.";

/// The schema of the body that the lead-search API takes.
pub fn body() -> Schema {
    Schema::document("Body of a lead search")
        .text("description", "What is sent to `POST /leads/advanced_search`.")
        .text("$comment", OPEN)
        .text("type", "object")
        .members("properties", properties())
        .texts("required", SETTINGS.iter().filter(|row| row.kind == SettingKind::Webhook).filter_map(|row| row.key))
        .schemas("anyOf", FIELDS.iter().flat_map(asks).collect())
        .schema("if", searches_own_database())
        .schema("then", Schema::default().members("properties", FIELDS.iter().filter_map(live_only).collect()))
        .members("$defs", definitions())
}

fn properties() -> Vec<(String, Schema)> {
    let settings = SETTINGS.iter().filter_map(|row| Some((row.key?.to_owned(), option(row))));
    settings.chain(FIELDS.iter().flat_map(filter)).collect()
}

fn option(row: &SettingRow) -> Schema {
    let described = Schema::default().text("title", row.name).text("description", row.doc);
    match row.kind {
        SettingKind::Text | SettingKind::Split => described.text("type", "string"),
        SettingKind::Webhook => described.text("type", "string").text("pattern", WEBHOOK),
        SettingKind::Whole => described.text("type", "integer").number("minimum", 1),
        SettingKind::Boolean => described.text("type", "boolean"),
        SettingKind::Object => described.text("type", "object"),
    }
}

/// The keys of a field, under the clauses that fill them.
fn filter(field: &Field) -> Vec<(String, Schema)> {
    let titled = |title: String, doc: String| {
        Schema::default().text("title", title).text("description", doc + &where_to_find(field)).and(of_field(field))
    };
    let include = (field.include.to_owned(), titled(field.name.to_owned(), field.doc.to_owned()));
    let exclude = field.exclude.map(|key| (key.to_owned(), titled(format!("not {}", field.name), left_out(field.doc))));
    std::iter::once(include).chain(exclude).collect()
}

/// The sentence of a field, turned to whom it leaves out.
fn left_out(doc: &str) -> String {
    doc.strip_prefix("Leads ").map_or_else(|| format!("Leaves out: {doc}"), |whom| format!("Leaves out leads {whom}"))
}

fn where_to_find(field: &Field) -> String {
    match field.values {
        Values::Listed(_) => format!(" IDs of LinkedIn's: `personac labels {} QUERY` finds them.", field.name),
        _ => String::new(),
    }
}

/// What it takes for this field to be one of the filters of which the API wants at least one.
fn asks(field: &Field) -> Vec<Schema> {
    let branch = |key: &str| {
        let filters = vec![(key.to_owned(), that_filters(field))];
        Schema::default().texts("required", [key.to_owned()]).members("properties", filters)
    };
    std::iter::once(field.include).chain(field.exclude).map(branch).collect()
}

/// The search that cannot ask LinkedIn.
fn searches_own_database() -> Schema {
    Schema::default().members("properties", vec![("live".to_owned(), always(false))]).texts("required", ["live"])
}

/// A filter that the API then refuses.
fn live_only(field: &Field) -> Option<(String, Schema)> {
    field.live_only.then(|| (field.include.to_owned(), Schema::default().schema("not", that_filters(field))))
}

fn always(value: bool) -> Schema {
    Schema::default().flag("const", value)
}
