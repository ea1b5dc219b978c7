//! Layers of settings: what is given nearer to the persona wins.

use std::sync::Arc;

use super::{Given, SETTINGS, SettingKind, SettingRow, check_entry};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::report::Report;
use crate::rule;
use crate::source::{COMMAND_LINE_ID, Location, PROJECT_FILE_ID, SourceFile, Span};
use crate::suggest;
use crate::syntax::ast::Item;
use crate::syntax::parse;
use crate::wording::{Choice, did_you_mean, listed, quoted};

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
    /// Settings that do not count, in whatever layer they are given.
    left_out: &'static [&'static str],
}

/// The settings of the command line.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The settings.
    pub layer: Layer,
    /// The text they stand in, one a line.
    pub source: Option<Arc<SourceFile>>,
}

impl Overrides {
    /// Read settings given as `key=value`. A value is read as data; what cannot be read so is taken as text, so
    /// that an address or a name needs no quotes.
    pub fn parse(given: &[String], report: &mut Report) -> Overrides {
        if given.is_empty() {
            return Overrides::default();
        }
        let lines: Vec<String> = given.iter().map(|one| setting_line(one)).collect();
        let source = Arc::new(SourceFile::new("--set", lines.join("\n")));
        let parsed = parse(&source, COMMAND_LINE_ID);
        parsed.diagnostics.into_iter().for_each(|finding| report.push(finding));
        let mut layer = Layer::default();
        for item in &parsed.file.items {
            let Item::Setting(setting) = item else { continue };
            let at = Location { file: COMMAND_LINE_ID, span: setting.key.span };
            let value = super::given(&setting.value, &source, COMMAND_LINE_ID);
            layer.set(source.slice(setting.key.span), at, value, report);
        }
        layer.entries().iter().for_each(|entry| check_entry(entry, report));
        Overrides { layer, source: Some(source) }
    }
}

/// `key=value` as a line of a persona file.
fn setting_line(given: &str) -> String {
    let (key, value) = given.split_once('=').unwrap_or((given, ""));
    let (key, value) = (key.trim(), value.trim());
    let as_data = format!("{key}: {value}");
    let parsed = parse(&SourceFile::new("--set", as_data.as_str()), COMMAND_LINE_ID);
    let is_text = SettingRow::find(key).is_some_and(|row| matches!(row.kind, SettingKind::Text | SettingKind::Webhook));
    let is_word = !value.starts_with('"') && !value.starts_with("env");
    if parsed.has_errors() || (is_text && is_word) { format!("{key}: {}", quoted(value)) } else { as_data }
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

    /// Let settings with these canonical names not count: they are checked, but the environment is not asked for them,
    /// and none is missed.
    pub fn leave_out(&mut self, names: &'static [&'static str]) {
        self.left_out = names;
    }

    /// Whether the setting with this canonical name does not count.
    pub fn leaves_out(&self, name: &str) -> bool {
        self.left_out.contains(&name)
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
        if location.file == COMMAND_LINE_ID || location.file == PROJECT_FILE_ID {
            return diagnostic
                .label(location, "this is a filter, and filters stand in personas")
                .help(format!("write a clause into the persona, such as `{}`", field.row().example));
        }
        let colon = Span { start: location.span.end, end: value.span.start };
        return diagnostic
            .label(location, "this is a filter, and a filter has no colon")
            .help(format!("write a clause, such as `{}`", field.row().example))
            .unsafe_fix("make it a clause", vec![Edit::replace(colon, " = ")]);
    }
    let diagnostic = diagnostic.label(location, "not a setting");
    let names = || SETTINGS.iter().flat_map(SettingRow::names);
    let choices: Vec<Choice> = suggest::nearest(key, names()).into_iter().map(Choice::name).collect();
    if choices.is_empty() {
        return diagnostic.help(format!("the settings are {}", listed(SETTINGS.iter().map(|row| row.name))));
    }
    did_you_mean(diagnostic, location, &choices, suggest::certain(key, names()).is_some(), "")
}
