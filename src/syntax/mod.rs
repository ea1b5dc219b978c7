//! Text to tree. Parsing never fails: it returns a tree of all that could be read, and diagnostics for the rest.

pub mod ast;
mod lower;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile};

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
    lower::lower(source, id)
}

#[cfg(test)]
mod tests;
