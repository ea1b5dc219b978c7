//! Expressions: conditions, and what joins them.

use super::piece::{Flat, Piece};
use super::printer::Printer;
use crate::fields::FieldId;
use crate::syntax::ast::{Expr, ExprKind, Name, Op, Predicate};

impl Printer<'_> {
    /// A clause: each condition of an `and` has a line of its own, branches of an `or` if one line is too short.
    pub(super) fn clause(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(all) if !self.is_enclosed(expr) => self.chain(all, "and", Flat::Never),
            ExprKind::Or(all, _) if !self.is_enclosed(expr) => {
                self.group(|printer| printer.chain(all, "or", Flat::Blank));
            }
            _ => self.operand(expr),
        }
    }

    /// What is behind the `=` of a `let`: on its line, or each condition on a line of its own below.
    pub(super) fn filter(&mut self, expr: &Expr) {
        if !matches!(expr.kind, ExprKind::And(_) | ExprKind::Or(..)) || self.is_enclosed(expr) {
            self.push(Piece::Space);
            return self.operand(expr);
        }
        self.push(Piece::Open);
        self.push(Piece::Indent);
        self.line(Flat::Blank);
        self.inner(expr);
        self.push(Piece::Dedent);
        self.push(Piece::Close);
    }

    /// Whether there are parentheses around the expression.
    fn is_enclosed(&self, expr: &Expr) -> bool {
        self.peek() < expr.span.range().start
    }

    /// The expression, whose lines are those of the group around it.
    fn inner(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(all) if !self.is_enclosed(expr) => self.chain(all, "and", Flat::Blank),
            ExprKind::Or(all, _) if !self.is_enclosed(expr) => self.chain(all, "or", Flat::Blank),
            _ => self.operand(expr),
        }
    }

    fn chain(&mut self, all: &[Expr], word: &'static str, flat: Flat) {
        let Some((first, rest)) = all.split_first() else { return };
        self.operand(first);
        self.links(rest, word, flat);
    }

    /// The operands of a chain behind the first one.
    fn links(&mut self, rest: &[Expr], word: &'static str, flat: Flat) {
        for expr in rest {
            self.line(flat);
            self.connective(word);
            self.operand(expr);
        }
    }

    /// A chain inside another one: its lines stand further to the right than the first of them.
    fn branch(&mut self, all: &[Expr], word: &'static str) {
        let Some((first, rest)) = all.split_first() else { return };
        self.group(|printer| {
            printer.operand(first);
            printer.push(Piece::Indent);
            printer.links(rest, word, Flat::Blank);
            printer.push(Piece::Dedent);
        });
    }

    /// `and` or `or` at the start of a line. Where it stood at the end of one, its comments come before it: they
    /// belong to the line that it ended, or to the one below.
    fn connective(&mut self, word: &'static str) {
        let before = self.take_gap();
        self.pieces.extend(before.pieces());
        self.pass(word);
        let mut behind = self.take_gap();
        let comes_before = behind.comments.iter().take_while(|comment| comment.own || !before.line).count();
        let kept = behind.comments.split_off(comes_before);
        self.pieces.extend(behind.comments.iter().flat_map(|comment| comment.pieces()));
        if kept.is_empty() && behind.empty {
            self.push(Piece::Empty);
        }
        self.push(Piece::Text(word));
        self.push(Piece::Space);
        self.pieces.extend(kept.iter().flat_map(|comment| comment.pieces()));
    }

    fn operand(&mut self, expr: &Expr) {
        if self.is_enclosed(expr) {
            return self.bracket(["(", ")"], Flat::Nothing, |printer| printer.inner(expr));
        }
        match &expr.kind {
            ExprKind::And(all) => self.branch(all, "and"),
            ExprKind::Or(all, _) => self.branch(all, "or"),
            ExprKind::Not(_, inner) => {
                self.word("not");
                self.push(Piece::Space);
                self.operand(inner);
            }
            ExprKind::Predicate(predicate) => self.predicate(predicate),
            ExprKind::Reference(reference) => self.atom(reference.span),
        }
    }

    fn predicate(&mut self, predicate: &Predicate) {
        self.field(predicate.field);
        match predicate.op {
            Op::Signal => return,
            Op::Range => {}
            Op::In => self.then("in"),
            Op::NotIn => {
                self.then("not");
                self.then("in");
            }
            _ => {
                self.push(Piece::Space);
                self.atom(predicate.op_span);
            }
        }
        self.push(Piece::Space);
        match predicate.list {
            Some(_) => self.list(&predicate.operands),
            None => predicate.operands.iter().for_each(|element| self.element(element)),
        }
    }

    fn field(&mut self, name: Name) {
        let written = self.source.slice(name.span);
        self.renamed(name.span, FieldId::find(written).map_or(written, |field| field.row().name));
    }
}
