//! Reading `personac.toml`.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lint::lint_table;
use super::value::{given, location, members, table};
use super::{IndustryLabels, LabelBook, Project};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::settings::{Layer, check_entry};
use crate::source::{Location, PROJECT_FILE_ID, SourceFile, Span};
use crate::suggest;
use crate::user;
use crate::wording::{Choice, did_you_mean, listed};

/// What a project file may hold.
pub const KEYS: &[&str] = &["defaults", "profile", "labels", "industry_labels", "lint"];

/// Read a project file. Whatever is wrong is reported; the rest is in the project.
pub fn parse_project(source: Arc<SourceFile>, report: &mut Report) -> Project {
    let mut project = Project::default();
    match DeTable::parse(source.text()) {
        Err(error) => report.push(not_toml("the project file", &error, &source)),
        Ok(table) => {
            for (key, at, value) in members(table.get_ref()) {
                read_key(key, at, value, &mut project, report);
            }
        }
    }
    project.source = Some(source);
    project
}

/// Text that is not TOML; `file` says what it should be.
pub(crate) fn not_toml(file: &str, error: &toml::de::Error, source: &SourceFile) -> Diagnostic {
    let end = source.text().len();
    let range = error.span().unwrap_or(end..end);
    let at = Location { file: PROJECT_FILE_ID, span: Span::new(range.start, range.end) };
    let reason = error.message().split([',', '\n']).next().unwrap_or("it cannot be read").to_lowercase();
    Diagnostic::new(&rule::UNEXPECTED_TEXT, format!("{file} is not TOML: {reason}"))
        .label(at, "reading stops here")
        .help("mend this line; nothing of the file counts until it can be read")
}

fn read_key(key: &str, at: Location, value: &Spanned<DeValue>, project: &mut Project, report: &mut Report) {
    match key {
        "defaults" => project.defaults = layer(key, value, report),
        "profile" => {
            for (name, _, value) in table(key, value, report) {
                project.profiles.insert(name.to_owned(), layer(&format!("profile.{name}"), value, report));
            }
        }
        "labels" => {
            for (page, at, value) in table(key, value, report) {
                read_page(page, at, value, &mut project.labels, report);
            }
        }
        "lint" => project.lint = lint_table(value, report),
        "industry_labels" => project.industry_labels = industry_labels(value, report),
        _ if user::KEYS.contains(&key) => report.push(of_the_user(key, at)),
        _ => report.push(unknown_key(&format!("no key of a project file is called `{key}`"), key, at, KEYS)),
    }
}

fn layer(name: &str, value: &Spanned<DeValue>, report: &mut Report) -> Layer {
    let mut layer = Layer::default();
    for (key, at, value) in table(name, value, report) {
        layer.set(key, at, given(value), report);
    }
    layer.entries().iter().for_each(|entry| check_entry(entry, report));
    layer
}

fn industry_labels(value: &Spanned<DeValue>, report: &mut Report) -> IndustryLabels {
    if let Some(choice) = value.get_ref().as_str().and_then(IndustryLabels::named) {
        return choice;
    }
    let mistyped = Diagnostic::new(&rule::MISTYPED_SETTING, "`industry_labels` is \"linkedin\" or \"pronto\"")
        .label(location(value), "whose reading of the contested industries to use")
        .help("write `industry_labels = \"linkedin\"`");
    report.push(mistyped);
    IndustryLabels::Unchosen
}

fn read_page(page: &str, at: Location, value: &Spanned<DeValue>, book: &mut LabelBook, report: &mut Report) {
    let pages = LabelBook::all_pages();
    let Some(known) = pages.iter().find(|known| **known == page) else {
        report.push(unknown_key(&format!("the label book has no page for `{page}`"), page, at, &pages));
        return;
    };
    for (name, at, value) in table(&format!("labels.{page}"), value, report) {
        let Some(ids) = ids(value) else {
            report.push(not_an_id(name, value));
            continue;
        };
        if let Some(first) = book.write(known, name, ids) {
            let twice =
                Diagnostic::new(&rule::DUPLICATE_NAME, format!("`{name}` and `{}` are the same label", first.name))
                    .label(at, "labels match on their letters and digits alone")
                    .help("keep one of the two");
            report.push(twice);
        }
    }
}

/// One ID or several, as numbers or as digits in quotes.
fn ids(value: &Spanned<DeValue>) -> Option<Vec<String>> {
    let one = |value: &Spanned<DeValue>| match value.get_ref() {
        DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok().map(|id| id.to_string()),
        DeValue::String(text) if is_id(text) => Some(text.to_string()),
        _ => None,
    };
    match value.get_ref() {
        DeValue::Array(values) => values.iter().map(one).collect::<Option<Vec<_>>>().filter(|ids| !ids.is_empty()),
        _ => one(value).map(|id| vec![id]),
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn not_an_id(name: &str, value: &Spanned<DeValue>) -> Diagnostic {
    Diagnostic::new(&rule::WRONG_VALUE, format!("`{name}` must stand for an ID, or a list of IDs"))
        .label(location(value), format!("this is {}", given(value).noun()))
        .help(format!("write its number: `{} = …`", toml::Value::from(name)))
}

fn of_the_user(key: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::UNKNOWN_SETTING, format!("`{key}` is not for a project to say"))
        .label(at, "whoever clones the project would be bound by it")
        .help(format!(
            "write it into your own `{}`, in the directory `personac` of your configuration",
            user::USER_FILE
        ))
}

/// A key that is none of the known ones.
pub(crate) fn unknown_key(message: &str, key: &str, at: Location, known: &[&'static str]) -> Diagnostic {
    let diagnostic = Diagnostic::new(&rule::UNKNOWN_SETTING, message).label(at, "not known");
    let choices: Vec<Choice> = suggest::nearest(key, known.iter().copied()).into_iter().map(Choice::name).collect();
    match choices.is_empty() {
        true => diagnostic.help(format!("there are {}", listed(known.iter().copied()))),
        false => did_you_mean(diagnostic, at, &choices, false, ""),
    }
}
