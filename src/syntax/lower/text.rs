//! Strings and words as text.

use super::{Lower, Node, Rule, span};
use crate::syntax::ast::Text;

impl<'s> Lower<'s> {
    pub(super) fn text(&mut self, node: &Node<'s>) -> Text {
        let span = span(node);
        let quoted = node.as_rule() == Rule::string;
        let decoded = if quoted { decode(node.as_str()) } else { None };
        Text { span, decoded, quoted }
    }
}

/// What a string with escapes says; nothing if it has none.
fn decode(written: &str) -> Option<Box<str>> {
    if !written.contains('\\') {
        return None;
    }
    let inner = written.get(1..written.len().saturating_sub(1))?;
    let mut said = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        said.push_str(&rest[..at]);
        let (character, length) = escape(&rest[at + 1..])?;
        said.push(character);
        rest = &rest[at + 1 + length..];
    }
    said.push_str(rest);
    Some(said.into())
}

/// The character that the escape after a backslash stands for, and how many bytes the escape takes.
fn escape(rest: &str) -> Option<(char, usize)> {
    let first = rest.chars().next()?;
    match first {
        '"' | '\\' => Some((first, 1)),
        'n' => Some(('\n', 1)),
        't' => Some(('\t', 1)),
        'u' => {
            let digits = rest.strip_prefix("u{")?.split_once('}')?.0;
            let scalar = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
            Some((scalar, digits.len() + 3))
        }
        _ => None,
    }
}
