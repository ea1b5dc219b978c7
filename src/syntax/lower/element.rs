//! Operands: values, ranges, references.

use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Reference, Value, ValueKind};

impl<'s> Lower<'s> {
    /// Read one element, which the grammar lays out as a flat run: value, dots, value, unit.
    pub(super) fn element(&mut self, nodes: &mut Nodes<'s>) -> Option<Element> {
        let first = nodes.next()?;
        let at = span(&first);
        let mut element = match first.as_rule() {
            Rule::reference => Element { span: at, kind: ElementKind::Reference(reference(first)?), unit: None },
            Rule::dots => self.range(None, at, nodes),
            _ => self.value_or_range(&first, nodes),
        };
        if let Some(node) = nodes.peek().filter(|node| node.as_rule() == Rule::unit_word) {
            nodes.next();
            element.unit = Some(name(&node));
        }
        Some(element)
    }

    fn value_or_range(&mut self, first: &Node<'s>, nodes: &mut Nodes<'s>) -> Element {
        let value = self.value(first);
        let at = span(first);
        let dots = nodes.peek().filter(|node| node.as_rule() == Rule::dots).map(|node| span(&node));
        let Some(dots) = dots.filter(|dots| self.blanks(at, *dots).is_some()) else {
            return Element { span: at, kind: ElementKind::Value(value), unit: None };
        };
        nodes.next();
        let range = self.range(Some(value), dots, nodes);
        if self.blanks(at, dots) != Some("") {
            let high = self.place.slice(Span { start: dots.end, end: range.span.end });
            self.find(self.place.loose_range(range.span, self.place.slice(at), high));
        }
        range
    }

    /// What lies between two parts of a line, if it is nothing but blanks.
    fn blanks(&self, before: Span, after: Span) -> Option<&'s str> {
        let between = self.place.slice(Span { start: before.end, end: after.start });
        between.chars().all(|letter| matches!(letter, ' ' | '\t')).then_some(between)
    }

    /// The rest of a range whose dots have just been read.
    fn range(&mut self, low: Option<Value>, dots: Span, nodes: &mut Nodes<'s>) -> Element {
        let next = nodes.peek().filter(|node| span(node).start == dots.end);
        let high = next.filter(|node| matches!(node.as_rule(), Rule::string | Rule::bare)).map(|node| {
            nodes.next();
            self.value(&node)
        });
        let start = low.as_ref().map_or(dots, |value| value.text.span);
        let end = high.as_ref().map_or(dots, |value| value.text.span);
        Element { span: start.to(end), kind: ElementKind::Range(low, high), unit: None }
    }

    pub(super) fn value(&mut self, node: &Node<'s>) -> Value {
        let kind = match node.as_rule() {
            Rule::bare => bare_kind(node.as_str()),
            _ => Some(ValueKind::Quoted),
        };
        if kind.is_none() {
            self.find(self.place.needs_quotes(span(node)));
        }
        Value { text: self.text(node), kind: kind.unwrap_or(ValueKind::Word) }
    }
}

/// Make `rest` part of the value.
pub(super) fn extend(element: &mut Element, rest: Span) {
    element.span = element.span.to(rest);
    element.unit = None;
    if let ElementKind::Value(value) = &mut element.kind {
        value.text.span = element.span;
        value.kind = ValueKind::Word;
    }
}

pub(super) fn reference(node: Node<'_>) -> Option<Reference> {
    let span = span(&node);
    let mut inner = node.into_inner();
    let first = name(&inner.next()?);
    Some(match inner.next() {
        Some(second) => Reference { span, alias: Some(first), name: name(&second) },
        None => Reference { span, alias: None, name: first },
    })
}

/// What an unquoted value is; nothing if it has signs that need quotes.
pub(in crate::syntax) fn bare_kind(text: &str) -> Option<ValueKind> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') {
        return Some(ValueKind::Number);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let two = |text: &str| text.split_once(['-', '–']).is_some_and(|(low, high)| digits(low) && digits(high));
    if text.strip_suffix('+').is_some_and(digits) || two(text) {
        return Some(ValueKind::Bucket);
    }
    let plain = !text.contains(['+', '–', '&', '/', '\'', '’']);
    (plain && text.contains(char::is_alphabetic)).then_some(ValueKind::Word)
}
