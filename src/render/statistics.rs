//! How many findings there are of each rule.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::human::trouble;
use super::{Format, Trouble, json_document};
use crate::diagnostic::{Diagnostic, Safety};
use crate::source::Sources;

/// The rules with their findings, those with the most first.
#[derive(Debug, Default)]
pub struct Statistics {
    /// Whether they are an array of objects; otherwise they are a table.
    json: bool,
    rules: BTreeMap<&'static str, Count>,
}

/// The findings of a rule.
#[derive(Debug, Clone, Copy, Serialize)]
struct Count {
    code: &'static str,
    name: &'static str,
    count: usize,
    /// How many of them have a fix that may be applied unasked.
    fixable: usize,
}

impl Statistics {
    /// No findings yet, as JSON or as a table.
    pub fn new(json: bool) -> Self {
        Statistics { json, ..Statistics::default() }
    }

    fn add(&mut self, diagnostic: &Diagnostic) {
        let (code, name) = (diagnostic.rule.code, diagnostic.rule.name);
        let count = self.rules.entry(code).or_insert(Count { code, name, count: 0, fixable: 0 });
        count.count += 1;
        count.fixable += usize::from(is_fixable(diagnostic));
    }

    fn sorted(&self) -> Vec<Count> {
        let mut counts: Vec<Count> = self.rules.values().copied().collect();
        counts.sort_by_key(|count| (Reverse(count.count), count.code));
        counts
    }
}

/// Whether a finding has a fix that may be applied unasked.
pub fn is_fixable(diagnostic: &Diagnostic) -> bool {
    diagnostic.fixes.iter().any(|fix| fix.safety == Safety::Safe)
}

impl Format for Statistics {
    fn finding(&mut self, diagnostic: &Diagnostic, _sources: &Sources) -> String {
        self.add(diagnostic);
        String::new()
    }

    fn trouble(&mut self, said: &Trouble) -> String {
        trouble(said)
    }

    fn finish(&mut self) -> String {
        match self.json {
            true => json_document(&self.sorted()),
            false => table(&self.sorted()),
        }
    }
}

/// `[*]` marks rules of which at least one finding can be fixed.
fn table(counts: &[Count]) -> String {
    let width = counts.first().map_or(0, |count| count.count.to_string().len());
    let mark = |count: &Count| if count.fixable > 0 { "[*]" } else { "   " };
    let line = |count: &Count| format!("{:>width$}  {}  {} {}\n", count.count, count.code, mark(count), count.name);
    counts.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Edit;
    use crate::rule::{NO_WEBHOOK, UNKNOWN_FIELD, UNKNOWN_LABEL};

    fn counted(json: bool) -> String {
        let mut statistics = Statistics::new(json);
        let fixed = Diagnostic::new(&UNKNOWN_LABEL, "").safe_fix("", vec![Edit::insert(0, "x")]);
        let others = [&NO_WEBHOOK, &UNKNOWN_FIELD, &UNKNOWN_LABEL].map(|rule| Diagnostic::new(rule, ""));
        let all = std::iter::repeat_n(&others[0], 10).chain(&others[1..]).chain([&fixed]);
        all.for_each(|finding| assert_eq!(statistics.finding(finding, &Sources::default()), ""));
        statistics.finish()
    }

    #[test]
    fn the_most_frequent_come_first() {
        insta::assert_snapshot!(counted(false), @r"
        10  P504      no-webhook
         2  P203  [*] unknown-label
         1  P201      unknown-field
        ");
    }

    #[test]
    fn json_has_the_same_order() {
        let rows: Vec<serde_json::Value> = serde_json::from_str(&counted(true)).expect("JSON");
        let row = serde_json::json!({"code": "P203", "name": "unknown-label", "count": 2, "fixable": 1});
        assert_eq!((rows.len(), &rows[1]), (3, &row));
        assert_eq!(Statistics::new(true).finish(), "[]\n");
        assert_eq!(Statistics::new(false).finish(), "");
    }
}
