//! Strings and words as text.

use super::{Lower, Node, Rule, span};
use crate::source::Span;
use crate::syntax::ast::Text;

impl<'s> Lower<'s> {
    pub(super) fn text(&mut self, node: &Node<'s>) -> Text {
        let span = span(node);
        let (decoded, quoted) = match node.as_rule() {
            Rule::string => (self.decode(node.as_str(), span.start as usize), true),
            Rule::foreign_string => (Some(self.foreign(node.as_str(), span)), true),
            Rule::open_string => (Some(self.open(node.as_str(), span)), true),
            _ => (None, false),
        };
        Text { span, decoded, quoted }
    }

    fn foreign(&mut self, written: &str, span: Span) -> Box<str> {
        let inner = without_first(written);
        let inner = inner.char_indices().next_back().map_or(inner, |(at, _)| &inner[..at]);
        self.find(self.place.foreign_quote(span, inner));
        inner.into()
    }

    fn open(&mut self, written: &str, span: Span) -> Box<str> {
        let inner = without_first(written).trim_end();
        // `"CEO”`: closed after all, by a quote of another kind.
        match inner.strip_suffix(['”', '“', '»', '\'', '’']).filter(|inner| !inner.contains('"')) {
            Some(closed) => {
                self.find(self.place.foreign_quote(self.place.trim(span), closed));
                closed.into()
            }
            None => {
                self.find(self.place.unclosed_string(span));
                inner.into()
            }
        }
    }

    /// What a string with escapes says; nothing if it has none. It begins at byte `start`.
    fn decode(&mut self, written: &str, start: usize) -> Option<Box<str>> {
        if !written.contains('\\') {
            return None;
        }
        let inner = written.get(1..written.len().saturating_sub(1))?;
        Some(decoded(inner, |backslash, length| {
            let backslash = start + 1 + backslash;
            self.find(self.place.unknown_escape(Span::new(backslash, backslash + 1 + length)));
        }))
    }
}

/// What a text says when its escapes are read. `unknown` is told of each that means nothing and stays as it is: where its
/// backslash is, and how many bytes follow that.
pub(in crate::syntax) fn decoded(written: &str, mut unknown: impl FnMut(usize, usize)) -> Box<str> {
    let mut said = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        said.push_str(&rest[..at]);
        let (character, length) = escape(&rest[at + 1..]);
        match character {
            Some(character) => said.push(character),
            None => {
                unknown(written.len() - rest.len() + at, length);
                said.push_str(&rest[at..at + 1 + length]);
            }
        }
        rest = &rest[at + 1 + length..];
    }
    said.push_str(rest);
    said.into()
}

fn without_first(text: &str) -> &str {
    let mut characters = text.chars();
    characters.next();
    characters.as_str()
}

/// The character that the escape after a backslash stands for, if any, and how many bytes the escape takes.
pub(crate) fn escape(rest: &str) -> (Option<char>, usize) {
    let Some(first) = rest.chars().next() else { return (None, 0) };
    match first {
        '"' | '\\' => (Some(first), 1),
        'n' => (Some('\n'), 1),
        't' => (Some('\t'), 1),
        'u' => scalar(rest),
        _ => (None, first.len_utf8()),
    }
}

/// `u{e9}`
fn scalar(rest: &str) -> (Option<char>, usize) {
    let Some((digits, _)) = rest.strip_prefix("u{").and_then(|rest| rest.split_once('}')) else { return (None, 1) };
    let hexadecimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = if hexadecimal { u32::from_str_radix(digits, 16).ok() } else { None };
    (number.and_then(char::from_u32), digits.len() + 3)
}
