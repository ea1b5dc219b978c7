//! The one diagnostic value that every stage makes and every renderer reads.

use crate::rule::{Rule, Severity};
use crate::source::{Location, Span};

/// A finding about a persona: what is wrong, where, and what to do.
///
/// Style: one sentence, lower case, present tense, no full stop, user text in backticks. The label says
/// what its place *is*; the help says what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What kind of finding this is.
    pub rule: &'static Rule,
    /// How bad it is; starts as the rule's own.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The places concerned; the first is the primary one. Never empty once reported.
    pub labels: Vec<Label>,
    /// What to do about it, as text that can be pasted.
    pub help: Option<String>,
    /// Edits of the primary label's file, each of which removes the finding.
    pub fixes: Vec<Fix>,
}

/// A place and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where.
    pub location: Location,
    /// What this place is; may be empty.
    pub text: String,
}

/// One way to mend a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What the fix does, such as "replace with `seniority`".
    pub title: String,
    /// Whether it may be applied unasked.
    pub safety: Safety,
    /// The edits, all in the file of the primary label; they do not overlap.
    pub edits: Vec<Edit>,
}

/// Whether a fix may be applied without a person looking at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// It surely says what the author meant, and the audience is the one the author wrote.
    Safe,
    /// It may change who is found: a person decides.
    Unsafe,
}

/// Replace the bytes of `span` with `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; empty to insert.
    pub span: Span,
    /// The new text; empty to delete.
    pub text: String,
}

impl Edit {
    /// Replace `span` with `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Edit { span, text: text.into() }
    }

    /// Insert `text` before byte `at`.
    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Edit { span: Span::at(at), text: text.into() }
    }

    /// Delete `span`.
    pub fn delete(span: Span) -> Self {
        Edit { span, text: String::new() }
    }
}

impl Diagnostic {
    /// A finding of `rule` that says `message`; add at least one label.
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        let message = message.into();
        Diagnostic { rule, severity: rule.severity(), message, labels: vec![], help: None, fixes: vec![] }
    }

    /// Add a place; the first one added is the primary one.
    #[must_use]
    pub fn label(mut self, location: Location, text: impl Into<String>) -> Self {
        self.labels.push(Label { location, text: text.into() });
        self
    }

    /// Say what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offer a fix that surely says what the author meant.
    #[must_use]
    pub fn safe_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix(Fix { title: title.into(), safety: Safety::Safe, edits })
    }

    /// Offer a fix that a person must choose.
    #[must_use]
    pub fn unsafe_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix(Fix { title: title.into(), safety: Safety::Unsafe, edits })
    }

    /// Offer a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Whether this stops the persona from compiling.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The primary place.
    pub fn location(&self) -> Location {
        self.labels.first().map(|label| label.location).unwrap_or_default()
    }
}
