//! Clauses: operands and the `and`s and `or`s between them.

use super::Reader;
use crate::source::Span;
use crate::syntax::ast::{ElementKind, Expr, ExprKind, Name, Op, Predicate};
use crate::syntax::lower::{Part, Run};

impl Reader<'_> {
    /// A clause, up to the end of its last line.
    pub(super) fn clause(&mut self) -> Option<Expr> {
        let part = self.run()?;
        let end = self.at;
        self.blanks();
        if !self.line_ends() {
            return None;
        }
        self.space();
        // A link at the beginning of the next line belongs to the clause too.
        let goes_on = matches!(self.byte(), b'&' | b'|' | b',' | b';');
        self.at = end;
        (!goes_on).then_some(part.expr)
    }

    /// Operands with links between them.
    fn run(&mut self) -> Option<Part> {
        let mut run = Run::default();
        loop {
            run.open.push(self.operand()?);
            let end = self.at;
            self.space();
            let start = self.at;
            match self.word() {
                word if word.eq_ignore_ascii_case("and") => {}
                word if word.eq_ignore_ascii_case("or") => run.or(self.since(start)),
                _ => {
                    self.at = end;
                    return run.finish();
                }
            }
            self.space();
        }
    }

    fn operand(&mut self) -> Option<Part> {
        let start = self.at;
        let (span, kind) = match self.byte() {
            b'(' => return self.parentheses(),
            b'$' => {
                let reference = self.reference()?;
                (reference.span, ExprKind::Reference(reference))
            }
            b'n' | b'N' if self.eat_word("not") => return self.negation(self.since(start)),
            _ => {
                let predicate = self.predicate()?;
                (predicate.span, ExprKind::Predicate(predicate))
            }
        };
        Some(Part { expr: Expr { span, kind }, outer: span })
    }

    fn parentheses(&mut self) -> Option<Part> {
        let start = self.at;
        self.expect(b'(')?;
        self.space();
        let part = self.deeper(1, Self::run)?;
        self.space();
        self.expect(b')')?;
        Some(Part { outer: self.since(start), ..part })
    }

    /// What stands behind a `not`, and that.
    fn negation(&mut self, not: Span) -> Option<Part> {
        self.space();
        let part = self.deeper(1, Self::operand)?;
        let outer = not.to(part.outer);
        Some(Part { expr: Expr { span: outer, kind: ExprKind::Not(not, Box::new(part.expr)) }, outer })
    }

    fn predicate(&mut self) -> Option<Predicate> {
        let start = self.at;
        let field = self.name()?;
        let end = self.at;
        self.blanks();
        let at = self.at;
        let (op, is_listed) = match self.byte() {
            b'=' | b'!' | b'<' | b'>' => (self.comparison()?, false),
            b'i' | b'I' | b'n' | b'N' => match self.membership() {
                Some(op) => (op, true),
                None => return self.range_or_signal(field, at, end),
            },
            _ => return self.range_or_signal(field, at, end),
        };
        let op_span = self.since(at);
        self.blanks();
        let mut predicate = Predicate { span: field.span, field, op, op_span, operands: vec![], list: None };
        let value = self.at;
        if self.byte() == b'[' && is_listed {
            predicate.operands = self.list()?;
            predicate.list = Some(self.since(value));
        } else {
            let element = self.element()?;
            // One value behind `in` wants brackets.
            if is_listed && matches!(element.kind, ElementKind::Value(_)) {
                return None;
            }
            predicate.operands = vec![element];
        }
        predicate.span = self.since(start);
        Some(predicate)
    }

    /// `=`, `!=`, `<`, `<=`, `>`, `>=`, and nothing that another language makes of them.
    fn comparison(&mut self) -> Option<Op> {
        let first = self.byte();
        self.at += 1;
        let is_two = first != b'=' && self.eat(b'=');
        if matches!(self.byte(), b'=' | b'>' | b'<' | b'~') {
            return None;
        }
        Some(match (first, is_two) {
            (b'=', _) => Op::Equal,
            (b'!', true) => Op::NotEqual,
            (b'<', false) => Op::Less,
            (b'<', true) => Op::LessEqual,
            (b'>', false) => Op::Greater,
            (b'>', true) => Op::GreaterEqual,
            _ => return None,
        })
    }

    /// `in`, or `not in` on one line.
    fn membership(&mut self) -> Option<Op> {
        let start = self.at;
        if self.eat_word("in") {
            return Some(Op::In);
        }
        if self.eat_word("not") {
            self.blanks();
            if self.eat_word("in") {
                return Some(Op::NotIn);
            }
        }
        self.at = start;
        None
    }

    /// `size 51..1000`, or a field alone, whose name ends at `end`; what follows begins `at`.
    fn range_or_signal(&mut self, field: Name, at: usize, end: usize) -> Option<Predicate> {
        if self.is_signal(end) {
            self.at = end;
            let span = field.span;
            return Some(Predicate { span, field, op: Op::Signal, op_span: span, operands: vec![], list: None });
        }
        self.at = at;
        let element = self.element()?;
        let span = field.span.to(self.since(at));
        let is_range = matches!(element.kind, ElementKind::Range(..));
        let op_span = Span::at(element.span.start);
        is_range.then(|| Predicate { span, field, op: Op::Range, op_span, operands: vec![element], list: None })
    }

    /// Whether the name that ends at `end` stands alone: its line, parentheses or block ends there or a link follows,
    /// and what comes then, on another line too, is not compared with it.
    fn is_signal(&mut self, end: usize) -> bool {
        if matches!(self.byte(), b')' | b'}' | 0) {
            return true;
        }
        let is_last = matches!(self.byte(), b'\n' | b'#');
        self.at = end;
        self.space();
        match self.ahead() {
            word if word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("or") => true,
            "" => is_last && matches!(self.byte(), b')' | b'}' | b'(' | b'$' | 0),
            word => is_last && self.begins_another(word),
        }
    }

    /// Whether `word`, which is here, is neither an operator nor the beginning of a range.
    pub(super) fn begins_another(&mut self, word: &str) -> bool {
        let start = self.at;
        self.at += word.len();
        // Behind anything else it may go on, as `10001+..` does.
        let is_whole =
            matches!(self.byte(), b' ' | b'\t'..=b'\r' | b':' | b'#' | b')' | b'}' | b'=' | b'<' | b'>' | b'!' | 0);
        self.space();
        let is_operator = word.eq_ignore_ascii_case("in")
            || word.eq_ignore_ascii_case("not") && self.ahead().eq_ignore_ascii_case("in");
        self.at = start;
        is_whole && !is_operator
    }
}
