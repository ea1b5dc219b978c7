//! A value where a condition must stand: `title = CEO or CFO`.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule;
use crate::source::{FileId, Span};
use crate::syntax::ast::{Op, Predicate};

/// A condition that a lone value behind it may belong to.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    file: FileId,
    whole: Span,
    field: Span,
    values: Span,
    negated: bool,
}

impl Before {
    /// The condition, if it takes several values.
    pub fn of(predicate: &Predicate, scope: Scope) -> Option<Before> {
        let takes_more = matches!(predicate.op, Op::Equal | Op::NotEqual | Op::In | Op::NotIn);
        let (first, last) = (predicate.operands.first()?, predicate.operands.last()?);
        let negated = matches!(predicate.op, Op::NotEqual | Op::NotIn);
        let (whole, field, values) = (predicate.span, predicate.field.span, first.span.to(last.span));
        takes_more.then_some(Before { file: scope.unit.id, whole, field, values, negated })
    }
}

impl<'a> Resolver<'a> {
    /// The finding for a lone value, if that is what a condition of an unknown field is: nothing but `and` or `or`
    /// lies between it and a condition that takes several values.
    pub(super) fn lone_value(&self, predicate: &Predicate, scope: Scope<'a>) -> Option<Diagnostic> {
        let before = self.before.filter(|before| before.file == scope.unit.id && predicate.op == Op::Signal)?;
        let here = predicate.span;
        let between = Span { start: before.whole.end, end: here.start.max(before.whole.end) };
        let link = scope.text(between).trim();
        (link.eq_ignore_ascii_case("or") || link.eq_ignore_ascii_case("and")).then(|| second_value(before, here, scope))
    }
}

fn second_value(before: Before, here: Span, scope: Scope) -> Diagnostic {
    let word = scope.text(here);
    let not = if before.negated { "not " } else { "" };
    let clause = format!("{} {not}in [{}, {word}]", scope.text(before.field), scope.text(before.values));
    Diagnostic::new(&rule::UNKNOWN_FIELD, format!("`{word}` stands without a filter"))
        .label(scope.at(here), "a value of its own says nothing")
        .help(format!("one filter takes several values: `{clause}`"))
        .unsafe_fix(format!("write `{clause}`"), vec![Edit::replace(before.whole.to(here), clause)])
}
