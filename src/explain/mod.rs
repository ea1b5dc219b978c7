//! The manual: what every code, filter and setting is. Pages are Markdown, made of the rows that the compiler reads;
//! [`Terminal`] lays them out for people. `personac explain` shows them, `docs/` holds them all.

mod compiled;
mod field;
mod index;
mod reference;
mod rule;
mod setting;
mod terminal;

pub use field::not;
pub use index::index;
pub use reference::{fields_reference, rules_reference};
pub use rule::{Fixable, fixable, level_name};
pub use terminal::Terminal;

use crate::fields::{FIELDS, Field, FieldId};
use crate::lint::{RULES, find_rule};
use crate::rule::Rule;
use crate::settings::{SETTINGS, SettingRow};
use crate::suggest;

/// What has a page.
#[derive(Debug, Clone, Copy)]
pub enum Topic {
    /// A kind of finding.
    Rule(&'static Rule),
    /// A filter.
    Field(FieldId),
    /// A setting.
    Setting(&'static SettingRow),
}

impl Topic {
    /// The topic of this name: a code, the name of a rule, a filter or a setting, or another name of one.
    pub fn find(name: &str) -> Option<Topic> {
        let rule = || find_rule(&name.to_ascii_lowercase()).or_else(|| find_rule(name)).map(Topic::Rule);
        let field = || FieldId::find(name).map(Topic::Field);
        rule().or_else(field).or_else(|| SettingRow::find(name).map(Topic::Setting))
    }

    /// Its page, with a heading.
    pub fn page(self) -> String {
        match self {
            Topic::Rule(rule) => rule::page(rule),
            Topic::Field(field) => field::page(field),
            Topic::Setting(row) => setting::page(row),
        }
    }
}

/// The topics whose names are near `name`, best first.
pub fn nearest(name: &str) -> Vec<&'static str> {
    let rules = RULES.iter().flat_map(|rule| [rule.code, rule.name].into_iter().chain(rule.aliases.iter().copied()));
    let others = FIELDS.iter().flat_map(Field::names).chain(SETTINGS.iter().flat_map(SettingRow::names));
    suggest::nearest(name, rules.chain(others))
}

/// A block of code.
fn fence(language: &str, text: &str) -> String {
    format!("```{language}\n{}\n```\n", text.trim_end())
}

/// The page with its headings so many levels lower, as a part of a larger page.
fn lowered(page: &str, levels: usize) -> String {
    let mut in_code = false;
    let line = |line: &str| {
        in_code ^= line.starts_with("```");
        let lower = if line.starts_with('#') && !in_code { "#".repeat(levels) } else { String::new() };
        format!("{lower}{line}\n")
    };
    page.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_one_thing() {
        let rules = RULES.iter().flat_map(|rule| [rule.code, rule.name]);
        let names =
            rules.chain(FIELDS.iter().flat_map(Field::names)).chain(SETTINGS.iter().flat_map(SettingRow::names));
        let mut names: Vec<String> = names.map(str::to_ascii_lowercase).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn headings_are_lowered_but_not_comments() {
        assert_eq!(lowered("# A\n\n```\n# b\n```\n", 2), "### A\n\n```\n# b\n```\n");
    }
}
