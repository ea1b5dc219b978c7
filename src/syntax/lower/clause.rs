//! Clauses: a flat run of operands and links becomes a tree in which `and` binds tighter than `or`.

use super::run::{Part, Run};
use super::{Lower, Node, Nodes, Rule, span};
use crate::source::Span;
use crate::syntax::ast::Expr;

impl<'s> Lower<'s> {
    pub(super) fn clause(&mut self, node: Node<'s>, after_broken: bool) -> Option<Expr> {
        let run = Run { after_broken, ..Run::default() };
        self.run(node.into_inner(), run).map(|part| part.expr)
    }

    pub(super) fn run(&mut self, mut nodes: Nodes<'s>, mut run: Run) -> Option<Part> {
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
        run.kept = run.open.len();
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

    /// Text that nothing reads. Right after an operand it makes that one unreadable too.
    fn broken_operand(&mut self, at: Span, run: &mut Run) {
        let joined = !run.links.is_empty();
        run.links.clear();
        match run.last.filter(|_| !joined) {
            Some(last) if last.end > at.start => {}
            Some(last) => {
                self.findings.truncate(run.mark.min(self.findings.len()));
                run.open.truncate(run.kept);
                self.broken(last.to(at));
            }
            None => self.broken(at),
        }
        run.last = Some(at);
        run.mark = self.findings.len();
        run.kept = run.open.len();
    }

    /// Words after an operand that does not end in a word: signals without `and`.
    fn lone_words(&mut self, at: Span, run: &mut Run) {
        let at = self.place.trim(at);
        if let Some(last) = run.last {
            self.find(self.place.words_after(last, at));
        }
        run.last = Some(at);
    }
}
