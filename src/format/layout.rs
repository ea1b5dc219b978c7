//! From pieces to text.

use super::measure::{measure, width};
use super::piece::{Flat, INDENT, Piece, WIDTH};
use crate::source::MAX_FILE_BYTES;

/// The text of the pieces: lines end where they must, and groups that are too wide for a line are broken. It ends early
/// where it is larger than a persona may be: deep indentation makes a hundred times as much of a text.
pub(super) fn lay_out(pieces: &[Piece<'_>]) -> String {
    let widths = measure(pieces);
    let mut layout = Layout {
        text: String::new(),
        column: 0,
        pending: Pending::Line,
        flat: vec![],
        levels: vec![Level::default()],
        behind_comment: false,
        opened: false,
    };
    for (piece, width) in pieces.iter().zip(widths) {
        layout.piece(*piece, width);
        if layout.text.len() as u64 > MAX_FILE_BYTES {
            break;
        }
    }
    if !layout.text.is_empty() {
        layout.text.push('\n');
    }
    layout.text
}

/// What must be written before the next text. The strongest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    Nothing,
    Blank,
    /// A line that ends because of a comment only: what follows stands further to the right.
    Continued,
    Line,
    EmptyLine,
}

/// A level of indentation.
#[derive(Debug, Clone, Copy, Default)]
struct Level {
    indent: usize,
    /// What a line that was continued adds to it, up to its end.
    continued: usize,
}

impl Level {
    fn column(self) -> usize {
        self.indent + self.continued
    }
}

struct Layout {
    text: String,
    column: usize,
    pending: Pending,
    /// Of each open group, whether it stays on one line.
    flat: Vec<bool>,
    levels: Vec<Level>,
    /// Whether the line ends in a comment.
    behind_comment: bool,
    /// Whether nothing has been written since a bracket was opened.
    opened: bool,
}

impl Layout {
    fn piece(&mut self, piece: Piece<'_>, width: Option<usize>) {
        match piece {
            Piece::Text(text) => self.write(text),
            Piece::Space => self.wait(Pending::Blank),
            Piece::Line(flat) => self.line(flat),
            Piece::LastComma if self.is_flat() => {}
            Piece::LastComma => self.write(","),
            Piece::Empty if self.pending == Pending::Line && !self.opened => self.pending = Pending::EmptyLine,
            Piece::Empty => {}
            Piece::Comment { text, own } => self.comment(text, own),
            Piece::Open => self.open(width),
            Piece::Close => drop(self.flat.pop()),
            Piece::Indent => self.indent(),
            Piece::Dedent => self.dedent(),
        }
    }

    fn is_flat(&self) -> bool {
        self.flat.last().copied().unwrap_or_default()
    }

    fn open(&mut self, width: Option<usize>) {
        let level = self.level().column();
        let column = match self.pending {
            Pending::Nothing => self.column,
            Pending::Blank => self.column + 1,
            Pending::Continued => level + INDENT,
            Pending::Line | Pending::EmptyLine => level,
        };
        let fits = width.is_some_and(|width| column + width <= WIDTH);
        self.flat.push(self.is_flat() || fits);
    }

    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn indent(&mut self) {
        let indent = self.level().column() + INDENT;
        self.levels.push(Level { indent, continued: 0 });
        self.opened = true;
    }

    fn dedent(&mut self) {
        self.levels.pop();
        self.pending = self.pending.min(Pending::Line);
    }

    fn wait(&mut self, pending: Pending) {
        self.pending = self.pending.max(pending);
    }

    fn line(&mut self, flat: Flat) {
        match flat {
            Flat::Nothing if self.is_flat() => {}
            Flat::Blank if self.is_flat() => self.wait(Pending::Blank),
            _ => {
                self.level().continued = 0;
                self.wait(Pending::Line);
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.text.push_str(text);
        self.column += width(text);
        self.behind_comment = false;
    }

    /// A comment behind code, or on a line of its own where that is its place or there is a comment already.
    fn comment(&mut self, text: &str, own: bool) {
        self.wait(Pending::Continued);
        let next = self.pending.min(Pending::Line);
        if own || self.behind_comment || self.text.is_empty() {
            self.flush();
        } else {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.pending = next;
        self.opened = false;
        self.behind_comment = true;
    }

    fn flush(&mut self) {
        match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Nothing => {}
            Pending::Blank => {
                self.text.push(' ');
                self.column += 1;
            }
            Pending::Continued => {
                self.level().continued = INDENT;
                self.new_line("\n");
            }
            Pending::Line => self.new_line("\n"),
            Pending::EmptyLine => self.new_line("\n\n"),
        }
        self.opened = false;
    }

    /// Begin a line; the first one begins by itself.
    fn new_line(&mut self, ends: &str) {
        if !self.text.is_empty() {
            self.text.push_str(ends);
        }
        self.column = self.level().column();
        self.text.extend(std::iter::repeat_n(' ', self.column));
    }
}
