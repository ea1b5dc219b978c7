//! What stands between two pieces of code: blanks, comments, and the signs that the layout writes itself.

use super::piece::Piece;

/// A comment, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Comment<'s> {
    /// From `#` to its last character that is no blank.
    pub text: &'s str,
    /// Whether there is no code before it on its line.
    pub own: bool,
    /// Whether there is an empty line before it.
    pub empty: bool,
}

/// All between two pieces of code.
#[derive(Debug, Default)]
pub(super) struct Gap<'s> {
    /// The comments.
    pub comments: Vec<Comment<'s>>,
    /// Whether there is an empty line between the last comment, or the code before, and the code behind.
    pub empty: bool,
    /// Whether the code behind stands on a line below.
    pub line: bool,
    /// Where the code behind begins.
    pub end: usize,
}

impl<'s> Gap<'s> {
    /// The gap of `text` that begins at `from`. Commas and colons belong to it.
    pub fn read(text: &'s str, from: usize) -> Self {
        let bytes = text.as_bytes();
        let mut gap = Gap { end: from, ..Gap::default() };
        let (mut own, mut lines) = (from == 0, 0_usize);
        while let Some(byte) = bytes.get(gap.end) {
            match byte {
                b'\n' => (own, lines) = (true, lines + 1),
                b' ' | b'\t' | b'\r' => {}
                b',' | b':' => (own, lines) = (false, 0),
                b'#' => {
                    gap.comment(text, own, lines > 1);
                    lines = 0;
                    continue;
                }
                _ if gap.end == 0 && text.starts_with('\u{feff}') => gap.end += '\u{feff}'.len_utf8() - 1,
                _ => break,
            }
            gap.line |= *byte == b'\n';
            gap.end += 1;
        }
        gap.empty = lines > 1;
        gap
    }

    fn comment(&mut self, text: &'s str, own: bool, empty: bool) {
        let rest = &text[self.end..];
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
        self.end += line.len();
        self.comments.push(Comment { text: line.trim_end_matches([' ', '\t', '\r']), own, empty });
    }

    /// The comments that stand behind the code before the gap; the others stay.
    pub fn take_trailing(&mut self) -> Vec<Comment<'s>> {
        let trailing = self.comments.iter().take_while(|comment| !comment.own).count();
        self.comments.drain(..trailing).collect()
    }

    /// Whether there is an empty line anywhere.
    pub fn has_empty(&self) -> bool {
        self.empty || self.comments.iter().any(|comment| comment.empty)
    }

    /// Whether the gap begins with an empty line.
    pub fn begins_empty(&self) -> bool {
        self.comments.first().map_or(self.empty, |comment| comment.empty)
    }

    /// Let the gap begin with an empty line, or not.
    pub fn begin_empty(&mut self, empty: bool) {
        match self.comments.first_mut() {
            Some(first) => first.empty = empty,
            None => self.empty = empty,
        }
    }

    /// Comments and empty lines.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'s>> {
        let end = self.empty.then_some(Piece::Empty);
        self.comments.iter().flat_map(|comment| comment.pieces()).chain(end)
    }
}

impl<'s> Comment<'s> {
    /// The comment, with the empty line before it.
    pub fn pieces(self) -> impl Iterator<Item = Piece<'s>> {
        let empty = self.empty.then_some(Piece::Empty);
        empty.into_iter().chain([Piece::Comment { text: self.text, own: self.own }])
    }
}
