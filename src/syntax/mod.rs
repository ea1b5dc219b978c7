//! Text to tree. Parsing never fails: it returns a tree of all that could be read, and diagnostics for the rest.

pub mod ast;
mod comments;
mod errors;
mod lower;
mod plain;
mod room;
mod scan;
#[cfg(test)]
mod tests;

pub use comments::{code_after, code_behind, comments};
pub use errors::check_bytes;
pub(crate) use lower::escape;
pub use room::MOST as MOST_BRACKETS;
pub use scan::DEEPEST;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile};
use errors::Place;

/// How many syntax errors of one file are shown.
pub const MOST_FINDINGS: usize = 100;

/// What was read from one file.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The tree of everything that could be read.
    pub file: ast::File,
    /// Syntax errors; whatever they concern is left out of the tree, or is in it as it was surely meant.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// Whether the file has syntax errors.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Read a persona file. `id` is the file's number in this check, for the diagnostics' locations.
pub fn parse(source: &SourceFile, id: FileId) -> Parsed {
    read(Place { source, id }, true)
}

/// Read a persona file by the grammar alone, without the short way for what is well formed: the same, and slower. For
/// tests that compare the two.
pub fn parse_by_grammar(source: &SourceFile, id: FileId) -> Parsed {
    read(Place { source, id }, false)
}

/// Read a file, plain items the short way if that is wanted.
fn read(place: Place<'_>, short: bool) -> Parsed {
    let source = place.source;
    let survey = scan::Survey::of(source.text());
    let deep = || scan::too_deep(source.text(), survey).map(|span| vec![place.too_deep(span)]);
    if let Some(diagnostics) = deep() {
        return Parsed { file: ast::File::default(), diagnostics };
    }
    let (text, odd_blanks) = scan::plain_blanks(source.text(), survey);
    let Ok(mut parsed) = room::with_room(survey.brackets, || {
        let reader = (short && !survey.controls).then(|| plain::Reader::new(&text));
        lower::lower(place, &text, reader)
    }) else {
        return Parsed { file: ast::File::default(), diagnostics: vec![place.too_many_brackets()] };
    };
    let odd = odd_blanks.into_iter().take(lower::MOST_KEPT).map(|(span, character)| place.odd_blank(span, character));
    parsed.diagnostics.extend(odd);
    parsed.diagnostics.sort_by_key(Diagnostic::location);
    limit(place, &mut parsed.diagnostics);
    parsed
}

/// Keep the first findings, and say how many are left out.
fn limit(place: Place<'_>, findings: &mut Vec<Diagnostic>) {
    if findings.len() <= MOST_FINDINGS {
        return;
    }
    let rest = findings.split_off(MOST_FINDINGS - 1);
    findings.extend(rest.first().map(|next| place.and_so_on(next.location().span, rest.len())));
}
