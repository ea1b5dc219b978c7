//! Clauses: a flat run of operands and links becomes a tree in which `and` binds tighter than `or`.

use super::{Lower, Node, Nodes, Rule, span};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Name, Op, Predicate};
use crate::syntax::scan::DEEPEST;

/// An expression and the span it takes with the parentheses around it.
pub(super) struct Part {
    pub expr: Expr,
    pub outer: Span,
}

/// What has been read of a run.
#[derive(Default)]
struct Run {
    /// The finished `and` runs, and the `or`s between them.
    finished: Vec<Part>,
    ors: Vec<Span>,
    /// The operands of the open `and` run.
    open: Vec<Part>,
    /// The links since the last operand.
    links: Vec<Span>,
    /// The last operand, read or broken.
    last: Option<Span>,
    /// How many findings there were before it.
    mark: usize,
    /// Whether something before the run may have been its first operand.
    after_broken: bool,
}

impl<'s> Lower<'s> {
    pub(super) fn clause(&mut self, node: Node<'s>, after_broken: bool) -> Option<Expr> {
        let run = Run { after_broken, ..Run::default() };
        self.run(node.into_inner(), run).map(|part| part.expr)
    }

    fn run(&mut self, mut nodes: Nodes<'s>, mut run: Run) -> Option<Part> {
        while let Some(node) = nodes.next() {
            let at = span(&node);
            match node.as_rule() {
                Rule::and | Rule::or | Rule::other_link => run.links.push(at),
                Rule::block_stray | Rule::bracket_stray => self.find(self.place.stray_closer(at)),
                Rule::other_comment => self.find(self.place.foreign_comment(at)),
                Rule::words => self.lone_words(at, &mut run),
                Rule::broken => self.broken_operand(at, &mut run),
                Rule::comma_values | Rule::unclosed => {}
                _ => self.joined_operand(node, &mut nodes, &mut run),
            }
        }
        self.links_at_end(&run);
        run.finish()
    }

    /// An operand, and what slipped in after it.
    fn joined_operand(&mut self, node: Node<'s>, nodes: &mut Nodes<'s>, run: &mut Run) {
        let at = span(&node);
        self.link(at, run);
        run.mark = self.findings.len();
        let after = nodes.peek().filter(|node| matches!(node.as_rule(), Rule::words | Rule::comma_values));
        if after.is_some() {
            nodes.next();
        }
        let part = self.operand(node, after.clone());
        let hidden = self.hide_behind_open_string(run.mark);
        run.last = Some(after.filter(|_| part.is_some() || hidden).map_or(at, |node| at.to(span(&node))));
        run.open.extend(part);
    }

    /// Check the links between the last operand and the one at `next`.
    fn link(&mut self, next: Span, run: &mut Run) {
        let links = std::mem::take(&mut run.links);
        match (run.last, links.as_slice()) {
            (None, [first, ..]) if !run.after_broken => self.leading_link(*first),
            (None, _) => {}
            (Some(last), []) => self.find(self.place.missing_and(last, next)),
            (_, [one]) => self.foreign_link(*one),
            (_, [first, second, ..]) => self.double_link(*first, *second),
        }
        if let (Some(_), Some(or)) = (run.last, links.iter().find(|link| self.is_or(**link))) {
            run.or(*or);
        }
    }

    fn leading_link(&mut self, link: Span) {
        match self.place.slice(link) {
            "," | ";" => self.find(self.place.stray_comma(link, false)),
            word => {
                let sure = !word.eq_ignore_ascii_case("or") && !word.contains('|');
                self.find(self.place.stray_connective(link, "before", sure));
            }
        }
    }

    fn double_link(&mut self, first: Span, second: Span) {
        match (self.place.slice(first), self.place.slice(second)) {
            ("," | ";", _) => self.find(self.place.stray_comma(first, false)),
            (_, "," | ";") => self.find(self.place.stray_comma(second, false)),
            _ => self.find(self.place.doubled_connective(first, second)),
        }
    }

    fn foreign_link(&mut self, link: Span) {
        match self.place.slice(link) {
            "&&" | "&" => self.find(self.place.foreign_operator(link, "and", true)),
            "||" | "|" => self.find(self.place.foreign_operator(link, "or", true)),
            "," | ";" => self.find(self.place.stray_comma(link, true)),
            _ => {}
        }
    }

    fn is_or(&self, link: Span) -> bool {
        let word = self.place.slice(link);
        word.eq_ignore_ascii_case("or") || word.starts_with('|')
    }

    /// Links with nothing after them.
    fn links_at_end(&mut self, run: &Run) {
        let Some(&first) = run.links.first() else { return };
        match self.place.slice(first) {
            "," | ";" => self.find(self.place.stray_comma(first, false)),
            _ if run.last.is_none() && run.after_broken => {}
            _ => self.find(self.place.stray_connective(first, "after", run.last.is_some())),
        }
    }

    /// Text that nothing reads. Right after an operand it makes that one unreadable too.
    fn broken_operand(&mut self, at: Span, run: &mut Run) {
        let joined = !run.links.is_empty();
        run.links.clear();
        match run.last.filter(|_| !joined) {
            Some(last) if last.end > at.start => {}
            Some(last) => {
                self.findings.truncate(run.mark.min(self.findings.len()));
                run.open.pop();
                self.broken(last.to(at));
            }
            None => self.broken(at),
        }
        run.last = Some(at);
        run.mark = self.findings.len();
    }

    /// Words after an operand that does not end in a word: signals without `and`.
    fn lone_words(&mut self, at: Span, run: &mut Run) {
        let at = self.place.trim(at);
        if let Some(last) = run.last {
            self.find(self.place.missing_and(last, at));
        }
        run.last = Some(at);
    }

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
            Rule::words if !self.place.is_wordless(at) => self.place.missing_and(operand, at),
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

/// The signal that a name on its own is.
pub(super) fn signal(span: Span) -> Predicate {
    Predicate { span, field: Name { span }, op: Op::Signal, op_span: span, operands: vec![], list: None }
}

impl Run {
    fn or(&mut self, at: Span) {
        if let Some(part) = join(std::mem::take(&mut self.open), ExprKind::And) {
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
