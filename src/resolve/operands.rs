//! The values of a condition: lists are read, `let`s expanded, duplicates dropped.

use std::collections::HashMap;

use super::{Place, Repeat, Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{Field, FieldId, Values};
use crate::rule;
use crate::source::{Location, Span};
use crate::syntax::ast::{Element, ElementKind, LetValue, Op, Predicate, Reference, Value};

/// The values of a condition, each once, in the order of the source.
#[derive(Debug, Default)]
pub struct Operands {
    /// The values.
    pub listed: Vec<u32>,
    /// Where each one is written.
    pub places: Vec<Location>,
    /// The index of each value, once there are too many to look through.
    seen: HashMap<u32, usize>,
}

/// Up to this many values are looked through one by one.
const FEW: usize = 32;

impl Operands {
    /// Values that are known to differ.
    pub fn of(listed: Vec<u32>, places: Vec<Location>) -> Self {
        Operands { listed, places, seen: HashMap::new() }
    }

    /// Add values that stand at `place`; how many of them were new.
    fn add(&mut self, values: &[u32], place: Location) -> usize {
        let before = self.listed.len();
        for value in values {
            if !self.has(*value) {
                self.listed.push(*value);
                self.places.push(place);
                self.remember();
            }
        }
        self.listed.len() - before
    }

    fn has(&self, value: u32) -> bool {
        self.index(value).is_some()
    }

    fn index(&self, value: u32) -> Option<usize> {
        match self.listed.len() <= FEW {
            true => self.listed.iter().position(|own| *own == value),
            false => self.seen.get(&value).copied(),
        }
    }

    fn remember(&mut self) {
        let count = self.listed.len();
        let new = match count {
            _ if count <= FEW => count,
            _ if count == FEW + 1 => 0,
            _ => count - 1,
        };
        self.seen.extend(self.listed.iter().enumerate().skip(new).map(|(index, value)| (*value, index)));
    }
}

impl<'a> Resolver<'a> {
    /// The values that a condition names; `None` if one of them is wrong.
    pub(super) fn operands(&mut self, field: FieldId, predicate: &Predicate, scope: Scope<'a>) -> Option<Operands> {
        if field.row().is_signal() {
            return Some(Operands::of(vec![0], vec![scope.at(predicate.span)]));
        }
        if let (Some(brackets), true) = (predicate.list, predicate.operands.is_empty()) {
            return self.fail(empty_list(field.row(), scope.at(brackets)));
        }
        let mut operands = Operands::default();
        let mut complete = true;
        let mut before: Option<Span> = None;
        for element in &predicate.operands {
            match self.element(field, predicate, element, scope) {
                Some(values) => self.add(field, &mut operands, &values, element, before, scope),
                None => complete = false,
            }
            before = Some(element.unit.map_or(element.span, |unit| element.span.to(unit.span)));
        }
        complete.then_some(operands)
    }

    fn add(
        &mut self,
        field: FieldId,
        operands: &mut Operands,
        values: &[u32],
        element: &Element,
        before: Option<Span>,
        scope: Scope<'a>,
    ) {
        let place = scope.at(element.span);
        let first = values.iter().find(|value| operands.has(**value)).copied();
        let added = operands.add(values, place);
        let Some(first) = first else { return };
        let Some(index) = operands.index(first) else { return };
        let superfluous = before.filter(|_| added == 0).map(|before| Span { start: before.end, end: element.span.end });
        let (value, first) = (first, operands.places[index]);
        self.repeats.push(Repeat { field, value, place: Place { at: place, via: self.via }, first, superfluous });
    }

    /// The values of one element of a list, or of the only operand.
    pub(super) fn element(
        &mut self,
        field: FieldId,
        predicate: &Predicate,
        element: &Element,
        scope: Scope<'a>,
    ) -> Option<Vec<u32>> {
        self.check_unit(field, element, scope)?;
        if !self.open.is_empty() && !matches!(element.kind, ElementKind::Reference(_)) {
            self.count_value(scope.at(element.span))?;
        }
        match &element.kind {
            ElementKind::Reference(reference) => self.reference(field, predicate, *reference, scope),
            ElementKind::Value(_) | ElementKind::Range(..) if field.row().ordered => {
                self.ordered(field, predicate, element, scope)
            }
            ElementKind::Value(value) => self.value(field, value, scope),
            ElementKind::Range(..) => self.fail(range_without_order(field.row(), scope.at(element.span))),
        }
    }

    fn reference(
        &mut self,
        field: FieldId,
        predicate: &Predicate,
        reference: Reference,
        scope: Scope<'a>,
    ) -> Option<Vec<u32>> {
        let (named, home) = self.find_let(reference, scope)?;
        let at = scope.at(reference.span);
        let compares = matches!(predicate.op, Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual);
        let before = self.report.len();
        let outermost = self.via;
        self.via = outermost.or(Some((at, field)));
        let values = self.expand(named, at, |resolver| match &named.value {
            LetValue::Filter(_) => {
                let wrong = not_values(reference, scope, home.at(named.span), "a filter");
                resolver.fail(wrong.help(format!("write `{}` on its own, as a clause", scope.text(reference.span))))
            }
            LetValue::List(..) if compares => {
                let wrong = not_values(reference, scope, home.at(named.span), "a list");
                resolver.fail(wrong.help("a comparison needs one value; use `in` with a list"))
            }
            LetValue::List(_, elements) => {
                let mut values = vec![];
                for element in elements {
                    values.push(resolver.element(field, predicate, element, home));
                    if resolver.gave_up {
                        return None;
                    }
                }
                values.into_iter().collect::<Option<Vec<_>>>().map(|values| values.concat())
            }
            LetValue::Element(element) => resolver.element(field, predicate, element, home),
        });
        self.via = outermost;
        self.report.move_to(before, at, &format!("used for `{}` here", field.row().name));
        values
    }

    fn value(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<Vec<u32>> {
        let values = match field.row().values {
            Values::Text => self.text(field, value, scope).map(|value| vec![value]),
            Values::Label(closed) => self.closed_label(field, closed, value, scope).map(|index| vec![index as u32]),
            Values::Listed(table) => self.listed_label(field, table, value, scope),
            Values::Company => self.company(field, value, scope),
            Values::ListId => self.list_id(field, value, scope),
            Values::Profile => self.profile(value, scope).map(|value| vec![value]),
            Values::Quantity(..) | Values::Signal(_) => None,
        }?;
        if field.row().vocabulary().is_none() {
            self.mention(field, value, &values, scope);
        }
        Some(values)
    }

    fn check_unit(&mut self, field: FieldId, element: &Element, scope: Scope<'a>) -> Option<()> {
        let Some(unit) = element.unit else { return Some(()) };
        let row = field.row();
        let units = match row.values {
            Values::Quantity(_, units) => units,
            _ => &[],
        };
        let written = scope.text(unit.span);
        if units.iter().any(|known| known.eq_ignore_ascii_case(written)) {
            return Some(());
        }
        let diagnostic = Diagnostic::new(&rule::WRONG_UNIT, format!("`{}` is not counted in {written}", row.name))
            .label(scope.at(unit.span), "not the unit of this filter")
            .unsafe_fix("leave the unit out", vec![Edit::delete(Span { start: element.span.end, end: unit.span.end })]);
        match units.last() {
            Some(known) => self.fail(diagnostic.help(format!("leave the unit out, or write `{known}`"))),
            None => self.fail(diagnostic.help("leave the unit out")),
        }
    }
}

fn empty_list(field: &Field, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::EMPTY_LIST, "an empty list finds nobody")
        .label(at, format!("no value for `{}`", field.name))
        .help("name at least one value, or drop the clause")
}

fn range_without_order(field: &Field, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::WRONG_OPERATOR, format!("`{}` has no order, so a range says nothing", field.name))
        .label(at, "needs values that come one after another")
        .help(format!("list the values, such as `{}`", field.example))
}

fn not_values(reference: Reference, scope: Scope, named: Location, what: &str) -> Diagnostic {
    let written = scope.text(reference.span);
    Diagnostic::new(&rule::WRONG_REFERENCE, format!("`{written}` is {what}, which cannot stand here"))
        .label(scope.at(reference.span), "values must stand here")
        .label(named, "named here")
}
