//! What was written and what it was taken for: the facts about single values that the lints judge.

use crate::diagnostic::{Diagnostic, Label};
use crate::fields::FieldId;
use crate::source::{Location, Span};
use crate::syntax::ast::ValueKind;
use crate::tables::Match;

/// A value that was written and resolved.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The field.
    pub field: FieldId,
    /// Where it stands.
    pub place: Place,
    /// How it was written.
    pub kind: ValueKind,
    /// What it was resolved to; `None` if the label book has several values for it.
    pub value: Option<u32>,
    /// How a large table matched it; none for raw IDs, and for labels that the project reads in its own way.
    pub found: Option<Match>,
}

/// A value that a condition names twice.
#[derive(Debug, Clone, Copy)]
pub struct Repeat {
    /// The field.
    pub field: FieldId,
    /// The value.
    pub value: u32,
    /// Where it stands again.
    pub place: Place,
    /// Where it stands first.
    pub first: Location,
    /// What can be deleted without loss, if all of the element was there before.
    pub superfluous: Option<Span>,
}

/// Where a value stands, and the reference through which it came from another file.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Where it stands.
    pub at: Location,
    /// The outermost reference through which it is used, and the field that it is used for.
    pub via: Option<(Location, FieldId)>,
}

impl Place {
    /// Add the label for this place as the primary one. A value of another file is shown at its use, and what
    /// would mend it there is left out.
    #[must_use]
    pub fn label(self, mut diagnostic: Diagnostic, text: impl Into<String>) -> Diagnostic {
        diagnostic.labels.insert(0, Label { location: self.at, text: text.into() });
        if let Some((via, field)) = self.elsewhere() {
            let text = format!("used for `{}` here", field.row().name);
            diagnostic.labels.insert(0, Label { location: via, text });
            diagnostic.fixes.clear();
        }
        diagnostic
    }

    fn elsewhere(self) -> Option<(Location, FieldId)> {
        self.via.filter(|(via, _)| via.file != self.at.file)
    }
}
