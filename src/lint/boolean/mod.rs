//! How LinkedIn reads the text of a keyword or a title: straight quotes hold phrases, parentheses group, and AND,
//! OR and NOT join; all three only in capitals.

mod read;

use crate::source::Span;
use read::{letters, plain, read};

/// The operators that LinkedIn reads.
pub const OPERATORS: [&str; 3] = ["AND", "OR", "NOT"];

/// A text as LinkedIn reads it.
#[derive(Debug, Default)]
pub struct Boolean {
    /// Its words, phrases and parentheses.
    pub tokens: Vec<Token>,
    /// Quotes that LinkedIn does not read as such. They part words and phrases here as straight ones do.
    pub curly: Vec<Span>,
    /// The quote that nothing closes; what follows it counts as its phrase.
    pub open_quote: Option<Span>,
}

/// A part of a text.
#[derive(Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The parts of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, with the punctuation it touches.
    Word(String),
    /// What stands between two quotes.
    Phrase(String),
    /// An opening parenthesis.
    Open,
    /// A closing parenthesis.
    Close,
}

impl Boolean {
    /// Read a value as it stands in the source, from byte `start` on. A value in quotes that are no straight ones is
    /// a syntax error; it reads as nothing.
    pub fn of_source(raw: &str, start: u32) -> Self {
        let is_bare = !raw.starts_with(['"', '“', '”', '„', '«', '»', '\'', '‘', '’', '‚', '`']);
        let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let start = start as usize;
        match inner {
            Some(inner) => read(&letters(inner, start + 1)),
            None if is_bare => read(&plain(raw, start)),
            None => Boolean::default(),
        }
    }

    /// Whether a value holds plain words only, as most do: there is nothing in it to judge.
    pub fn is_plain(raw: &str) -> bool {
        let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw);
        let in_words =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b',' | b'.' | b'&' | b'/');
        let is_operator = |word: &str| OPERATORS.iter().any(|operator| operator.eq_ignore_ascii_case(word));
        inner.bytes().all(in_words) && !inner.split(' ').any(is_operator)
    }

    /// Read what a value says. The places are those in `text`.
    pub fn of_text(text: &str) -> Self {
        read(&plain(text, 0))
    }

    /// The operators.
    pub fn operators(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.is_operator())
    }

    /// Whether it has a phrase.
    pub fn has_phrase(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token.kind, Kind::Phrase(_)))
    }
}

impl Token {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether LinkedIn reads it as an operator.
    pub fn is_operator(&self) -> bool {
        self.word().is_some_and(|word| OPERATORS.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(raw: &str) -> Vec<(String, String)> {
        let said = |token: &Token| match &token.kind {
            Kind::Word(word) => word.clone(),
            Kind::Phrase(phrase) => format!("<{phrase}>"),
            Kind::Open => "(".to_owned(),
            Kind::Close => ")".to_owned(),
        };
        let tokens = Boolean::of_source(raw, 0).tokens;
        tokens.iter().map(|token| (said(token), raw[token.span.range()].to_owned())).collect()
    }

    #[test]
    fn every_part_knows_where_it_stands() {
        let parts = shown(r#""(CEO OR \"VP of Sales\") n\u{6f}t 19\"""#);
        let said: Vec<&str> = parts.iter().map(|(said, _)| said.as_str()).collect();
        assert_eq!(said, ["(", "CEO", "OR", "<VP of Sales>", ")", "not", "19\""]);
        let written: Vec<&str> = parts.iter().map(|(_, written)| written.as_str()).collect();
        assert_eq!(written, ["(", "CEO", "OR", "\\\"VP of Sales\\\"", ")", "n\\u{6f}t", "19\\\""]);
    }

    #[test]
    fn most_titles_are_plain() {
        for raw in ["CEO", "\"VP, Sales & Marketing\"", "\"Vice-President\"", "\"Handyman\""] {
            assert!(Boolean::is_plain(raw), "{raw}");
        }
        for raw in [
            "\"Sales and Marketing\"",
            "\"a Or b\"",
            "\"CEO (EMEA)\"",
            "\"a \\\"b\"",
            "\"“b”\"",
            "“CEO”",
            "\"n\\u{6f}t b\"",
        ] {
            assert!(!Boolean::is_plain(raw), "{raw}");
        }
    }

    #[test]
    fn an_open_quote_is_known() {
        assert_eq!(Boolean::of_text("CEO OR \"VP of").open_quote, Some(Span::new(7, 8)));
        assert_eq!(Boolean::of_text("\"CEO\" OR \"VP\"").open_quote, None);
        assert_eq!(Boolean::of_text("a 19\" rack for O'Neill").open_quote, None);
        assert_eq!(Boolean::of_text("“VP").curly, [Span::new(0, 3)]);
    }

    #[test]
    fn values_that_are_broken_read_as_nothing() {
        for raw in ["“CEO”", "'CEO'", "\"open", "\"", ""] {
            assert!(Boolean::of_source(raw, 0).tokens.is_empty(), "{raw}");
        }
        assert_eq!(shown("CEO").len(), 1);
        assert_eq!(shown("\"\\").len(), 0);
    }
}
