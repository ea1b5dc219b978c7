//! Source files, spans, and the arithmetic of places in a text.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The largest file personac reads: 1 MiB.
pub const MAX_FILE_BYTES: u64 = 1024 * 1024;

/// A half-open range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: offset(start), end: offset(end) }
    }

    /// The empty span just before byte `at`.
    pub fn at(at: u32) -> Self {
        Span { start: at, end: at }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same bytes as a `usize` range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Which file of a check a span belongs to: an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u16);

/// A span together with its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub span: Span,
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1. A byte order mark takes no column.
    pub column: u32,
    /// Offset in bytes, from 0. A byte order mark does take its three bytes.
    pub offset: u32,
}

/// The text of one file and the name it is shown under.
#[derive(Debug, Default)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters begin before each block of bytes.
    characters: OnceLock<Vec<u32>>,
}

/// Characters are counted once for so many bytes, so that the end of a very long line is found as soon as its start.
const BLOCK: usize = 1024;

impl SourceFile {
    /// A file called `name` (as messages show it) that holds `text`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        SourceFile { name: name.into(), text: text.into(), ..SourceFile::default() }
    }

    /// The name messages show, as the user gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of `span`; empty if the span is not inside the file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Bytes of the byte order mark at the start, 0 or 3.
    pub fn byte_order_mark(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// How many lines the file has; an empty file has one.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// The index, from 0, of the line that holds byte `offset`.
    pub fn line_of(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The bytes of line `index` (from 0), without its line ending and byte order mark.
    pub fn line_span(&self, index: usize) -> Span {
        let starts = self.line_starts();
        let start = starts.get(index).copied().unwrap_or(self.text.len() as u32);
        let end = starts.get(index + 1).copied().unwrap_or(self.text.len() as u32);
        let line = self.slice(Span { start, end }).trim_end_matches(['\n', '\r']);
        Span::new(start as usize, start as usize + line.len())
    }

    /// Where byte `offset` is, counted as people count.
    pub fn position(&self, offset: u32) -> Position {
        let offset = offset.min(self.text.len() as u32);
        let line = self.line_of(offset);
        let start = self.line_starts()[line];
        let end = offset.max(start) as usize;
        // A place inside of a character is where the line starts, as any that is not there.
        let before = if self.text.is_char_boundary(end) { self.count(start as usize, end) } else { 0 };
        Position { line: line as u32 + 1, column: before + 1, offset }
    }

    /// How many characters begin from `start` on and before `end`.
    fn count(&self, start: usize, end: usize) -> u32 {
        if end - start <= BLOCK {
            return begun(&self.text.as_bytes()[start..end]);
        }
        let blocks = self.characters.get_or_init(|| {
            let counts = self.text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
                *sum += begun(block);
                Some(*sum)
            });
            std::iter::once(0).chain(counts).collect()
        });
        let before = |at: usize| blocks[at / BLOCK] + begun(&self.text.as_bytes()[at / BLOCK * BLOCK..at]);
        before(end) - before(start)
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let first = self.byte_order_mark() as u32;
            let rest = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(first).chain(rest.map(|(at, _)| at as u32 + 1)).collect()
        })
    }
}

/// How many characters of UTF-8 begin in these bytes.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from((*byte as i8) >= -0x40)).sum()
}

/// The file that `personac.toml` is in every check.
pub const PROJECT_FILE_ID: FileId = FileId(u16::MAX);

/// The file that the settings of the command line are in every check.
pub const COMMAND_LINE_ID: FileId = FileId(u16::MAX - 1);

/// The files of one check.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The persona file, then the files it uses, directly or not.
    pub files: Vec<Arc<SourceFile>>,
    /// The project file, if there is one.
    pub project: Option<Arc<SourceFile>>,
    /// The settings of the command line, if there are any.
    pub command_line: Option<Arc<SourceFile>>,
}

impl Sources {
    /// The file that a location is in.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        match id {
            PROJECT_FILE_ID => self.project.as_deref(),
            COMMAND_LINE_ID => self.command_line.as_deref(),
            FileId(index) => self.files.get(usize::from(index)).map(AsRef::as_ref),
        }
    }

    /// The text of a place; empty if there is no such place.
    pub fn slice(&self, location: Location) -> &str {
        self.get(location.file).map_or("", |file| file.slice(location.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_scalars_and_skip_the_byte_order_mark() {
        let source = SourceFile::new("a", "\u{feff}é = x\r\nb");
        assert_eq!(source.position(3), Position { line: 1, column: 1, offset: 3 });
        assert_eq!(source.position(5), Position { line: 1, column: 2, offset: 5 });
        assert_eq!(source.position(11), Position { line: 2, column: 1, offset: 11 });
        assert_eq!(source.slice(source.line_span(0)), "é = x");
    }

    #[test]
    fn columns_of_very_long_lines_are_counted_in_blocks() {
        let text = format!("# short\n{}\nlast", "aé😀 ".repeat(1000));
        let source = SourceFile::new("a", text.as_str());
        for (at, _) in text.char_indices() {
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(source.position(at as u32).column as usize, text[line..at].chars().count() + 1, "byte {at}");
        }
    }

    #[test]
    fn places_past_the_end_are_the_end() {
        let source = SourceFile::new("a", "x\n");
        assert_eq!(source.position(99), Position { line: 2, column: 1, offset: 2 });
        assert_eq!(source.slice(Span::new(5, 9)), "");
    }
}
