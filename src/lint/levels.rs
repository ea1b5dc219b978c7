//! What is done with the findings of each rule.

use crate::diagnostic::Diagnostic;
use crate::lint::RULES;
use crate::rule::{Level, Rule, Severity};

/// The level of every rule.
#[derive(Debug, Clone)]
pub struct Levels {
    /// In the order of [`RULES`].
    levels: Vec<Level>,
}

impl Default for Levels {
    /// What the rules are declared with.
    fn default() -> Self {
        Levels { levels: RULES.iter().map(|rule| rule.level).collect() }
    }
}

impl Levels {
    /// The level of `rule`.
    pub fn of(&self, rule: &Rule) -> Level {
        place(rule).and_then(|index| self.levels.get(index)).copied().unwrap_or(rule.level)
    }

    /// Change the level of `rule`, unless it is fixed.
    pub fn set(&mut self, rule: &Rule, level: Level) {
        let place = place(rule).filter(|_| !rule.is_fixed());
        if let Some(own) = place.and_then(|index| self.levels.get_mut(index)) {
            *own = level;
        }
    }

    /// Change the levels of all rules that can be changed.
    pub fn change(&mut self, change: impl Fn(&Rule, Level) -> Level) {
        for (rule, level) in RULES.iter().zip(&mut self.levels) {
            if !rule.is_fixed() {
                *level = change(rule, *level);
            }
        }
    }

    /// Leave out what is allowed, and make errors of what is denied.
    pub fn apply(&self, findings: &mut Vec<Diagnostic>) {
        findings.retain_mut(|finding| {
            if finding.rule.is_fixed() {
                return true;
            }
            let level = self.of(finding.rule);
            finding.severity = if level == Level::Deny { Severity::Error } else { Severity::Warning };
            level != Level::Allow
        });
    }
}

fn place(rule: &Rule) -> Option<usize> {
    RULES.binary_search_by_key(&rule.code, |own| own.code).ok()
}
