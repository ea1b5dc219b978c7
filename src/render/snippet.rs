//! The lines of a file that a finding shows, made safe for a terminal.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::visible::{is_hidden, stand_in};
use crate::source::{SourceFile, Span};

/// The longest line that is shown whole, in bytes.
const LONGEST_LINE: usize = 160;

/// What is shown of a longer line around the place concerned, in bytes before and after its start.
const WINDOW: (usize, usize) = (24, 44);

/// The lines that the places of a finding are on, and no others: a finding costs the same in a small and in a large file.
/// Bytes may differ from the file's: control characters are replaced by visible ones, and very long lines are cut.
pub struct Snippet<'a> {
    original: &'a SourceFile,
    name: String,
    text: String,
    lines: Vec<Line>,
    /// Offsets of the file and of `text`, at every place where their distance may change.
    shifts: Vec<(u32, u32)>,
}

/// A line that is shown.
struct Line {
    /// Which line of the file it is, from 0.
    index: usize,
    /// Where it starts in the text of the snippet.
    start: usize,
}

impl<'a> Snippet<'a> {
    /// What a finding with these spans shows of a file.
    pub fn new(original: &'a SourceFile, spans: &[Span]) -> Self {
        let name = super::on_one_line(original.name());
        let mut snippet = Snippet { original, name, text: String::new(), lines: vec![], shifts: vec![] };
        let lines = |span: &Span| original.line_of(span.start)..=original.line_of(last_byte(*span));
        let mut concerned: Vec<usize> = spans.iter().flat_map(lines).collect();
        concerned.sort_unstable();
        concerned.dedup();
        for index in concerned {
            let around = spans.iter().find(|span| original.line_of(span.start) == index);
            snippet.lines.push(Line { index, start: snippet.text.len() });
            snippet.show(original.line_span(index), around.map(|span| span.start));
            // A span may take in the end of its line.
            if index + 1 < original.line_count() {
                snippet.shift(original.line_span(index + 1).start);
            }
        }
        snippet
    }

    /// Where a span of the file is in the shown text.
    pub fn place(&self, span: Span) -> SourceSpan {
        let (start, end) = (self.shown(span.start), self.shown(span.end));
        SourceSpan::new(start.into(), end.saturating_sub(start))
    }

    /// Show a line, or what stands around a place of it if it is long.
    fn show(&mut self, line: Span, around: Option<u32>) {
        let (from, to) = self.shown_of(line, around.unwrap_or(line.start));
        if from > line.start {
            self.shift(line.start);
            self.text.push('…');
        }
        for (at, c) in self.original.slice(Span { start: from, end: to }).char_indices() {
            self.shift(from + at as u32);
            self.text.push(if is_hidden(c) { stand_in(c) } else { c });
        }
        self.shift(to);
        if to < line.end {
            self.text.push('…');
        }
        self.text.push('\n');
    }

    /// From where to where a line is shown.
    fn shown_of(&self, line: Span, around: u32) -> (u32, u32) {
        if (line.end - line.start) as usize <= LONGEST_LINE {
            return (line.start, line.end);
        }
        let text = self.original.text();
        let whole = |at: u32| (at..line.end).find(|at| text.is_char_boundary(*at as usize)).unwrap_or(line.end);
        let from = around.saturating_sub(WINDOW.0 as u32).max(line.start);
        (whole(from), whole(around + WINDOW.1 as u32))
    }

    fn shift(&mut self, original: u32) {
        self.shifts.push((original, self.text.len() as u32));
    }

    /// The offset in the shown text of an offset in the file.
    fn shown(&self, original: u32) -> usize {
        let index = self.shifts.partition_point(|(own, _)| *own <= original).saturating_sub(1);
        self.shifts.get(index).map_or(0, |(_, shown)| *shown as usize)
    }

    /// The column, from 0, that people count to `offset` of the shown text.
    fn column(&self, offset: usize) -> usize {
        let index = self.shifts.partition_point(|(_, own)| *own as usize <= offset).saturating_sub(1);
        let original = self.shifts.get(index).map_or(0, |(original, _)| *original);
        self.original.position(original).column as usize - 1
    }

    /// Which of the shown lines holds this offset.
    fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.start <= offset).saturating_sub(1)
    }
}

/// The last byte of a span, or the one at which it is empty.
fn last_byte(span: Span) -> u32 {
    span.end.saturating_sub(1).max(span.start)
}

impl SourceCode for Snippet<'_> {
    /// The whole lines of a span; its column counts characters. Nobody asks for a span with lines in it that are not shown.
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let last_byte = if span.is_empty() { span.offset() } else { span.offset() + span.len() - 1 };
        let (first, last) = (self.line_of(span.offset()), self.line_of(last_byte));
        let line = self.lines.get(first).ok_or(MietteError::OutOfBounds)?;
        let end = self.lines.get(last + 1).map_or(self.text.len(), |next| next.start);
        let data = &self.text.as_bytes()[line.start..end];
        let place = SourceSpan::new(line.start.into(), data.len());
        let (name, column) = (self.name.clone(), self.column(span.offset()));
        let contents = MietteSpanContents::new_named(name, data, place, line.index, column, last - first + 1);
        Ok(Box::new(contents))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(snippet: &Snippet, span: Span) -> (String, usize, usize) {
        let contents = snippet.read_span(&snippet.place(span), 0, 0).unwrap();
        (String::from_utf8(contents.data().to_vec()).unwrap(), contents.line(), contents.column())
    }

    #[test]
    fn nothing_but_the_lines_concerned_is_there() {
        let text = format!("{}title = é\u{1b}X\r\n{}and a = b", "a\n".repeat(5000), "b\n".repeat(5000));
        let source = SourceFile::new("a.persona", text.as_str());
        let span = |part: &str| {
            let start = text.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        let (one, other) = (span("\u{1b}X"), span("a = b"));
        let snippet = Snippet::new(&source, &[other, one]);
        assert_eq!(snippet.text, "title = é␛X\nand a = b\n");
        assert_eq!(seen(&snippet, one), ("title = é␛X\n".to_owned(), 5000, 9));
        assert_eq!(seen(&snippet, other), ("and a = b\n".to_owned(), 10_001, 4));
        let place = snippet.place(one);
        assert_eq!(&snippet.text[place.offset()..place.offset() + place.len()], "␛X");
    }

    #[test]
    fn of_a_long_line_the_place_is_shown() {
        let text = format!("{}wrong{}\n", "é".repeat(500), "ö".repeat(500));
        let source = SourceFile::new("a.persona", text.as_str());
        let wrong = Span::new(1000, 1005);
        let snippet = Snippet::new(&source, &[wrong]);
        assert_eq!(snippet.text, format!("…{}wrong{}…\n", "é".repeat(12), "ö".repeat(20)));
        assert_eq!(seen(&snippet, wrong).2, 500);
    }
}
