//! The layout of a file after a change: canonical where it was canonical before, with the line ends it had.

use crate::diagnostic::Edit;
use crate::format::format;
use crate::lsp::edits::between;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::parse;

/// How a file is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    mark: bool,
    carriages: bool,
    canonical: bool,
}

impl Layout {
    /// The layout of a text.
    pub fn of(text: &str) -> Layout {
        let (mark, carriages) = (text.starts_with('\u{feff}'), text.contains("\r\n"));
        let layout = Layout { mark, carriages, canonical: true };
        let plain = layout.plain(text);
        let canonical = layout.dressed(&plain) == text && formatted(&plain).is_some_and(|laid_out| laid_out == plain);
        Layout { canonical, ..layout }
    }

    /// Edits whose lines end as those of the file.
    pub fn with_line_ends(self, mut edits: Vec<Edit>) -> Vec<Edit> {
        for edit in edits.iter_mut().filter(|_| self.carriages) {
            edit.text = edit.text.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        edits
    }

    /// A changed text in this layout; `None` if it cannot be laid out.
    pub fn lay_out(self, text: String) -> Option<String> {
        match self.canonical {
            true => Some(self.dressed(&formatted(&self.plain(&text))?)),
            false => Some(text),
        }
    }

    /// The text as it is formatted: without a byte order mark and carriage returns.
    fn plain(self, text: &str) -> String {
        let text = text.strip_prefix('\u{feff}').filter(|_| self.mark).unwrap_or(text);
        if self.carriages { text.replace("\r\n", "\n") } else { text.to_owned() }
    }

    fn dressed(self, plain: &str) -> String {
        let text = if self.carriages { plain.replace('\n', "\r\n") } else { plain.to_owned() };
        if self.mark { format!("\u{feff}{text}") } else { text }
    }
}

fn formatted(text: &str) -> Option<String> {
    let source = SourceFile::new("", text);
    let parsed = parse(&source, FileId(0));
    (!parsed.has_errors()).then(|| format(&source, &parsed).ok())?
}

/// The edits that make one text of another; only the lines that differ are compared.
pub fn differences(before: &str, after: &str) -> Vec<Edit> {
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let start = before.as_bytes().iter().take(same).rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let (old, new) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
    let tail = old.as_bytes().iter().rev().take(same).rposition(|byte| *byte == b'\n').unwrap_or_default();
    let middle = |text: &str| text.get(..text.len() - tail).unwrap_or_default().to_owned();
    let moved = |span: Span| Span { start: span.start + start as u32, end: span.end + start as u32 };
    let edits = between(&middle(old), &middle(new)).into_iter();
    edits.map(|edit| Edit { span: moved(edit.span), text: edit.text }).collect()
}
