//! Reading the `[lint]` table.

use globset::GlobBuilder;
use toml::Spanned;
use toml::de::DeValue;

use super::value::{location, table};
use crate::diagnostic::Diagnostic;
use crate::lint::{LintTable, PathLevels};
use crate::lint::{RULES, find_rule};
use crate::report::Report;
use crate::rule::{self, Level, Rule};
use crate::source::Location;
use crate::suggest::nearest;
use crate::wording::{Choice, did_you_mean};

/// The key of `[lint]` that is no rule.
const PATHS: &str = "paths";

/// Read the table; whatever is wrong is reported.
pub fn lint_table(value: &Spanned<DeValue>, report: &mut Report) -> LintTable {
    let mut lints = LintTable::default();
    for (key, at, value) in table("lint", value, report) {
        match key {
            PATHS => lints.paths = paths(value, report),
            _ => lints.everywhere.extend(entry(key, at, value, report)),
        }
    }
    lints
}

fn paths(value: &Spanned<DeValue>, report: &mut Report) -> Vec<PathLevels> {
    let mut all = vec![];
    for (pattern, at, value) in table("lint.paths", value, report) {
        let entries = table(&format!("lint.paths.\"{pattern}\""), value, report);
        let levels = entries.into_iter().filter_map(|(key, at, value)| entry(key, at, value, report)).collect();
        match GlobBuilder::new(pattern).literal_separator(true).build() {
            Ok(glob) => all.push(PathLevels { pattern: glob.compile_matcher(), levels }),
            Err(error) => report.push(not_a_pattern(pattern, &error, at)),
        }
    }
    all
}

fn entry(name: &str, at: Location, value: &Spanned<DeValue>, report: &mut Report) -> Option<(&'static Rule, Level)> {
    let level = value.get_ref().as_str().and_then(Level::named);
    if level.is_none() {
        report.push(not_a_level(name, location(value)));
    }
    let found = find_rule(name);
    match found {
        None => report.push(no_such_rule(name, at)),
        Some(rule) if rule.is_fixed() => report.push(fixed(rule, at)),
        Some(_) => {}
    }
    found.filter(|rule| !rule.is_fixed()).zip(level)
}

fn not_a_level(name: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::MISTYPED_SETTING, format!("the level of `{name}` is \"allow\", \"warn\" or \"deny\""))
        .label(at, "what to do with its findings")
        .help(format!("write `{name} = \"allow\"` to leave them out, `\"deny\"` to make errors of them"))
}

fn no_such_rule(name: &str, at: Location) -> Diagnostic {
    let names = RULES.iter().filter(|rule| !rule.is_fixed()).map(|rule| rule.name);
    let near = nearest(name, names);
    let choices: Vec<Choice> = near.into_iter().map(Choice::name).collect();
    let found =
        Diagnostic::new(&rule::UNKNOWN_SETTING, format!("no finding is called `{name}`")).label(at, "not known");
    match choices.is_empty() {
        true => found.help("write the name that findings show behind their code, such as `no-limit`, or `paths`"),
        false => did_you_mean(found, at, &choices, false, ""),
    }
}

fn fixed(rule: &Rule, at: Location) -> Diagnostic {
    let message = format!("`{}` is an error that stops a persona from compiling: its level cannot change", rule.name);
    Diagnostic::new(&rule::UNKNOWN_SETTING, message).label(at, "always an error").help("drop this line")
}

fn not_a_pattern(pattern: &str, error: &globset::Error, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::WRONG_VALUE, format!("`{pattern}` is not a pattern of paths: {}", error.kind()))
        .label(at, "names no file")
        .help("write it like `experiments/**`; it begins at the directory of this file")
}
