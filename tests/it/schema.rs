//! `personac schema`: nothing that personac knows is missing. `.ci/clients` judges documents with a real validator.

use std::collections::BTreeSet;

use personac::fields::{FIELDS, Field};
use personac::lint::RULES;
use personac::project::{KEYS, LabelBook};
use personac::settings::{SETTINGS, SettingRow};
use serde_json::Value;

use crate::tool::Room;

fn printed(of: &str) -> Value {
    let ran = Room::empty().run(&["schema", of]);
    assert_eq!(ran.exits(0).err, "");
    assert!(ran.out.ends_with("}\n"));
    let schema: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema.get("$id"), None);
    schema
}

fn names(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().expect("properties").keys().map(String::as_str).collect()
}

#[test]
fn the_body_has_the_keys_of_every_field_and_setting() {
    let schema = printed("body");
    let fields = FIELDS.iter().flat_map(|field| std::iter::once(field.include).chain(field.exclude));
    let known: BTreeSet<&str> = fields.chain(SETTINGS.iter().filter_map(|row| row.key)).collect();
    assert_eq!(names(&schema), known);
    for field in FIELDS {
        let title = &schema["properties"][field.include]["title"];
        assert_eq!(title, field.name);
        assert!(field.doc.starts_with("Leads "), "the sentence can be turned to whom the filter leaves out");
    }
}

#[test]
fn every_label_of_a_vocabulary_stands_beside_its_id() {
    let schema = printed("body");
    for closed in FIELDS.iter().filter_map(Field::vocabulary) {
        let choices = schema["$defs"][closed.file]["oneOf"].as_array().expect("choices");
        for row in closed.rows() {
            let choice = choices.iter().find(|choice| choice["const"] == row.id).expect("a choice");
            assert!(choice["description"].as_str().is_some_and(|text| text.starts_with(row.label)), "{choice}");
        }
    }
}

#[test]
fn the_project_file_has_what_is_read() {
    let schema = printed("project");
    assert_eq!(names(&schema), KEYS.iter().copied().collect());
    assert_eq!(names(&schema["properties"]["labels"]), LabelBook::all_pages().into_iter().collect());
    assert_eq!(names(&schema["$defs"]["settings"]), SETTINGS.iter().flat_map(SettingRow::names).collect());
    let levels = names(&schema["$defs"]["levels"]);
    for rule in RULES.iter() {
        assert_eq!(levels.contains(rule.name), !rule.is_fixed(), "{}", rule.name);
        assert_eq!(levels.contains(rule.code), !rule.is_fixed(), "{}", rule.code);
    }
    let with_paths: BTreeSet<&str> = levels.into_iter().chain(["paths"]).collect();
    assert_eq!(names(&schema["properties"]["lint"]), with_paths);
}

#[test]
fn the_body_is_what_is_printed_where_nothing_is_said() {
    let room = Room::empty();
    assert_eq!(room.run(&["schema"]), room.run(&["schema", "body"]));
    assert_ne!(room.run(&["schema"]), room.run(&["schema", "project"]));
}
