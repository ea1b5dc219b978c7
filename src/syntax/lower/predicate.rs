//! Conditions on one field, and the slips around their operators.

use super::operator::{listed, operator};
use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Name, Op, Predicate, ValueKind};

impl<'s> Lower<'s> {
    pub(super) fn predicate(&mut self, node: Node<'s>, after: Option<Node<'s>>) -> Option<Predicate> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let field = name(&inner.next()?);
        let Some(next) = inner.peek() else { return self.signal(field, after) };
        if next.as_rule() == Rule::loose_range {
            return self.loose_range(span, field, next);
        }
        let (op, op_span) = self.relation(&next, &mut inner);
        let mut predicate = Predicate { span, field, op, op_span, operands: vec![], list: None };
        let next = inner.peek()?;
        if matches!(next.as_rule(), Rule::list | Rule::list_slip | Rule::round_list) {
            predicate.list = Some(super::span(&next));
            predicate.operands = self.list(next.clone());
            self.after_operand(span, after);
            self.check_list(&mut predicate, next.as_rule() == Rule::round_list);
        } else {
            let element = self.element(&mut inner)?;
            predicate.operands.push(element);
            self.after_value(&mut predicate, after);
        }
        // What cannot be mended would only raise a second finding later.
        let mendable = predicate.list.is_none() || matches!(predicate.op, Op::In | Op::NotIn);
        mendable.then_some(predicate)
    }

    /// A field on its own; words after it are most often a value without its operator.
    fn signal(&mut self, field: Name, after: Option<Node<'s>>) -> Option<Predicate> {
        let Some(after) = after else { return Some(signal(field.span)) };
        let rest = self.place.trim(span(&after));
        let finding = match after.as_rule() {
            Rule::words => self.place.missing_operator(field.span, rest),
            _ => self.place.unexpected(rest, &["an operator such as `=`", "`in`"]),
        };
        self.find(finding);
        None
    }

    /// `size 3 .. 5`
    fn loose_range(&mut self, span: Span, field: Name, node: Node<'s>) -> Option<Predicate> {
        let at = super::span(&node);
        let mut bounds = node.into_inner();
        let (low, high) = (bounds.next()?, bounds.next()?);
        self.find(self.place.loose_range(at, low.as_str(), high.as_str()));
        let kind = ElementKind::Range(Some(self.value(&low)), Some(self.value(&high)));
        let operands = vec![Element { span: at, kind, unit: None }];
        Some(Predicate { span, field, op: Op::Range, op_span: Span::at(at.start), operands, list: None })
    }

    /// How the field is compared, and where that is said.
    fn relation(&mut self, next: &Node<'s>, inner: &mut Nodes<'s>) -> (Op, Span) {
        let at = span(next);
        if next.as_rule() == Rule::no_op {
            inner.next();
            let lists = |node: &Node| matches!(node.as_rule(), Rule::list | Rule::list_slip | Rule::reference);
            let listed = inner.peek().is_some_and(|node| lists(&node));
            let value = inner.peek().map_or(at, |node| span(&node));
            self.find(self.place.no_operator(at.start, value, if listed { "in" } else { "=" }));
            return (if listed { Op::In } else { Op::Equal }, at);
        }
        if !matches!(next.as_rule(), Rule::op | Rule::in_op | Rule::word_op | Rule::other_in) {
            return (Op::Range, Span::at(at.start));
        }
        inner.next();
        let (op, ours) = operator(next.as_str());
        // A list after a foreign sign is one slip, which the list's finding mends whole.
        let listed = inner.peek().is_some_and(|node| matches!(node.as_rule(), Rule::list | Rule::list_slip));
        let mended = listed && matches!(op, Op::Equal | Op::NotEqual);
        if let Some(ours) = ours.filter(|_| !mended) {
            self.find(self.place.foreign_operator(at, ours, next.as_str() != "=~" && next.as_str() != "~="));
        }
        (op, at)
    }

    /// Whether the operator takes a list.
    fn check_list(&mut self, predicate: &mut Predicate, round: bool) {
        let Some(list) = predicate.list else { return };
        match predicate.op {
            Op::In | Op::NotIn if round && !self.place.slice(list).ends_with(')') => {
                let opener = Span { start: list.start, end: list.start + 1 };
                self.find(self.place.unclosed(opener, list.end, false));
            }
            Op::In | Op::NotIn if round => {
                let inner = Span { start: list.start + 1, end: list.end - 1 };
                let square = format!("[{}]", self.place.slice(inner));
                self.find(self.place.value_after_in(predicate.op_span, list, &square));
            }
            Op::In | Op::NotIn => {}
            op => {
                let text = self.place.slice(list).to_owned();
                self.find(self.place.list_after_equals(predicate.op_span, list, &text));
                predicate.op = listed(op);
            }
        }
    }

    /// A value without brackets: does the operator want some, and what slipped in after it?
    fn after_value(&mut self, predicate: &mut Predicate, after: Option<Node<'s>>) {
        match after {
            Some(values) if values.as_rule() == Rule::comma_values => self.more_values(predicate, values),
            Some(words) => self.more_words(predicate, self.place.trim(span(&words))),
            None => self.brackets(predicate),
        }
    }

    /// `title = CEO, CTO`
    fn more_values(&mut self, predicate: &mut Predicate, values: Node<'s>) {
        let Some(first) = predicate.operands.first() else { return };
        let whole = first.span.to(self.place.trim(span(&values)));
        let list = format!("[{}]", self.place.slice(whole));
        let more = self.elements(values.into_inner());
        predicate.operands.extend(more);
        let finding = match predicate.op {
            Op::In | Op::NotIn => self.place.value_after_in(predicate.op_span, whole, &list),
            Op::Range => self.place.list_after_range(whole, &list),
            _ => self.place.list_after_equals(predicate.op_span, whole, &list),
        };
        self.find(finding);
        predicate.list = Some(whole);
        predicate.op = listed(predicate.op);
        predicate.span = predicate.span.to(whole);
    }

    /// `title = VP Sales`
    fn more_words(&mut self, predicate: &mut Predicate, words: Span) {
        if self.place.is_wordless(words) {
            return self.find(self.place.unexpected(words, &[]));
        }
        let written = self.place.slice(words);
        let open = matches!(predicate.operands.first(), Some(Element { kind: ElementKind::Range(Some(_), None), .. }));
        if open && written.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit()) {
            let low = predicate.operands[0].span;
            let text = self.place.slice(low).trim_end_matches('.');
            return self.find(self.place.loose_range(low.to(words), text, written.trim_start_matches('.')));
        }
        let Some(element) = predicate.operands.first_mut().filter(|element| is_word(element)) else {
            return self.find(self.place.words_after(predicate.span, words));
        };
        let value = element.unit.map_or(element.span, |unit| element.span.to(unit.span));
        let touches = value.end == words.start;
        let whole = value.to(words);
        super::element::extend(element, words);
        predicate.span = predicate.span.to(words);
        let straight = crate::syntax::errors::quoted(self.place.slice(whole));
        let finding = match predicate.op {
            Op::In | Op::NotIn => self.place.value_after_in(predicate.op_span, whole, &format!("[{straight}]")),
            _ if touches => self.place.needs_quotes(whole),
            _ => self.place.unquoted_value(predicate.field.span, value, words),
        };
        if matches!(predicate.op, Op::In | Op::NotIn) {
            predicate.list = Some(whole);
        }
        self.find(finding);
    }

    /// `title in CEO`
    fn brackets(&mut self, predicate: &mut Predicate) {
        let Some(Element { span, kind: ElementKind::Value(_), .. }) = predicate.operands.first() else { return };
        if matches!(predicate.op, Op::In | Op::NotIn) {
            let (span, written) = (*span, self.place.slice(*span));
            // The value may have a slip of its own, which is mended first.
            let list =
                match written.starts_with('"') || written.chars().all(|c| c.is_alphanumeric() || "_-+–".contains(c)) {
                    true => format!("[{written}]"),
                    false => return,
                };
            self.find(self.place.value_after_in(predicate.op_span, span, &list));
            predicate.list = Some(span);
        }
    }
}

fn is_word(element: &Element) -> bool {
    matches!(&element.kind, ElementKind::Value(value) if value.kind != ValueKind::Quoted && !value.text.quoted)
}

/// The signal that a name on its own is.
fn signal(span: Span) -> Predicate {
    Predicate { span, field: Name { span }, op: Op::Signal, op_span: span, operands: vec![], list: None }
}
