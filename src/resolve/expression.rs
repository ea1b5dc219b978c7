//! Expressions: `and`, `or`, `not` and references to filters.

use super::{Resolver, Scope};
use crate::algebra::{Branch, Formula};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::rule;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, LetValue, Name, Op, Predicate, Reference, ValueKind};

impl<'a> Resolver<'a> {
    /// The formula of an expression, or of its complement. `None` if something in it is wrong; everything in it
    /// is looked at all the same.
    pub(super) fn expression(&mut self, expr: &'a Expr, scope: Scope<'a>, negated: bool) -> Option<Formula> {
        self.deeper(scope.at(expr.span), |resolver| match &expr.kind {
            ExprKind::Not(_, inner) => resolver.expression(inner, scope, !negated),
            ExprKind::Predicate(predicate) => resolver.predicate(predicate, scope, negated),
            ExprKind::Reference(reference) => resolver.filter_reference(*reference, scope, negated),
            ExprKind::And(parts) => resolver.join(parts, &[], scope, negated, !negated),
            ExprKind::Or(parts, ors) => resolver.join(parts, ors, scope, negated, negated),
        })
    }

    /// Parts joined by `and` or `or`; under `not` each turns into the other.
    fn join(
        &mut self,
        parts: &'a [Expr],
        ors: &[Span],
        scope: Scope<'a>,
        negated: bool,
        both: bool,
    ) -> Option<Formula> {
        let formulas: Vec<Option<Formula>> = parts.iter().map(|part| self.expression(part, scope, negated)).collect();
        let formulas: Vec<Formula> = formulas.into_iter().collect::<Option<_>>()?;
        if both {
            return Some(Formula::And(formulas));
        }
        let or_before = |index: usize| index.checked_sub(1).and_then(|before| ors.get(before));
        let branch = |(index, formula): (usize, Formula)| Branch {
            formula,
            location: scope.at(parts[index].span),
            or: or_before(index).map(|span| scope.at(*span)),
        };
        Some(Formula::Or(formulas.into_iter().enumerate().map(branch).collect()))
    }

    fn filter_reference(&mut self, reference: Reference, scope: Scope<'a>, negated: bool) -> Option<Formula> {
        let (named, home) = self.find_let(reference, scope)?;
        let at = scope.at(reference.span);
        self.expand_once((named, None, negated), at, named, |resolver| match &named.value {
            LetValue::Filter(filter) => resolver.expression(filter, home, negated),
            LetValue::Element(Element { kind: ElementKind::Reference(inner), .. }) => {
                resolver.filter_reference(*inner, home, negated)
            }
            LetValue::Element(element) => match signal(element, home) {
                Some(name) => resolver.signal_let(name, home, negated),
                None => resolver.fail(not_a_filter(reference, scope, home, named.span, "a value")),
            },
            LetValue::List(..) => resolver.fail(not_a_filter(reference, scope, home, named.span, "a list")),
        })
    }

    fn signal_let(&mut self, field: Name, home: Scope<'a>, negated: bool) -> Option<Formula> {
        let span = field.span;
        let predicate = Predicate { span, field, op: Op::Signal, op_span: span, operands: vec![], list: None };
        self.predicate(&predicate, home, negated)
    }
}

/// The name of the signal that a `let` of a bare word may mean.
fn signal(element: &Element, scope: Scope) -> Option<Name> {
    let ElementKind::Value(value) = &element.kind else { return None };
    let is_field = value.kind == ValueKind::Word && FieldId::find(scope.text(value.text.span)).is_some();
    is_field.then_some(Name { span: value.text.span })
}

fn not_a_filter(reference: Reference, scope: Scope, home: Scope, named: Span, what: &str) -> Diagnostic {
    let written = scope.text(reference.span);
    Diagnostic::new(&rule::WRONG_REFERENCE, format!("`{written}` is {what}, not a filter"))
        .label(scope.at(reference.span), "a filter must stand here")
        .label(home.at(named), "named here")
        .help(format!("say which field it is for, such as `title in [{written}]`"))
}
