//! Lists of values, with the slips that may be in them.

use super::{Lower, Node, Nodes, Rule, span};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Text, Value, ValueKind};

impl<'s> Lower<'s> {
    /// The elements of a list in brackets of any kind.
    pub(super) fn list(&mut self, node: Node<'s>) -> Vec<Element> {
        if node.as_rule() == Rule::list_slip { self.list_slip(node) } else { self.elements(node.into_inner()) }
    }

    /// Elements that the grammar has put commas between.
    pub(super) fn elements(&mut self, mut nodes: Nodes<'s>) -> Vec<Element> {
        let mut elements = vec![];
        while nodes.peek().is_some_and(|node| node.as_rule() != Rule::unclosed) {
            elements.extend(self.element(&mut nodes));
        }
        elements
    }

    fn list_slip(&mut self, node: Node<'s>) -> Vec<Element> {
        let list = span(&node);
        let mut nodes = node.into_inner();
        let mut elements = vec![];
        // The last element, if no comma has come after it, and the end of what was read.
        let (mut last, mut end) = (None, list.start + 1);
        while let Some(node) = nodes.peek() {
            let at = span(&node);
            match node.as_rule() {
                Rule::comma => {
                    nodes.next();
                    self.comma(at, &mut last);
                }
                Rule::unclosed => {
                    nodes.next();
                    self.unclosed_list(list, end);
                }
                _ => self.slip_element(&mut nodes, &mut last, &mut elements),
            }
            end = last.map_or(at.end, |last: Span| last.end.max(at.end));
        }
        elements
    }

    fn comma(&mut self, at: Span, last: &mut Option<Span>) {
        if last.take().is_none() {
            self.find(self.place.extra_comma(at));
        } else if self.place.slice(at) == ";" {
            self.find(self.place.semicolon(at));
        }
    }

    fn unclosed_list(&mut self, list: Span, end: u32) {
        let opener = Span { start: list.start, end: list.start + 1 };
        let rest = self.place.slice(Span { start: end, end: self.plain.len() as u32 });
        let alone = rest.trim_start_matches([' ', '\t', '\r']);
        let sure = end > list.start + 1 && (alone.is_empty() || alone.starts_with(['\n', '#']));
        self.find(self.place.unclosed(opener, end, sure));
    }

    fn slip_element(&mut self, nodes: &mut Nodes<'s>, last: &mut Option<Span>, elements: &mut Vec<Element>) {
        let Some(node) = nodes.peek() else { return };
        let at = span(&node);
        if let Some(before) = last.filter(|before| !self.place.is_open(*before)) {
            self.find(self.place.missing_comma(before, at));
        }
        match node.as_rule() {
            Rule::phrase => {
                nodes.next();
                self.find(self.place.unquoted_words(at));
                elements.push(word(at));
                *last = Some(at);
            }
            Rule::bad_element => {
                nodes.next();
                let at = self.place.trim(at);
                self.find(self.place.not_a_value(at));
                elements.extend((!self.place.slice(at).starts_with('[')).then(|| word(at)));
                *last = Some(at);
            }
            _ => {
                let element = self.element(nodes);
                let end = |element: &Element| element.unit.map_or(element.span, |unit| element.span.to(unit.span));
                *last = Some(element.as_ref().map_or(at, end));
                elements.extend(element);
            }
        }
    }
}

/// The source of `span` as one value.
fn word(span: Span) -> Element {
    let text = Text { span, decoded: None, quoted: false };
    Element { span, kind: ElementKind::Value(Value { text, kind: ValueKind::Word }), unit: None }
}
