//! Blanks, words, signs: what the grammar calls `ws`, `blank`, `wc`, `keyword`, `name`, `string`.

use memchr::{memchr, memchr3};
use pest::unicode::{LETTER, XID_CONTINUE};

use super::Reader;
use crate::source::Span;
use crate::syntax::ast::{Name, Text};
use crate::syntax::lower::decoded;

impl<'t> Reader<'t> {
    /// The byte here; 0, which no text here holds, at the end.
    pub(super) fn byte(&self) -> u8 {
        self.byte_after(0)
    }

    /// The byte `skipped` bytes on.
    pub(super) fn byte_after(&self, skipped: usize) -> u8 {
        self.text.as_bytes().get(self.at + skipped).copied().unwrap_or(0)
    }

    /// Pass `byte`, if it is here.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_here = self.byte() == byte;
        self.at += usize::from(is_here);
        is_here
    }

    /// Pass `byte`, which must be here.
    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    /// Pass the blanks of a line.
    pub(super) fn blanks(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\r') {
            self.at += 1;
        }
    }

    /// Pass blanks, line ends and comments.
    pub(super) fn space(&mut self) {
        loop {
            match self.byte() {
                b' ' | b'\t'..=b'\r' => self.at += 1,
                b'#' => {
                    let rest = &self.text.as_bytes()[self.at..];
                    self.at += memchr(b'\n', rest).unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    /// From `start` to here.
    pub(super) fn since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// Letters, marks, digits, `_` and `-` of every script: as many as there are.
    pub(super) fn word(&mut self) -> &'t str {
        let start = self.at;
        loop {
            let byte = self.byte();
            if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') {
                self.at += 1;
            } else if let Some(letter) = self.beyond_ascii().filter(|letter| XID_CONTINUE(*letter)) {
                self.at += letter.len_utf8();
            } else {
                return &self.text[start..self.at];
            }
        }
    }

    /// The character here, if it is none of ASCII.
    pub(super) fn beyond_ascii(&self) -> Option<char> {
        if self.byte() < 0x80 { None } else { self.character_after(0) }
    }

    fn character_after(&self, skipped: usize) -> Option<char> {
        self.text[self.at + skipped..].chars().next()
    }

    /// A name: of a field, a setting, a `let`, an alias.
    pub(super) fn name(&mut self) -> Option<Name> {
        let start = self.at;
        let word = self.word();
        let first = word.chars().next()?;
        let begins = first == '_' || first.is_ascii_alphabetic() || !first.is_ascii() && LETTER(first);
        (begins && !is_keyword(word)).then(|| Name { span: self.since(start) })
    }

    /// Pass the keyword, if it is here.
    pub(super) fn eat_word(&mut self, keyword: &str) -> bool {
        let start = self.at;
        let is_here = self.word().eq_ignore_ascii_case(keyword);
        if !is_here {
            self.at = start;
        }
        is_here
    }

    /// The word here, which stays.
    pub(super) fn ahead(&mut self) -> &'t str {
        let start = self.at;
        let word = self.word();
        self.at = start;
        word
    }

    /// A string.
    pub(super) fn string(&mut self) -> Option<Text> {
        let start = self.at;
        self.expect(b'"')?;
        let mut escapes = false;
        loop {
            self.at += memchr3(b'"', b'\\', b'\n', &self.text.as_bytes()[self.at..])?;
            match self.byte() {
                b'"' => break,
                b'\\' if self.byte_after(1) != b'\n' => self.at += 1 + self.character_after(1)?.len_utf8(),
                _ => return None,
            }
            escapes = true;
        }
        self.at += 1;
        let span = self.since(start);
        let decoded = if escapes { Some(known_escapes(&self.text[start + 1..self.at - 1])?) } else { None };
        Some(Text { span, decoded, quoted: true })
    }

    /// Whether the line ends here, or the block: what the grammar calls `line_end`.
    pub(super) fn line_ends(&self) -> bool {
        matches!(self.byte(), b'\n' | b'#' | b'}' | 0)
    }
}

/// What a text says whose escapes all mean something.
fn known_escapes(written: &str) -> Option<Box<str>> {
    let mut are_known = true;
    let said = decoded(written, |_, _| are_known = false);
    are_known.then_some(said)
}

/// Whether it is a word that has a meaning of its own.
pub(super) fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 12] =
        ["and", "or", "not", "in", "let", "use", "as", "persona", "env", "true", "false", "null"];
    let may_be =
        matches!(word.as_bytes().first(), Some(b'a' | b'A' | b'e'..=b'p' | b'E'..=b'P' | b't'..=b'u' | b'T'..=b'U'));
    may_be && word.len() <= 7 && KEYWORDS.iter().any(|keyword| word.eq_ignore_ascii_case(keyword))
}
