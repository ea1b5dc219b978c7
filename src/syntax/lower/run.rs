//! A run of operands and links, and the tree it becomes: `and` binds tighter than `or`.

use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind};

/// An expression and the span it takes with the parentheses around it.
pub(in crate::syntax) struct Part {
    pub expr: Expr,
    pub outer: Span,
}

/// What has been read of a run.
#[derive(Default)]
pub(in crate::syntax) struct Run {
    /// The finished `and` runs, and the `or`s between them.
    pub finished: Vec<Part>,
    pub ors: Vec<Span>,
    /// The operands of the open `and` run.
    pub open: Vec<Part>,
    /// The links since the last operand.
    pub links: Vec<Span>,
    /// The last operand, read or broken.
    pub last: Option<Span>,
    /// How many operands of the open run, and how many findings, there were before it.
    pub kept: usize,
    pub mark: usize,
    /// Whether something before the run may have been its first operand.
    pub after_broken: bool,
}

impl Run {
    pub(in crate::syntax) fn or(&mut self, at: Span) {
        if let Some(part) = join(std::mem::take(&mut self.open), ExprKind::And) {
            self.finished.push(part);
            self.ors.push(at);
        }
    }

    pub(in crate::syntax) fn finish(mut self) -> Option<Part> {
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
