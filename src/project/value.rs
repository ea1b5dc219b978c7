//! TOML values as data of settings.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::settings::{Given, GivenKind};
use crate::source::{Location, PROJECT_FILE_ID, Span};

/// Where a TOML item stands.
pub fn location<T>(spanned: &Spanned<T>) -> Location {
    let range = spanned.span();
    Location { file: PROJECT_FILE_ID, span: Span::new(range.start, range.end) }
}

/// The members of a table in the order of the file: keys, where they stand, values.
pub fn members<'t>(table: &'t DeTable<'t>) -> Vec<(&'t str, Location, &'t Spanned<DeValue<'t>>)> {
    let mut members: Vec<_> = table.iter().map(|(key, value)| (key.get_ref().as_ref(), location(key), value)).collect();
    members.sort_by_key(|(_, location, _)| *location);
    members
}

/// A TOML value as data. `{ env = "NAME" }` is the value of an environment variable.
pub fn given(value: &Spanned<DeValue<'_>>) -> Given {
    let kind = match value.get_ref() {
        DeValue::String(text) => GivenKind::Text(text.to_string()),
        DeValue::Integer(number) => GivenKind::Number(whole(number.as_str(), number.radix())),
        DeValue::Float(number) => GivenKind::Number(number.as_str().to_owned()),
        DeValue::Boolean(value) => GivenKind::Bool(*value),
        DeValue::Datetime(time) => GivenKind::Text(time.to_string()),
        DeValue::Array(values) => GivenKind::Array(values.iter().map(given).collect()),
        DeValue::Table(table) => match variable(table) {
            Some(name) => GivenKind::Env(name),
            None => {
                let member =
                    |(key, at, value): (&str, Location, &Spanned<DeValue<'_>>)| (key.to_owned(), at, given(value));
                GivenKind::Object(members(table).into_iter().map(member).collect())
            }
        },
    };
    Given { location: location(value), kind }
}

fn whole(digits: &str, radix: u32) -> String {
    i64::from_str_radix(digits, radix).map_or_else(|_| digits.to_owned(), |number| number.to_string())
}

fn variable(table: &DeTable<'_>) -> Option<String> {
    let value = table.get("env").filter(|_| table.len() == 1)?;
    value.get_ref().as_str().map(str::to_owned)
}

/// The members of `value`, which must be a table.
pub fn table<'t>(
    name: &str,
    value: &'t Spanned<DeValue<'t>>,
    report: &mut Report,
) -> Vec<(&'t str, Location, &'t Spanned<DeValue<'t>>)> {
    if let Some(table) = value.get_ref().as_table() {
        return members(table);
    }
    let mistyped = Diagnostic::new(&rule::MISTYPED_SETTING, format!("`{name}` is a table"))
        .label(location(value), format!("this is {}", given(value).noun()))
        .help(format!("write a `[{name}]` section"));
    report.push(mistyped);
    vec![]
}
