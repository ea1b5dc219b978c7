//! The schema of the project file, `personac.toml`: what `project` reads, and nothing else.
//!
//! Names that would be given twice in different spellings, patterns of paths that are none, and numbers like `5.0` are
//! beyond a schema: personac alone refuses those.

use super::keywords::{Schema, in_any_case};
use super::values::{DIGITS, WEBHOOK};
use crate::lint::RULES;
use crate::project::{IndustryLabels, LabelBook};
use crate::rule::{Level, Rule};
use crate::settings::{SETTINGS, SettingKind, SettingRow};

/// The schema of `personac.toml`.
pub fn project() -> Schema {
    let levels = levels();
    let pages = LabelBook::all_pages().into_iter().map(page).collect();
    let lint = levels.iter().map(|(name, _)| (name.clone(), Schema::at(&format!("$defs/levels/properties/{name}"))));
    let properties = [
        ("defaults", settings_of("Settings of every persona; its profile and the persona itself win over them.")),
        (
            "profile",
            about("Settings for `--profile NAME`, under that name.", Schema::named(Schema::at("$defs/settings"))),
        ),
        ("labels", about("The label book: names of your own for IDs, by vocabulary.", Schema::closed(pages))),
        ("industry_labels", industry_labels()),
        (
            "lint",
            about(
                "What is done with findings, by the name or the code of their rule.",
                of_rules(lint.chain([paths()])),
            ),
        ),
    ];
    Schema::document("Project file of personac")
        .text("description", "What the personas below the directory of this file share.")
        .text("type", "object")
        .members("properties", properties.map(|(key, schema)| (key.to_owned(), schema)).into())
        .flag("additionalProperties", false)
        .members("$defs", definitions(levels))
}

fn definitions(levels: Vec<(String, Schema)>) -> Vec<(String, Schema)> {
    let definitions = [
        ("settings", settings()),
        ("env", variable()),
        ("ids", ids()),
        ("level", level()),
        ("levels", of_rules(levels)),
    ];
    definitions.map(|(name, schema)| (name.to_owned(), schema)).into()
}

fn about(description: &'static str, schema: Schema) -> Schema {
    Schema::default().text("description", description).and(schema)
}

fn settings_of(description: &'static str) -> Schema {
    about(description, Schema::at("$defs/settings"))
}

/// A layer of settings. Editors offer the names as they are spelt here; personac reads them in any case.
fn settings() -> Schema {
    let own = SETTINGS.iter().map(|row| (row.name.to_owned(), setting(row)));
    let place = |row: &SettingRow| Schema::at(&format!("$defs/settings/properties/{}", row.name));
    let aliases =
        SETTINGS.iter().flat_map(|row| row.aliases.iter().map(move |alias| ((*alias).to_owned(), place(row))));
    let other_cases = SETTINGS.iter().flat_map(|row| row.names().map(move |name| (other_case(name), place(row))));
    Schema::closed(own.chain(aliases).collect())
        .members("patternProperties", other_cases.collect())
        .schemas("allOf", SETTINGS.iter().filter_map(once).collect())
}

fn other_case(name: &str) -> String {
    format!("^(?!{name}$){}$", in_any_case(name))
}

/// Under one of its names only.
fn once(row: &SettingRow) -> Option<Schema> {
    let both = Schema::default().texts("required", row.names());
    (!row.aliases.is_empty()).then(|| Schema::default().schema("not", both))
}

fn setting(row: &SettingRow) -> Schema {
    let text = || Schema::of("string");
    let or_variable = |text: Schema| Schema::any(vec![text, Schema::at("$defs/env")]);
    let table = || Schema::of("object").schema("not", Schema::at("$defs/env"));
    let of_no_setting = || {
        let keys = SETTINGS.iter().filter_map(|row| row.key);
        Schema::default().schema("not", Schema::default().texts("enum", keys))
    };
    about(
        row.doc,
        match row.kind {
            SettingKind::Text => or_variable(text()),
            SettingKind::Webhook => or_variable(text().text("pattern", WEBHOOK)),
            SettingKind::Whole => Schema::of("integer").number("minimum", 1),
            SettingKind::Boolean => Schema::of("boolean"),
            SettingKind::Split => split(),
            // `raw`: what a setting fills is never for it.
            SettingKind::Object if row.key.is_none() => table().schema("propertyNames", of_no_setting()),
            SettingKind::Object => table(),
        },
    )
}

/// Editors offer the words as they are spelt here; personac reads them in any case.
fn split() -> Schema {
    let words = ["any", "disjoint"];
    let pattern = format!("^(?:{})$", words.map(in_any_case).join("|"));
    let never = Schema::default().flag("const", false);
    Schema::any(vec![never, Schema::default().texts("enum", words), Schema::of("string").text("pattern", pattern)])
}

fn variable() -> Schema {
    let name = vec![("env".to_owned(), Schema::of("string"))];
    about(
        "The value of an environment variable, read when a request is built.",
        Schema::closed(name).texts("required", ["env"]),
    )
}

fn page(name: &'static str) -> (String, Schema) {
    let noun = name.replace('_', " ");
    let schema = Schema::named(Schema::at("$defs/ids"));
    (name.to_owned(), schema.text("description", format!("Names for the IDs of one {noun} or of several.")))
}

fn ids() -> Schema {
    let one = || vec![Schema::of("integer").number("minimum", 0), Schema::of("string").text("pattern", DIGITS)];
    let several = Schema::of("array").schema("items", Schema::any(one())).number("minItems", 1);
    Schema::any(one().into_iter().chain([several]).collect())
}

fn industry_labels() -> Schema {
    let choices = IndustryLabels::CHOICES.map(|(name, _, meaning)| Schema::only(name, meaning));
    about("Whose reading of the contested industries counts.", Schema::default().schemas("oneOf", choices.into()))
}

fn level() -> Schema {
    Schema::default().schemas("oneOf", Level::CHOICES.map(|(name, _, meaning)| Schema::only(name, meaning)).into())
}

/// A level for each rule that can be changed: by its name, its older names, its code.
fn levels() -> Vec<(String, Schema)> {
    RULES.iter().filter(|rule| !rule.is_fixed()).flat_map(|rule| names(rule)).collect()
}

fn names(rule: &Rule) -> Vec<(String, Schema)> {
    let level = |title: String| Schema::at("$defs/level").text("title", title).text("description", rule.summary());
    let older = rule.aliases.iter().map(|alias| (*alias, level(rule.name.to_owned()).flag("deprecated", true)));
    let own = [(rule.name, level(rule.code.to_owned())), (rule.code, level(rule.name.to_owned()))];
    own.into_iter().chain(older).map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// A table of levels. Codes are read in lower case too.
fn of_rules(properties: impl IntoIterator<Item = (String, Schema)>) -> Schema {
    let codes: Vec<&str> =
        RULES.iter().filter(|rule| !rule.is_fixed()).filter_map(|rule| rule.code.strip_prefix('P')).collect();
    let small = vec![(format!("^p(?:{})$", codes.join("|")), Schema::at("$defs/level"))];
    Schema::closed(properties.into_iter().collect()).members("patternProperties", small)
}

fn paths() -> (String, Schema) {
    let paths = Schema::named(Schema::at("$defs/levels"));
    let doc =
        "Levels for the files that a pattern such as `experiments/**` names; it begins at the directory of this file.";
    ("paths".to_owned(), about(doc, paths))
}
