//! The list of all codes.

use super::rule::level_name;
use crate::lint::RULES;
use crate::rule::Rule;

/// What the codes of a range are about, by their first letters.
const RANGES: &[(&str, &str, &str)] = &[
    ("P1", "Syntax", "text that cannot be read as a persona"),
    ("P2", "Names", "names that mean nothing, or several things"),
    ("P3", "Values", "values that their filter does not take"),
    ("P4", "Logic", "filters that cannot be said in one request, or find nobody"),
    ("P5", "Request", "what a request needs beside its filters"),
    ("P6", "Lints", "personas that compile, and may still surprise"),
    ("P7", "Imports", "what personas are written from"),
    ("P9", "API", "what the API answers, and what submitting would do"),
];

/// Rules whose codes begin alike.
pub struct Range {
    /// Such as `P1xx Syntax`.
    pub title: String,
    /// What they are about.
    pub about: &'static str,
    /// The rules.
    pub rules: Vec<&'static Rule>,
}

/// Every range that has rules.
pub fn ranges() -> Vec<Range> {
    let mut ranges: Vec<Range> = vec![];
    let start = |rule: &Rule| rule.code.get(..2).unwrap_or_default();
    for rules in RULES.chunk_by(|one, other| start(one) == start(other)) {
        let Some(first) = rules.first().map(|rule| start(rule)) else { continue };
        let known = RANGES.iter().find(|(range, ..)| *range == first);
        let (name, about) = known.map_or(("", ""), |(_, name, about)| (*name, *about));
        let title = format!("{first}xx {name}").trim_end().to_owned();
        ranges.push(Range { title, about, rules: rules.to_vec() });
    }
    ranges
}

/// Every code with its summary, as Markdown.
pub fn index() -> String {
    let line = |rule: &&Rule| format!("- `{} {}` ({}): {}\n", rule.code, rule.name, level_name(rule), rule.summary());
    let range = |range: Range| {
        let lines: String = range.rules.iter().map(line).collect();
        format!("## {}: {}\n\n{lines}\n", range.title, range.about)
    };
    let list: String = ranges().into_iter().map(range).collect();
    format!("# All findings\n\n{list}`personac explain CODE` explains one; it takes names, filters and settings too.\n")
}
