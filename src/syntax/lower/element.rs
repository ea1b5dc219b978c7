//! Operands: values, ranges, references, lists.

use super::clause::reference;
use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Value, ValueKind};

impl<'s> Lower<'s> {
    pub(super) fn list(&mut self, node: Node<'s>) -> Vec<Element> {
        let mut inner = node.into_inner();
        let mut elements = vec![];
        while inner.peek().is_some() {
            elements.extend(self.element(&mut inner));
        }
        elements
    }

    /// Read one element, which the grammar lays out as a flat run: value, dots, value, unit.
    pub(super) fn element(&mut self, nodes: &mut Nodes<'s>) -> Option<Element> {
        let first = nodes.next()?;
        let start = span(&first);
        let mut element = match first.as_rule() {
            Rule::reference => Element { span: start, kind: ElementKind::Reference(reference(first)?), unit: None },
            Rule::dots => self.range(None, start, nodes),
            _ => {
                let value = self.value(&first)?;
                match nodes.peek() {
                    Some(node) if node.as_rule() == Rule::dots => {
                        nodes.next();
                        self.range(Some(value), span(&node), nodes)
                    }
                    _ => Element { span: start, kind: ElementKind::Value(value), unit: None },
                }
            }
        };
        if let Some(node) = nodes.peek().filter(|node| node.as_rule() == Rule::unit_word) {
            nodes.next();
            element.unit = Some(name(&node));
        }
        Some(element)
    }

    /// The rest of a range whose dots have just been read.
    fn range(&mut self, low: Option<Value>, dots: Span, nodes: &mut Nodes<'s>) -> Element {
        let next = nodes.peek().filter(|node| span(node).start == dots.end);
        let high = next.filter(|node| matches!(node.as_rule(), Rule::string | Rule::bare)).and_then(|node| {
            nodes.next();
            self.value(&node)
        });
        let start = low.as_ref().map_or(dots, |value| value.text.span);
        let end = high.as_ref().map_or(dots, |value| value.text.span);
        Element { span: start.to(end), kind: ElementKind::Range(low, high), unit: None }
    }

    pub(super) fn value(&mut self, node: &Node<'s>) -> Option<Value> {
        let kind = match node.as_rule() {
            Rule::string => ValueKind::Quoted,
            _ => bare_kind(node.as_str()),
        };
        Some(Value { text: self.text(node), kind })
    }
}

/// What an unquoted value is.
pub(super) fn bare_kind(text: &str) -> ValueKind {
    let bytes = text.as_bytes();
    if bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == b'_') {
        return ValueKind::Number;
    }
    match text.strip_suffix('+').or_else(|| two_numbers(text)) {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => ValueKind::Bucket,
        _ => ValueKind::Word,
    }
}

/// The second of `51-200`, if the first is a number too.
fn two_numbers(text: &str) -> Option<&str> {
    let (low, high) = text.split_once(['-', '–'])?;
    (!low.is_empty() && low.bytes().all(|byte| byte.is_ascii_digit())).then_some(high)
}
