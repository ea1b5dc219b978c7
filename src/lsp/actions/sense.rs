//! What the items of a file say once every name is replaced by what it names.

use std::cell::Cell;

use super::super::meaning::{Meaning, is_comparison};
use super::super::view::View;
use crate::fields::FieldId;
use crate::resolve::Scope;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Item, Let, LetValue, Op, Predicate, Reference};

/// How many names are followed.
const MOST_STEPS: usize = 20_000;

/// How deep names are followed.
const MOST_DEEP: usize = 64;

/// A file whose names are followed.
pub struct Sense<'a> {
    /// The file.
    pub view: &'a View<'a>,
    meaning: &'a Meaning<'a>,
    /// Whether the order of values counts.
    in_order: bool,
    steps: Cell<usize>,
    depth: Cell<usize>,
}

impl<'a> Sense<'a> {
    /// A file; `in_order` if the order of values counts.
    pub fn new(view: &'a View<'a>, meaning: &'a Meaning<'a>, in_order: bool) -> Sense<'a> {
        Sense { view, meaning, in_order, steps: Cell::new(0), depth: Cell::new(0) }
    }

    /// The name of a `let`.
    pub fn text_of(&self, named: &Let) -> &str {
        self.view.text(named.name.span)
    }

    /// What an item says; `None` if there is no end of it.
    pub fn item(&self, item: &Item, block: &[Item], by_field: bool) -> Option<String> {
        let scope = self.meaning.scope(block)?;
        match item {
            Item::Clause(clause) => self.expression(clause, scope),
            Item::Let(named) => {
                let field = if by_field { self.only_field(named) } else { None };
                let said = match &named.value {
                    LetValue::Filter(filter) => self.expression(filter, scope)?,
                    LetValue::List(_, elements) => self.list(field, elements, scope)?,
                    LetValue::Element(element) => self.lone(field, element, scope)?,
                };
                Some(format!("let {} = {said}", self.text_of(named)))
            }
            Item::Setting(_) | Item::Use(_) | Item::Persona(_) => Some(self.view.text(item.span()).to_owned()),
        }
    }

    fn list(&self, field: Option<FieldId>, elements: &[Element], scope: Scope) -> Option<String> {
        Some(format!("[{}]", self.values(field, Op::In, elements, scope)?))
    }

    /// A `let` of a value, of a name of something, or of a signal.
    fn lone(&self, field: Option<FieldId>, element: &Element, scope: Scope) -> Option<String> {
        if let ElementKind::Reference(reference) = element.kind {
            return self.follow(reference, scope, |target, home| match &target.value {
                LetValue::Filter(filter) => self.expression(filter, home),
                LetValue::List(_, elements) => self.list(field, elements, home),
                LetValue::Element(inner) => self.lone(field, inner, home),
            });
        }
        self.values(field, Op::In, std::slice::from_ref(element), scope)
    }

    fn only_field(&self, named: &Let) -> Option<FieldId> {
        match self.meaning.uses_of(named).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn expression(&self, expr: &Expr, scope: Scope) -> Option<String> {
        match &expr.kind {
            ExprKind::And(_) => self.joined(expr, scope, true),
            ExprKind::Or(..) => self.joined(expr, scope, false),
            ExprKind::Not(_, inner) => Some(format!("not {}", self.expression(inner, scope)?)),
            ExprKind::Predicate(predicate) => self.predicate(predicate, scope),
            ExprKind::Reference(reference) => {
                self.filter(*reference, scope, &mut |expr, home| self.expression(expr, home))
            }
        }
    }

    /// Parts joined by `and` or by `or`; such parts of a part are parts of the whole.
    fn joined(&self, expr: &Expr, scope: Scope, is_and: bool) -> Option<String> {
        let mut parts = vec![];
        self.parts(expr, scope, is_and, &mut parts)?;
        Some(format!("({})", parts.join(if is_and { " and " } else { " or " })))
    }

    fn parts(&self, expr: &Expr, scope: Scope, is_and: bool, found: &mut Vec<String>) -> Option<()> {
        match &expr.kind {
            ExprKind::And(parts) if is_and => parts.iter().try_for_each(|part| self.parts(part, scope, is_and, found)),
            ExprKind::Or(parts, _) if !is_and => {
                parts.iter().try_for_each(|part| self.parts(part, scope, is_and, found))
            }
            ExprKind::Reference(reference) => {
                let mut inner = vec![];
                let said = self.filter(*reference, scope, &mut |expr, home| {
                    self.parts(expr, home, is_and, &mut inner)?;
                    Some(String::new())
                })?;
                found.extend(if inner.is_empty() { vec![said] } else { inner });
                Some(())
            }
            _ => {
                found.push(self.expression(expr, scope)?);
                Some(())
            }
        }
    }

    /// The filter that a reference names.
    fn filter(
        &self,
        reference: Reference,
        scope: Scope,
        read: &mut dyn FnMut(&Expr, Scope) -> Option<String>,
    ) -> Option<String> {
        self.follow(reference, scope, |named, home| match &named.value {
            LetValue::Filter(filter) => read(filter, home),
            LetValue::Element(Element { kind: ElementKind::Reference(inner), .. }) => self.filter(*inner, home, read),
            LetValue::Element(element) => Some(home.text(element.span).to_owned()),
            LetValue::List(..) => None,
        })
    }

    fn predicate(&self, predicate: &Predicate, scope: Scope) -> Option<String> {
        let written = scope.text(predicate.field.span);
        let field = FieldId::find(written);
        let name = field.map_or(written, |field| field.row().name);
        let op = match predicate.op {
            Op::Signal => return Some(name.to_owned()),
            Op::Equal | Op::In | Op::Range => "in",
            Op::NotEqual | Op::NotIn => "not in",
            Op::Less => "<",
            Op::LessEqual => "<=",
            Op::Greater => ">",
            Op::GreaterEqual => ">=",
        };
        Some(format!("{name} {op} [{}]", self.values(field, predicate.op, &predicate.operands, scope)?))
    }

    fn values(&self, field: Option<FieldId>, op: Op, elements: &[Element], scope: Scope) -> Option<String> {
        let mut found = vec![];
        elements.iter().try_for_each(|element| self.value(field, op, element, scope, &mut found))?;
        if !self.in_order {
            found.sort();
        }
        Some(found.join(", "))
    }

    fn value(
        &self,
        field: Option<FieldId>,
        op: Op,
        element: &Element,
        scope: Scope,
        found: &mut Vec<String>,
    ) -> Option<()> {
        if let ElementKind::Reference(reference) = element.kind {
            return self.follow(reference, scope, |named, home| match &named.value {
                LetValue::List(_, inner) => {
                    inner.iter().try_for_each(|element| self.value(field, op, element, home, found))
                }
                LetValue::Element(inner) => self.value(field, op, inner, home, found),
                LetValue::Filter(_) => None,
            });
        }
        let written = || scope.text(super::written::whole(element)).to_owned();
        let taken = field.and_then(|field| self.meaning.taken(field, op, element, scope));
        match taken {
            Some(taken) if !is_comparison(op) => {
                found.extend(taken.values.iter().map(|value| taken.atoms.wire(taken.field, *value).into_owned()));
            }
            Some(taken) => {
                let all: Vec<_> = taken.values.iter().map(|value| taken.atoms.wire(taken.field, *value)).collect();
                found.push(all.join(" "));
            }
            None => found.push(written()),
        }
        Some(())
    }

    fn follow<T>(&self, reference: Reference, scope: Scope, read: impl FnOnce(&Let, Scope) -> Option<T>) -> Option<T> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MOST_STEPS || self.depth.get() >= MOST_DEEP {
            return None;
        }
        let (named, home) = self.meaning.named(reference, scope)?;
        self.depth.set(self.depth.get() + 1);
        let read = read(named, home);
        self.depth.set(self.depth.get() - 1);
        read
    }
}
