//! How many findings there were.

use super::Outcome;
use crate::diagnostic::Diagnostic;
use crate::render::{fixable, is_fixable, summary};
use crate::source::FileId;

/// The findings of a run, counted.
#[derive(Debug, Default)]
pub struct Tally {
    errors: usize,
    warnings: usize,
    fixable: usize,
}

impl Tally {
    /// Count a finding that is shown.
    pub fn add(&mut self, finding: &Diagnostic) {
        match finding.is_error() {
            true => self.errors += 1,
            false => self.warnings += 1,
        }
    }

    /// Count a finding of the persona itself, shown here or for a file that uses it: there it can be fixed.
    pub fn add_fixable(&mut self, finding: &Diagnostic) {
        let is_own = finding.location().file == FileId(0);
        self.fixable += usize::from(is_own && is_fixable(finding));
    }

    /// How a run with these findings ends.
    pub fn outcome(&self) -> Outcome {
        if self.errors > 0 { Outcome::Mistakes } else { Outcome::Fine }
    }

    /// How many there were and, if that is wanted, how many can be fixed, a line each; nothing if there were none.
    pub fn sum(&self, with_fixes: bool) -> String {
        let summary = summary(self.errors, self.warnings);
        match (summary.is_empty(), with_fixes && self.fixable > 0) {
            (true, _) => summary,
            (false, false) => format!("{summary}\n"),
            (false, true) => format!("{summary}\n{}\n", fixable(self.fixable)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Edit;
    use crate::rule::{NO_WEBHOOK, UNKNOWN_FIELD};
    use crate::source::{Location, Span};

    #[test]
    fn fixes_are_counted_where_they_can_be_made() {
        let at = |file| Location { file: FileId(file), span: Span::at(0) };
        let fixed =
            |file| Diagnostic::new(&UNKNOWN_FIELD, "").label(at(file), "").safe_fix("", vec![Edit::insert(0, "x")]);
        let unsure = Diagnostic::new(&NO_WEBHOOK, "").label(at(0), "").unsafe_fix("", vec![Edit::insert(0, "x")]);
        let mut tally = Tally::default();
        assert_eq!((tally.sum(true), tally.outcome()), (String::new(), Outcome::Fine));
        for finding in [fixed(0), fixed(1), unsure] {
            tally.add(&finding);
            tally.add_fixable(&finding);
        }
        assert_eq!(tally.sum(true), "2 errors and 1 warning\n1 can be fixed with `personac lint --fix`\n");
        assert_eq!((tally.sum(false).as_str(), tally.outcome()), ("2 errors and 1 warning\n", Outcome::Mistakes));
    }
}
