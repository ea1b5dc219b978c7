//! The tokens of a text, however broken it is: strings and comments end with their line, so any line is a fresh start.

use std::iter::Peekable;
use std::str::CharIndices;

use crate::source::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A bare word, a number among them.
    Word,
    /// Text in quotes, of any kind.
    Text,
    /// Text in quotes that its line does not close.
    OpenText,
    /// `$name`, `$alias.name`, or the beginning of one.
    Reference,
    /// `..`
    Dots,
    /// An operator of signs.
    Sign,
    /// `:`
    Colon,
    /// `,` or `;`
    Comma,
    /// `(`, `[`, `{`
    Open(char),
    /// `)`, `]`, `}`
    Close(char),
    /// From `#` to the end of the line.
    Comment,
    /// Anything else.
    Other,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub span: Span,
    /// Whether it is the first of its line.
    pub first: bool,
}

/// The tokens of `text` from byte `from` on, which is the beginning of a line or of a token.
pub fn tokens(text: &str, from: usize) -> Vec<Token> {
    let text = text.get(from..).unwrap_or_default();
    let mut reader = Reader { text, letters: text.char_indices().peekable() };
    let (mut found, mut first) = (vec![], true);
    while let Some((start, letter)) = reader.letters.next() {
        if letter.is_whitespace() || letter == '\u{feff}' {
            first |= letter == '\n';
            continue;
        }
        let kind = reader.kind(letter);
        found.push(Token { kind, span: Span::new(from + start, from + reader.at()), first });
        first = false;
    }
    found
}

/// Whether a letter may stand in a word.
pub fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '\u{300}'..='\u{36f}')
}

/// Whether a letter may stand in a word after its beginning: the signs of sizes and of names of companies.
pub fn goes_on(letter: char) -> bool {
    in_word(letter) || matches!(letter, '+' | '–' | '&' | '/' | '\'' | '’')
}

struct Reader<'a> {
    text: &'a str,
    letters: Peekable<CharIndices<'a>>,
}

impl Reader<'_> {
    fn at(&mut self) -> usize {
        self.letters.peek().map_or(self.text.len(), |(at, _)| *at)
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        while self.letters.next_if(|(_, letter)| wanted(*letter)).is_some() {}
    }

    fn kind(&mut self, letter: char) -> Kind {
        match letter {
            '#' => {
                self.skip(|letter| letter != '\n');
                Kind::Comment
            }
            '"' => self.text("\""),
            '“' | '”' | '„' => self.text("”“\""),
            '\'' | '‘' => self.text("'’"),
            '$' => self.reference(),
            '.' if self.letters.next_if(|(_, next)| *next == '.').is_some() => Kind::Dots,
            '=' | '!' | '<' | '>' | '~' | '≠' | '≤' | '≥' => {
                self.skip(|letter| matches!(letter, '=' | '<' | '>' | '~'));
                Kind::Sign
            }
            ':' => Kind::Colon,
            ',' | ';' => Kind::Comma,
            '(' | '[' | '{' => Kind::Open(letter),
            ')' | ']' | '}' => Kind::Close(letter),
            _ if in_word(letter) => {
                self.skip(goes_on);
                Kind::Word
            }
            _ => Kind::Other,
        }
    }

    fn text(&mut self, closers: &str) -> Kind {
        let mut escaped = false;
        while let Some((_, letter)) = self.letters.next_if(|(_, letter)| *letter != '\n') {
            if closers.contains(letter) && !escaped {
                return Kind::Text;
            }
            escaped = letter == '\\' && !escaped;
        }
        Kind::OpenText
    }

    fn reference(&mut self) -> Kind {
        self.skip(in_word);
        let mut ahead = self.letters.clone();
        let is_dot = ahead.next().is_some_and(|(_, letter)| letter == '.');
        if is_dot && ahead.next().is_none_or(|(_, letter)| letter != '.') {
            self.letters.next();
            self.skip(in_word);
        }
        Kind::Reference
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(Kind, &str)> {
        tokens(text, 0).into_iter().map(|token| (token.kind, &text[token.span.range()])).collect()
    }

    #[test]
    fn tokens_of_good_and_broken_text() {
        use Kind::{Close, Comma, Comment, Dots, Open, OpenText, Reference, Sign, Text, Word};
        assert_eq!(
            shown("size in [51..200, $a.b, \"x # \\\" y\"] # \"no\nz >= “Île”\nq = \"open ]"),
            [
                (Word, "size"),
                (Word, "in"),
                (Open('['), "["),
                (Word, "51"),
                (Dots, ".."),
                (Word, "200"),
                (Comma, ","),
                (Reference, "$a.b"),
                (Comma, ","),
                (Text, "\"x # \\\" y\""),
                (Close(']'), "]"),
                (Comment, "# \"no"),
                (Word, "z"),
                (Sign, ">="),
                (Text, "“Île”"),
                (Word, "q"),
                (Sign, "="),
                (OpenText, "\"open ]"),
            ]
        );
        assert_eq!(shown("$a..5"), [(Reference, "$a"), (Dots, ".."), (Word, "5")]);
        assert_eq!(shown("$a."), [(Reference, "$a.")]);
        assert_eq!(shown("10001+"), [(Word, "10001+")]);
    }
}
