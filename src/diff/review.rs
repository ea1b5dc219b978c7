//! Everything that a run of `personac diff` found.

use super::persona::{Change, Outline};
use super::verdict::Verdict;
use crate::algebra::Relation;

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Two files.
    Pair,
    /// All personas of a project.
    Project,
}

/// A comparison, to be shown.
#[derive(Debug, Clone)]
pub struct Review {
    /// What was compared.
    pub scope: Scope,
    /// What came before: a file, or a revision.
    pub before: String,
    /// What it was compared with.
    pub after: String,
    /// The personas: of a pair of files all of them, of a project those that differ or moved.
    pub personas: Vec<Reviewed>,
    /// How many personas are the same beside those.
    pub unchanged: usize,
}

/// A persona of a review.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// Its file.
    pub file: String,
    /// Where its file was, if it moved.
    pub was: Option<String>,
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// What became of it.
    pub change: Change,
    /// Whether its own file is as it was, so that what it uses made the difference.
    pub untouched: bool,
}

impl Review {
    /// Whether anything differs: an audience, a setting, which personas there are.
    pub fn is_difference(&self) -> bool {
        self.personas.iter().any(|one| one.change.is_difference())
    }

    /// How many personas of each kind differ: `1 wider, 2 added`; the same words in the same order always.
    pub(super) fn sum(&self) -> String {
        let words: Vec<&str> = self.personas.iter().map(Reviewed::word).collect();
        let count = |word: &&str| words.iter().filter(|own| own == &word).count();
        let kinds = WORDS.iter().filter(|word| count(word) > 0);
        kinds.map(|word| format!("{} {word}", count(word))).collect::<Vec<_>>().join(", ")
    }
}

const WORDS: &[&str] = &[
    "with errors",
    "wider",
    "narrower",
    "overlapping",
    "disjoint",
    "that cannot be compared",
    "with other settings",
    "added",
    "removed",
    "moved",
    "same",
];

impl Reviewed {
    /// A file that is gone, and whose personas did not compile.
    pub fn removed(file: String) -> Reviewed {
        let change = Change::Removed(Outline { requests: vec![] });
        Reviewed { file, was: None, key: None, change, untouched: false }
    }

    /// What became of it, as the sum counts it.
    pub(super) fn word(&self) -> &'static str {
        match &self.change {
            Change::Errors(..) => "with errors",
            Change::Added(_) => "added",
            Change::Removed(_) => "removed",
            Change::Both(both) => match both.verdict {
                Verdict::Unknown(_) => "that cannot be compared",
                Verdict::Proved(Relation::Same) if !both.settings.is_empty() => "with other settings",
                Verdict::Proved(Relation::Same) if self.was.is_some() => "moved",
                proved => proved.word(),
            },
        }
    }

    /// What became of it, in short.
    pub(super) fn title(&self) -> String {
        match &self.change {
            Change::Errors(..) => "has errors".to_owned(),
            Change::Added(_) => "added".to_owned(),
            Change::Removed(_) => "removed".to_owned(),
            Change::Both(both) => {
                let settings = both.finds_the_same() && !both.settings.is_empty();
                let moved = if self.was.is_some() { "moved, " } else { "" };
                format!("{moved}{}{}", both.verdict.title(), if settings { ", other settings" } else { "" })
            }
        }
    }

    /// What that means, in a sentence.
    pub(super) fn meaning(&self) -> Option<&'static str> {
        match &self.change {
            Change::Errors(true, true) => Some("it does not compile, and did not before"),
            Change::Errors(true, false) => Some("it did not compile before"),
            Change::Errors(..) => Some("it does not compile"),
            Change::Removed(outline) if outline.requests.is_empty() => Some("it did not compile before"),
            Change::Added(_) | Change::Removed(_) => None,
            Change::Both(both) => both.verdict.meaning(),
        }
    }
}
