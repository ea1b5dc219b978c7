//! Operands of a clause: conditions, references, negations, parentheses.

use super::run::{Part, Run};
use super::{Lower, Node, Rule, span};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Name, Op, Predicate};
use crate::syntax::scan::DEEPEST;

impl<'s> Lower<'s> {
    /// A predicate, reference, negation or parenthesis; `after` is what slipped in behind it.
    pub(super) fn operand(&mut self, node: Node<'s>, after: Option<Node<'s>>) -> Option<Part> {
        let outer = span(&node);
        let kind = match node.as_rule() {
            Rule::predicate => ExprKind::Predicate(self.predicate(node, after)?),
            Rule::reference => {
                self.after_operand(outer, after);
                ExprKind::Reference(super::element::reference(node)?)
            }
            Rule::negation => return self.negation(node, after),
            Rule::lone_value => {
                self.after_operand(outer, after);
                ExprKind::Predicate(lone_value(outer))
            }
            _ => {
                self.after_operand(outer, after);
                return self.paren(node);
            }
        };
        Some(Part { expr: Expr { span: outer, kind }, outer })
    }

    /// Words or values after something that they cannot belong to.
    pub(super) fn after_operand(&mut self, operand: Span, after: Option<Node<'s>>) {
        let Some(after) = after else { return };
        let at = self.place.trim(span(&after));
        let finding = match after.as_rule() {
            Rule::words if !self.place.is_wordless(at) => self.place.words_after(operand, at),
            _ => self.place.unexpected(at, &["`and`", "a new line"]),
        };
        self.find(finding);
    }

    fn paren(&mut self, node: Node<'s>) -> Option<Part> {
        let outer = span(&node);
        let inner = node.into_inner();
        let unclosed = inner.clone().next_back().filter(|node| node.as_rule() == Rule::unclosed);
        let mark = self.findings.len();
        self.deeper(outer, 1);
        let empty = inner.clone().next().is_none_or(|node| node.as_rule() == Rule::unclosed);
        let part = self.run(inner, Run::default());
        self.depth -= 1;
        let open = Span { start: outer.start, end: outer.start + 1 };
        match unclosed {
            Some(_) if self.findings.len() == mark => self.find(self.place.unclosed(open, self.line_end(outer), false)),
            None if empty => self.find(self.place.empty_parentheses(outer)),
            _ => {}
        }
        part.map(|part| Part { outer, ..part })
    }

    /// The end of the text of the first line of `span`.
    fn line_end(&self, span: Span) -> u32 {
        let line = self.place.slice(span).lines().next().unwrap_or_default();
        let line = line.split(" #").next().unwrap_or_default();
        span.start + line.trim_end().len() as u32
    }

    fn negation(&mut self, node: Node<'s>, after: Option<Node<'s>>) -> Option<Part> {
        let mut nodes: Vec<_> = node.into_inner().collect();
        let inner = nodes.pop()?;
        let nots: Vec<Span> = nodes.iter().map(span).collect();
        self.deeper(*nots.last()?, nots.len());
        self.depth -= nots.len();
        if self.too_deep.is_some() {
            return None;
        }
        for sign in nodes.iter().filter(|node| node.as_rule() == Rule::other_not) {
            self.find(self.place.foreign_operator(span(sign), "not", true));
        }
        if inner.as_rule() == Rule::missing {
            self.find(self.place.nothing_after_not(*nots.last()?));
            return None;
        }
        self.depth += nots.len();
        let part = self.operand(inner, after);
        self.depth -= nots.len();
        let mut part = part.filter(|_| self.too_deep.is_none())?;
        for not in nots.into_iter().rev() {
            part.outer = not.to(part.outer);
            part.expr = Expr { span: part.outer, kind: ExprKind::Not(not, Box::new(part.expr)) };
        }
        Some(part)
    }

    fn deeper(&mut self, at: Span, levels: usize) {
        self.depth += levels;
        if self.depth > DEEPEST && self.too_deep.is_none() {
            self.too_deep = Some(Span { start: at.start, end: at.start + 1 });
        }
    }
}

/// A value that stands where a clause must: a filter of an odd name, which the resolver explains.
fn lone_value(span: Span) -> Predicate {
    Predicate { span, field: Name { span }, op: Op::Signal, op_span: span, operands: vec![], list: None }
}
