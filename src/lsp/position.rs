//! Places as editors count them: lines from 0, and columns in the units that were agreed upon.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

use crate::source::{SourceFile, Span};

/// The units of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Two bytes each, as every client understands.
    #[default]
    Utf16,
}

impl Encoding {
    /// Bytes if the client can count them: they need no counting here.
    pub fn choose(offered: &[PositionEncodingKind]) -> Encoding {
        if offered.contains(&PositionEncodingKind::UTF8) { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    /// What the client is told.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn length(self, text: &str) -> u32 {
        let length = match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.encode_utf16().count(),
        };
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    /// The place of a byte.
    pub fn position(self, source: &SourceFile, offset: u32) -> Position {
        let offset = offset.min(source.text().len() as u32);
        let line = source.line_of(offset);
        // A byte order mark is a character of the first line to an editor that hands it over.
        let start = if line == 0 { 0 } else { source.line_span(line).start };
        let before = source.slice(Span { start, end: offset.max(start) });
        Position { line: line as u32, character: self.length(before) }
    }

    /// The place of a span.
    pub fn range(self, source: &SourceFile, span: Span) -> Range {
        Range { start: self.position(source, span.start), end: self.position(source, span.end) }
    }

    /// The byte at a place: past the end of a line its end, past the last line the end of the file, and inside a
    /// character its beginning.
    pub fn offset(self, source: &SourceFile, position: Position) -> u32 {
        let line = position.line as usize;
        if line >= source.line_count() {
            return source.text().len() as u32;
        }
        let span = source.line_span(line);
        let start = if line == 0 { 0 } else { span.start };
        let text = source.slice(Span { start, end: span.end });
        let mut left = position.character;
        for (at, letter) in text.char_indices() {
            let width = match self {
                Encoding::Utf8 => letter.len_utf8(),
                Encoding::Utf16 => letter.len_utf16(),
            } as u32;
            if left < width {
                return start + at as u32;
            }
            left -= width;
        }
        span.end
    }

    /// The bytes of a range; the end is never before the start.
    pub fn span(self, source: &SourceFile, range: Range) -> Span {
        let (start, end) = (self.offset(source, range.start), self.offset(source, range.end));
        Span { start, end: end.max(start) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_what_was_agreed_upon() {
        let source = SourceFile::new("a", "é😀 = x\r\nb");
        let at = |line, character| Position { line, character };
        for (encoding, column) in [(Encoding::Utf8, 6), (Encoding::Utf16, 3)] {
            assert_eq!(encoding.position(&source, 6), at(0, column));
            assert_eq!(encoding.offset(&source, at(0, column)), 6);
        }
        assert_eq!(Encoding::Utf16.offset(&source, at(0, 2)), 2, "inside of a character is its beginning");
        assert_eq!(Encoding::Utf16.offset(&source, at(0, 99)), 10, "before the end of the line");
        assert_eq!(Encoding::Utf8.offset(&source, at(1, 1)), 13);
        assert_eq!(Encoding::Utf8.offset(&source, at(7, 0)), 13);
    }

    #[test]
    fn a_byte_order_mark_is_a_character() {
        let source = SourceFile::new("a", "\u{feff}ab");
        assert_eq!(Encoding::Utf16.position(&source, 4), Position { line: 0, character: 2 });
        assert_eq!(Encoding::Utf16.offset(&source, Position { line: 0, character: 2 }), 4);
    }
}
