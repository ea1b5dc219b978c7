//! The words and signs of a text, broken or not: what the tree does not hold, and what it could not understand.

use crate::source::Span;

/// The kinds of words and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// From `#` to the end of the line.
    Comment,
    /// A string with its quotes; it ends with its line at the latest.
    String,
    /// Letters, digits, `_` and `-`.
    Word,
    /// A word that begins with a digit.
    Number,
    /// `$name` or `$alias.name`.
    Reference,
    /// `=`, `>=`, `..` and so on.
    Sign,
    /// Brackets, commas, and whatever else.
    Other,
}

/// A word or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands; never over a line's end.
    pub span: Span,
}

/// Every word and sign of a text, in its order; blanks are between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        if first.is_whitespace() || first == '\u{feff}' {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = token(first, rest);
        let end = at + length.max(first.len_utf8());
        found.push(Token { kind, span: Span::new(at, end) });
        at = end;
    }
    found
}

/// The token at a byte, or the one that ends there.
pub fn token_at(tokens: &[Token], offset: u32) -> Option<Token> {
    let after = tokens.partition_point(|token| token.span.start <= offset);
    let token = *tokens.get(after.checked_sub(1)?)?;
    let before = after.checked_sub(2).and_then(|index| tokens.get(index)).copied();
    let touched = before.filter(|before| before.span.end == offset && before.kind != Kind::Other);
    match token.kind {
        Kind::Other | Kind::Sign if token.span.start == offset => touched.or(Some(token)),
        _ => (offset <= token.span.end).then_some(token),
    }
}

/// The kind and the length in bytes of what a text begins with.
fn token(first: char, rest: &str) -> (Kind, usize) {
    match first {
        '#' => (Kind::Comment, line(rest).trim_end().len()),
        '"' => (Kind::String, string(line(rest))),
        '$' => (Kind::Reference, reference(rest)),
        '=' | '!' | '<' | '>' | '≠' | '≤' | '≥' => {
            (Kind::Sign, while_any(rest, |letter| "=!<>≠≤≥".contains(letter)))
        }
        '.' if rest.starts_with("..") => (Kind::Sign, while_any(rest, |letter| letter == '.')),
        first if first.is_numeric() => (Kind::Number, while_any(rest, in_word)),
        first if in_word(first) => (Kind::Word, while_any(rest, in_word)),
        first => (Kind::Other, first.len_utf8()),
    }
}

fn line(rest: &str) -> &str {
    rest.split(['\n', '\r']).next().unwrap_or_default()
}

/// The length of the string that a line begins with.
fn string(line: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in line.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            _ => escaped = letter == '\\' && !escaped,
        }
    }
    line.trim_end().len()
}

fn reference(rest: &str) -> usize {
    let behind = rest.get(1..).unwrap_or_default();
    let name = 1 + while_any(behind, in_word);
    let more = rest.get(name..).and_then(|rest| rest.strip_prefix('.'));
    match more.map(|more| while_any(more, in_word)) {
        Some(length) if length > 0 => name + 1 + length,
        _ => name,
    }
}

fn while_any(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !is_part(letter)).unwrap_or(text.len())
}

/// Whether a character is part of a word.
pub fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-' || ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_of_a_broken_text() {
        let text = "tïtle >= $lib.x..1_000 # end\r\n\"op\\\"en, [a\nb";
        let found: Vec<(Kind, &str)> = tokens(text).iter().map(|one| (one.kind, &text[one.span.range()])).collect();
        let expected = [
            (Kind::Word, "tïtle"),
            (Kind::Sign, ">="),
            (Kind::Reference, "$lib.x"),
            (Kind::Sign, ".."),
            (Kind::Number, "1_000"),
            (Kind::Comment, "# end"),
            (Kind::String, "\"op\\\"en, [a"),
            (Kind::Word, "b"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_is_found_from_behind() {
        let text = "in [Sales,CEO]";
        let at = |offset| token_at(&tokens(text), offset).map(|token| &text[token.span.range()]);
        assert_eq!(at(9), Some("Sales"));
        assert_eq!(at(10), Some("CEO"));
        assert_eq!(at(3), Some("["));
        assert_eq!(at(2), Some("in"));
        assert_eq!(token_at(&[], 0), None);
    }
}
