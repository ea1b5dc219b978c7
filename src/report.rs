//! Where the stages put their findings.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Label};
use crate::source::{FileId, Location};

/// Findings of one check that are kept; a file with more is not read to the end by anybody.
pub const MAX_FINDINGS: usize = 1000;

/// Names of `let`s that unknown ones of one check are compared with, each as often as it is.
pub const MAX_COMPARED: usize = 1_000_000;

/// What makes two findings the same.
type Identity = (&'static str, Location, String);

/// Findings, each one once.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
    seen: HashSet<Identity>,
    errors: usize,
    dropped: usize,
    values: usize,
    compared: usize,
}

impl Report {
    /// Add a finding, unless the same one is there.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.is_error());
        if self.findings.len() >= MAX_FINDINGS {
            self.dropped += 1;
            self.make_room(diagnostic);
            return;
        }
        if self.seen.insert(identity(&diagnostic)) {
            self.findings.push(diagnostic);
        }
    }

    /// The first error must be seen: it takes the place of a warning.
    fn make_room(&mut self, diagnostic: Diagnostic) {
        if self.errors == 1 && diagnostic.is_error() {
            drop(self.findings.pop());
            self.findings.push(diagnostic);
        }
    }

    /// Errors so far; compare before and after to know whether something failed.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Count a value that a `let` stands for; how many there were in this check.
    pub fn count_value(&mut self) -> usize {
        self.values += 1;
        self.values
    }

    /// Count names that an unknown one is to be compared with; whether there are not too many of them by now.
    pub fn may_compare(&mut self, names: usize) -> bool {
        self.compared += names;
        self.compared <= MAX_COMPARED
    }

    /// How many findings there are, for [`Report::move_to`].
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether there is no finding.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Move the findings from number `from` on that are in another file to `place`, which caused them. Their
    /// fixes are dropped: they are edits of that other file.
    pub fn move_to(&mut self, from: usize, place: Location, text: &str) {
        for finding in self.findings.iter_mut().skip(from) {
            if finding.location().file != place.file {
                finding.labels.insert(0, Label { location: place, text: text.to_owned() });
                finding.fixes.clear();
            }
        }
    }

    /// The files that have errors.
    pub fn files_with_errors(&self) -> Vec<FileId> {
        self.findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.location().file).collect()
    }

    /// Whether there is room for another finding; looking for suggestions is not worth it otherwise.
    pub fn has_room(&self) -> bool {
        self.findings.len() < MAX_FINDINGS
    }

    /// Whether a finding is new and will be kept, so that it is worth a look at what was meant.
    pub fn wants(&self, diagnostic: &Diagnostic) -> bool {
        self.has_room() && !self.seen.contains(&identity(diagnostic))
    }

    /// The findings in the order of their places, and how many more there were.
    pub fn finish(mut self) -> (Vec<Diagnostic>, usize) {
        self.findings.sort_by_key(|finding| (finding.location(), finding.rule.code));
        (self.findings, self.dropped)
    }
}

fn identity(diagnostic: &Diagnostic) -> Identity {
    (diagnostic.rule.code, diagnostic.location(), diagnostic.message.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{NO_WEBHOOK, UNKNOWN_FIELD};
    use crate::source::{FileId, Span};

    #[test]
    fn an_error_is_kept_among_very_many_warnings() {
        let at = |at: u32| Location { file: FileId(0), span: Span::at(at) };
        let mut report = Report::default();
        for place in 0..2000 {
            report.push(Diagnostic::new(&NO_WEBHOOK, "w").label(at(place), ""));
        }
        report.push(Diagnostic::new(&UNKNOWN_FIELD, "e").label(at(2000), ""));
        let (findings, dropped) = report.finish();
        assert_eq!((findings.len(), dropped), (MAX_FINDINGS, 1001));
        assert_eq!(findings.iter().filter(|finding| finding.is_error()).count(), 1);
    }
}
