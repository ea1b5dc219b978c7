//! A location as people and other programs count it.

use std::borrow::Cow;
use std::path::MAIN_SEPARATOR;

use crate::source::{Location, Position, SourceFile, Sources};

/// A location as people count it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// The first character.
    pub start: Position,
    /// Just past the last character.
    pub end: Position,
}

impl<'a> Place<'a> {
    /// The place of a location.
    pub fn new(location: Location, sources: &'a Sources) -> Self {
        let at = |file: &'a SourceFile| Place {
            file: file.name(),
            start: file.position(location.span.start),
            end: file.position(location.span.end),
        };
        let nowhere = Position { line: 1, column: 1, offset: 0 };
        sources.get(location.file).map_or(Place { file: "", start: nowhere, end: nowhere }, at)
    }

    /// Whether it starts and ends on one line.
    pub fn is_on_one_line(&self) -> bool {
        self.start.line == self.end.line
    }
}

/// A file name as other programs write it: with slashes.
pub fn slashed(name: &str) -> Cow<'_, str> {
    if MAIN_SEPARATOR == '/' { Cow::Borrowed(name) } else { Cow::Owned(name.replace(MAIN_SEPARATOR, "/")) }
}
