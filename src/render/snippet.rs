//! The lines of a file that a finding shows, made safe for a terminal.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::visible::{is_hidden, stand_in};
use crate::source::{SourceFile, Span};

/// The longest line that is shown whole, in bytes.
const LONGEST_LINE: usize = 160;

/// What is shown of a longer line around the place concerned, in bytes before and after its start.
const WINDOW: (usize, usize) = (24, 44);

/// A file as it is shown. Bytes may differ from the file's: control characters are replaced by visible ones, and
/// very long lines are cut.
pub struct Snippet<'a> {
    original: &'a SourceFile,
    shown: Option<Shown>,
    name: String,
}

/// A text that differs from the file, and where its bytes come from.
struct Shown {
    source: SourceFile,
    /// Offsets of the original and of the shown text, at every place where their distance changes.
    shifts: Vec<(u32, u32)>,
}

impl<'a> Snippet<'a> {
    /// The file as a finding with these spans shows it.
    pub fn new(original: &'a SourceFile, spans: &[Span]) -> Self {
        let hidden = original.text().chars().any(|c| is_hidden(c) && c != '\r');
        let long = spans.iter().any(|span| line_length(original, *span) > LONGEST_LINE);
        let shown = (hidden || long).then(|| Shown::new(original, spans));
        Snippet { original, shown, name: super::on_one_line(original.name()) }
    }

    /// Where a span of the file is in the shown text.
    pub fn place(&self, span: Span) -> SourceSpan {
        let (start, end) = match &self.shown {
            Some(shown) => (shown.offset(span.start), shown.offset(span.end)),
            None => (span.start as usize, span.end as usize),
        };
        SourceSpan::new(start.into(), end.saturating_sub(start))
    }

    fn text(&self) -> &SourceFile {
        self.shown.as_ref().map_or(self.original, |shown| &shown.source)
    }

    /// The column, from 0, that people count to `offset` of the shown text.
    fn column(&self, offset: u32) -> usize {
        let original = match &self.shown {
            Some(shown) => shown.original(offset),
            None => offset,
        };
        self.original.position(original).column as usize - 1
    }
}

fn line_length(source: &SourceFile, span: Span) -> usize {
    let line = source.line_span(source.line_of(span.start));
    (line.end - line.start) as usize
}

impl Shown {
    fn new(original: &SourceFile, spans: &[Span]) -> Self {
        let mut shown = Shown { source: SourceFile::default(), shifts: vec![] };
        let mut text = String::with_capacity(original.text().len());
        for index in 0..original.line_count() {
            let line = original.line_span(index);
            let concerned = spans.iter().find(|span| original.line_of(span.start) == index);
            shown.line(original, line, concerned.copied(), &mut text);
            text.push('\n');
        }
        shown.source = SourceFile::new(original.name(), text);
        shown
    }

    fn line(&mut self, original: &SourceFile, line: Span, concerned: Option<Span>, text: &mut String) {
        let whole = (line.end - line.start) as usize <= LONGEST_LINE;
        let around = concerned.map_or(line.start, |span| span.start) as usize;
        let (from, to) = match whole {
            true => (line.start as usize, line.end as usize),
            false => {
                (around.saturating_sub(WINDOW.0).max(line.start as usize), (around + WINDOW.1).min(line.end as usize))
            }
        };
        if from > line.start as usize {
            self.shifts.push((line.start, text.len() as u32));
            text.push('…');
        }
        for (at, c) in original.slice(line).char_indices() {
            let at = line.start as usize + at;
            if (from..to).contains(&at) {
                self.shifts.push((at as u32, text.len() as u32));
                text.push(if is_hidden(c) { stand_in(c) } else { c });
            }
        }
        self.shifts.push((to as u32, text.len() as u32));
        if to < line.end as usize {
            text.push('…');
        }
    }

    /// The offset in the shown text of an offset in the file.
    fn offset(&self, original: u32) -> usize {
        let index = self.shifts.partition_point(|(own, _)| *own <= original).saturating_sub(1);
        self.shifts.get(index).map_or(0, |(_, shown)| *shown as usize)
    }

    /// The offset in the file of an offset in the shown text.
    fn original(&self, shown: u32) -> u32 {
        let index = self.shifts.partition_point(|(_, own)| *own <= shown).saturating_sub(1);
        self.shifts.get(index).map_or(0, |(original, _)| *original)
    }
}

impl SourceCode for Snippet<'_> {
    /// The whole lines of a span; its column counts characters.
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let text = self.text();
        let last_byte = if span.is_empty() { span.offset() } else { span.offset() + span.len() - 1 };
        let (first, last) = (text.line_of(span.offset() as u32), text.line_of(last_byte as u32));
        let (start, end) = (text.line_span(first).start as usize, text.line_span(last).end as usize);
        let end = text.text()[end..].find('\n').map_or(text.text().len(), |newline| end + newline + 1);
        let data = &text.text().as_bytes()[start..end];
        let column = self.column(span.offset() as u32);
        let span = SourceSpan::new(start.into(), end - start);
        let contents = MietteSpanContents::new_named(self.name.clone(), data, span, first, column, last - first + 1);
        Ok(Box::new(contents))
    }
}
