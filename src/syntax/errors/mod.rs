//! What is said about texts that are not quite persona. One function a finding; the words live here and nowhere
//! else of the parser.

pub(super) mod brackets;
mod bytes;
pub(super) mod clauses;
pub(super) mod lists;
pub(super) mod quotes;
pub(super) mod settings;
pub(super) mod unexpected;

pub use bytes::check_bytes;
pub use quotes::without_thousands;

use crate::source::{FileId, Location, SourceFile, Span};

/// The file that findings are about.
#[derive(Clone, Copy)]
pub(super) struct Place<'s> {
    pub source: &'s SourceFile,
    pub id: FileId,
}

impl<'s> Place<'s> {
    pub(super) fn at(self, span: Span) -> Location {
        Location { file: self.id, span }
    }

    pub(super) fn slice(self, span: Span) -> &'s str {
        self.source.slice(span)
    }

    /// Whether `span` holds signs alone.
    pub(super) fn is_wordless(self, span: Span) -> bool {
        !self.slice(span).contains(char::is_alphanumeric)
    }

    /// `span` without blanks around it.
    pub(super) fn trim(self, span: Span) -> Span {
        let text = self.slice(span);
        let start = span.start as usize + (text.len() - text.trim_start().len());
        Span::new(start, start + text.trim().len())
    }

    /// `span` and the blanks before it on its line.
    pub(super) fn with_blanks_before(self, span: Span) -> Span {
        let before = self.slice(Span { start: 0, end: span.start });
        Span { start: before.trim_end_matches([' ', '\t']).len() as u32, end: span.end }
    }

    /// The line of `span` with its end, if nothing else is on it.
    pub(super) fn line_of_its_own(self, span: Span) -> Option<Span> {
        let line = self.source.line_of(span.start);
        let whole = Span { start: self.source.line_span(line).start, end: self.source.line_span(line + 1).start };
        (whole.end > span.end && self.slice(whole).trim() == self.slice(span)).then_some(whole)
    }

    /// `span` and the blanks after it on its line.
    pub(super) fn with_blanks_after(self, span: Span) -> Span {
        let after = self.slice(Span { start: span.end, end: self.source.text().len() as u32 });
        let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
        Span { start: span.start, end: span.end + blanks as u32 }
    }
}

/// `text` as a string in straight quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `text` short enough for a message.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.trim().lines().next().unwrap_or_default().trim_end();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
