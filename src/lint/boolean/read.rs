//! Reading the characters of a text.

use super::{Boolean, Kind, Token};
use crate::source::Span;
use crate::syntax::escape;

/// A character, and the bytes that stand for it.
pub(super) type Letter = (char, Span);

/// A text, from byte `start` on.
pub(super) fn plain(text: &str, start: usize) -> Vec<Letter> {
    text.char_indices().map(|(at, c)| (c, Span::new(start + at, start + at + c.len_utf8()))).collect()
}

/// What stands between the quotes of a string; a character that is escaped takes several bytes.
pub(super) fn letters(inner: &str, start: usize) -> Vec<Letter> {
    let (mut letters, mut at) = (Vec::with_capacity(inner.len()), 0);
    while let Some(c) = inner[at..].chars().next() {
        let escaped = if c == '\\' { escape(&inner[at + 1..]) } else { (None, 0) };
        let (c, length) = match escaped {
            (Some(c), length) => (c, 1 + length),
            _ => (c, c.len_utf8()),
        };
        letters.push((c, Span::new(start + at, start + at + length)));
        at += length;
    }
    letters
}

#[derive(Default)]
struct Reader {
    found: Boolean,
    /// The text of the word or phrase that is being read, and its place.
    open: Option<(String, Span)>,
    in_phrase: bool,
}

/// Part the words and phrases.
pub(super) fn read(letters: &[Letter]) -> Boolean {
    let mut reader = Reader::default();
    for (index, (c, span)) in letters.iter().enumerate() {
        let is_curly = matches!(c, '“' | '”' | '„' | '‟' | '«' | '»');
        if is_curly {
            reader.found.curly.push(*span);
        }
        match c {
            _ if is_curly => reader.quote(*span),
            '"' if reader.in_phrase || !is_inch(letters, index) => reader.quote(*span),
            _ if reader.in_phrase => reader.letter(*c, *span),
            '(' => reader.parenthesis(Kind::Open, *span),
            ')' => reader.parenthesis(Kind::Close, *span),
            c if c.is_whitespace() => reader.end(),
            _ => reader.letter(*c, *span),
        }
    }
    if !reader.in_phrase {
        reader.found.open_quote = None;
    }
    reader.end();
    reader.found
}

impl Reader {
    fn letter(&mut self, c: char, at: Span) {
        let (text, span) = self.open.get_or_insert((String::new(), at));
        text.push(c);
        *span = span.to(at);
    }

    fn parenthesis(&mut self, kind: Kind, span: Span) {
        self.end();
        self.found.tokens.push(Token { span, kind });
    }

    fn quote(&mut self, at: Span) {
        if self.in_phrase {
            if let Some((_, span)) = &mut self.open {
                *span = span.to(at);
            }
            return self.end();
        }
        self.end();
        self.in_phrase = true;
        self.open = Some((String::new(), at));
        self.found.open_quote = Some(at);
    }

    fn end(&mut self) {
        let in_phrase = std::mem::take(&mut self.in_phrase);
        if let Some((text, span)) = self.open.take() {
            let kind = if in_phrase { Kind::Phrase(text) } else { Kind::Word(text) };
            self.found.tokens.push(Token { span, kind });
        }
    }
}

/// Whether the quote at `index` means inches, as in `19" rack`.
fn is_inch(letters: &[Letter], index: usize) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | ',' | ';' | '.' | '/');
    let before = index.checked_sub(1).and_then(|before| letters.get(before));
    before.is_some_and(|(c, _)| c.is_ascii_digit()) && letters.get(index + 1).is_none_or(|(c, _)| ends(*c))
}
