//! Layers of settings: what is given nearer to the persona wins.

use super::{Given, SETTINGS, SettingRow};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::report::Report;
use crate::rule;
use crate::source::Location;
use crate::suggest;

/// One setting as it was given.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The setting.
    pub row: &'static SettingRow,
    /// Where its key stands.
    pub key: Location,
    /// What it is set to.
    pub value: Given,
}

/// The settings of one scope, each at most once.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    entries: Vec<Entry>,
}

impl Layer {
    /// Set `key`; an unknown key and a second value are reported.
    pub fn set(&mut self, key: &str, location: Location, value: Given, report: &mut Report) {
        let Some(row) = SettingRow::find(key) else {
            report.push(unknown_setting(key, location, value.location));
            return;
        };
        match self.get(row.name) {
            Some(first) => report.push(duplicate(key, first.key, location)),
            None => self.entries.push(Entry { row, key: location, value }),
        }
    }

    /// The setting with this canonical name.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.row.name == name)
    }

    /// Every setting given here.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

fn duplicate(key: &str, first: Location, second: Location) -> Diagnostic {
    Diagnostic::new(&rule::DUPLICATE_SETTING, format!("`{key}` is set twice"))
        .label(second, "set again here")
        .label(first, "first set here")
        .help("keep one of the two")
}

/// The finding for a setting nobody knows. `value` is where its data stands, for the fix of a filter that is
/// written like a setting.
pub fn unknown_setting(key: &str, location: Location, value: Location) -> Diagnostic {
    let diagnostic = Diagnostic::new(&rule::UNKNOWN_SETTING, format!("no setting is called `{key}`"));
    if let Some(field) = FieldId::find(key) {
        let colon = crate::source::Span { start: location.span.end, end: value.span.start };
        return diagnostic
            .label(location, "this is a filter, and a filter has no colon")
            .help(format!("write a clause, such as `{}`", field.row().example))
            .unsafe_fix("make it a clause", vec![Edit::replace(colon, " = ")]);
    }
    let names: Vec<&str> = SETTINGS.iter().flat_map(SettingRow::names).collect();
    let nearest = suggest::nearest(key, names.iter().copied());
    let diagnostic = diagnostic.label(location, "not a setting");
    match nearest.first() {
        None => diagnostic.help(format!("the settings are {}", all_settings())),
        Some(best) => {
            let fix = format!("replace with `{best}`");
            let edits = vec![Edit::replace(location.span, *best)];
            let diagnostic = diagnostic.help(format!("did you mean {}?", suggest::either(&nearest)));
            if nearest.len() == 1 { diagnostic.safe_fix(fix, edits) } else { diagnostic.unsafe_fix(fix, edits) }
        }
    }
}

fn all_settings() -> String {
    let names: Vec<String> = SETTINGS.iter().map(|row| format!("`{}`", row.name)).collect();
    names.join(", ")
}
