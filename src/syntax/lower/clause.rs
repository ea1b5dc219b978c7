//! Clauses: a flat run of operands and links becomes a tree in which `and` binds tighter than `or`.

use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Op, Predicate, Reference};

/// An expression and the span it takes with the parentheses around it.
struct Part {
    expr: Expr,
    outer: Span,
}

/// Operands gathered so far: finished `and` runs, and the run that is open.
#[derive(Default)]
struct Run {
    finished: Vec<Part>,
    ors: Vec<Span>,
    open: Vec<Part>,
}

impl<'s> Lower<'s> {
    pub(super) fn clause(&mut self, node: Node<'s>) -> Option<Expr> {
        self.run(node.into_inner()).map(|part| part.expr)
    }

    fn run(&mut self, mut nodes: Nodes<'s>) -> Option<Part> {
        let mut run = Run::default();
        while let Some(node) = nodes.next() {
            match node.as_rule() {
                Rule::and => {}
                Rule::or => run.or(span(&node)),
                _ => run.open.extend(self.operand(node, &mut nodes)),
            }
        }
        run.finish()
    }

    fn operand(&mut self, mut node: Node<'s>, nodes: &mut Nodes<'s>) -> Option<Part> {
        let mut nots = vec![];
        while node.as_rule() == Rule::not {
            nots.push(span(&node));
            node = nodes.next()?;
        }
        let mut part = self.primary(node)?;
        for not in nots.into_iter().rev() {
            part.outer = not.to(part.outer);
            part.expr = Expr { span: part.outer, kind: ExprKind::Not(not, Box::new(part.expr)) };
        }
        Some(part)
    }

    fn primary(&mut self, node: Node<'s>) -> Option<Part> {
        let span = span(&node);
        let kind = match node.as_rule() {
            Rule::predicate => ExprKind::Predicate(self.predicate(node)?),
            Rule::reference => ExprKind::Reference(reference(node)?),
            _ => return self.run(node.into_inner()).map(|part| Part { outer: span, ..part }),
        };
        Some(Part { expr: Expr { span, kind }, outer: span })
    }

    fn predicate(&mut self, node: Node<'s>) -> Option<Predicate> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let field = name(&inner.next()?);
        let (op, op_span) = relation(&mut inner, field.span);
        let mut predicate = Predicate { span, field, op, op_span, operands: vec![], list: None };
        if inner.peek().is_some_and(|node| node.as_rule() == Rule::list) {
            let list = inner.next()?;
            predicate.list = Some(super::span(&list));
            predicate.operands = self.list(list);
        } else if op != Op::Signal {
            predicate.operands.push(self.element(&mut inner)?);
        }
        Some(predicate)
    }
}

/// How the field is compared, and where that is said.
fn relation(inner: &mut Nodes<'_>, field: Span) -> (Op, Span) {
    let Some(next) = inner.peek() else { return (Op::Signal, field) };
    match next.as_rule() {
        Rule::op | Rule::in_op => {
            inner.next();
            (op(next.as_str()), span(&next))
        }
        _ => (Op::Range, Span::at(span(&next).start)),
    }
}

fn op(text: &str) -> Op {
    match text {
        "=" => Op::Equal,
        "!=" => Op::NotEqual,
        "<" => Op::Less,
        "<=" => Op::LessEqual,
        ">" => Op::Greater,
        ">=" => Op::GreaterEqual,
        _ if text.len() == 2 => Op::In,
        _ => Op::NotIn,
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

impl Run {
    fn or(&mut self, at: Span) {
        let and = join(std::mem::take(&mut self.open), ExprKind::And);
        if let Some(part) = and {
            self.finished.push(part);
            self.ors.push(at);
        }
    }

    fn finish(mut self) -> Option<Part> {
        let last = join(self.open, ExprKind::And);
        if self.finished.is_empty() {
            return last;
        }
        self.finished.extend(last);
        self.ors.truncate(self.finished.len().saturating_sub(1));
        let ors = self.ors;
        join(self.finished, |parts| ExprKind::Or(parts, ors))
    }
}

/// One part stays itself; several become one.
fn join(mut parts: Vec<Part>, kind: impl FnOnce(Vec<Expr>) -> ExprKind) -> Option<Part> {
    if parts.len() < 2 {
        return parts.pop();
    }
    let outer = parts.first()?.outer.to(parts.last()?.outer);
    let expr = Expr { span: outer, kind: kind(parts.into_iter().map(|part| part.expr).collect()) };
    Some(Part { expr, outer })
}
