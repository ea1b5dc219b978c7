//! What parts of a file mean, each for itself: whatever is wrong elsewhere in the file is no hindrance.

use std::collections::HashSet;
use std::sync::Arc;

use super::nodes::{Node, Place, nodes};
use super::view::View;
use crate::audience::Audience;
use crate::compile::compile;
use crate::diagnostic::Diagnostic;
use crate::emit::{Body, body};
use crate::fields::FieldId;
use crate::project::Project;
use crate::report::Report;
use crate::resolve::{Atoms, Operand, Resolved, Scope, resolve, resolve_operand};
use crate::settings::{Settings, Split};
use crate::source::{Location, Sources, Span};
use crate::syntax::ast::{Element, ElementKind, Expr, Item, Let, LetValue, Op, Reference};
use crate::tables::Match;
use crate::workspace::Unit;

/// A file, and what its names mean.
pub struct Meaning<'a> {
    project: &'a Project,
    /// The file, and those it uses.
    pub units: Vec<Unit>,
    sources: Sources,
}

/// The values that an operand stands for.
pub struct Taken {
    /// The field they are values of.
    pub field: FieldId,
    /// The values, in their order.
    pub values: Vec<u32>,
    /// What they mean.
    pub atoms: Atoms,
    /// How a large table matched the label, if the operand is one.
    pub found: Option<Match>,
}

impl<'a> Meaning<'a> {
    /// The file of a view.
    pub fn of(view: &'a View) -> Meaning<'a> {
        let units = view.units();
        let files = units.iter().map(|unit| Arc::clone(&unit.source)).collect();
        let sources = Sources { files, project: view.home.project.source.clone(), command_line: None };
        Meaning { project: &view.home.project, units, sources }
    }

    /// The items of the file.
    pub fn items(&self) -> &[Item] {
        self.units.first().map_or(&[], |unit| &unit.parsed.file.items)
    }

    /// A part of the file; `block` holds the items of its persona block.
    pub fn scope<'s>(&'s self, block: &'s [Item]) -> Option<Scope<'s>> {
        self.units.first().map(|unit| Scope { unit, block })
    }

    /// The `let` that a reference names, and where it stands.
    pub fn named<'s>(&'s self, reference: Reference, scope: Scope<'s>) -> Option<(&'s Let, Scope<'s>)> {
        scope.find(reference, &self.units)
    }

    /// The values of an operand of a condition on `field`; `None` if it is wrong there.
    pub fn taken(&self, field: FieldId, op: Op, element: &Element, scope: Scope) -> Option<Taken> {
        let op = if is_comparison(op) { op } else { Op::In };
        let Operand { mut values, atoms, mentions } =
            resolve_operand(field, op, element, scope, &self.units, self.project)?;
        let mut seen = HashSet::new();
        values.retain(|value| seen.insert(*value));
        let found = mentions.into_iter().find(|mention| mention.place.at == scope.at(element.span));
        Some(Taken { field, values, atoms, found: found.and_then(|mention| mention.found) })
    }

    /// Whom clauses ask for that are joined by `and`, as if they were a persona of their own.
    ///
    /// # Errors
    ///
    /// The finding that says why they cannot be sent.
    pub fn audience(&self, clauses: &[&Expr], scope: Scope) -> Result<Audience, Option<Diagnostic>> {
        let mut report = Report::default();
        let resolved = resolve(clauses, scope, &self.units, self.project, &mut report);
        let settings = Settings { split: Split::Any, ..Settings::default() };
        let location = clauses.first().map_or(Location::default(), |clause| scope.at(clause.span));
        let compiled = compile(&resolved, &settings, location, &self.sources, &mut report);
        let Some(compiled) = compiled else {
            return Err(report.finish().0.into_iter().find(Diagnostic::is_error));
        };
        let Resolved { literals, atoms, .. } = resolved;
        Ok(Audience { requests: compiled.requests, literals, atoms, settings, name: None, location })
    }

    /// The fields for which conditions of the file use a `let`, through others too.
    pub fn uses_of(&self, named: &Let) -> Vec<FieldId> {
        let mut names = vec![self.text(named.name.span)];
        let mut fields = vec![];
        let mut next = 0;
        while let Some(name) = names.get(next).copied() {
            next += 1;
            for user in self.users_of(name) {
                match user {
                    User::Field(field) if !fields.contains(&field) => fields.push(field),
                    User::Let(name) if !names.contains(&name) => names.push(name),
                    User::Field(_) | User::Let(_) => {}
                }
            }
        }
        fields
    }

    fn text(&self, span: Span) -> &str {
        self.units.first().map_or("", |unit| unit.source.slice(span))
    }

    /// What has a `let` of this name among its operands.
    fn users_of(&self, name: &str) -> Vec<User<'_>> {
        let is_it = |element: &Element| match element.kind {
            ElementKind::Reference(reference) => reference.alias.is_none() && self.text(reference.name.span) == name,
            _ => false,
        };
        let user = |place: &Place| match place.node {
            Node::Element(element) if is_it(element) => match place.condition {
                Some(condition) => FieldId::find(self.text(condition.field.span)).map(User::Field),
                None => place.named.map(|named| User::Let(self.text(named.name.span))),
            },
            _ => None,
        };
        nodes(self.items()).iter().filter_map(user).collect()
    }
}

/// What uses a `let`.
enum User<'a> {
    Field(FieldId),
    Let(&'a str),
}

/// Whether an operator compares with one value.
pub fn is_comparison(op: Op) -> bool {
    matches!(op, Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual)
}

/// The bodies of the requests of an audience.
pub fn bodies(audience: &Audience) -> Vec<Body> {
    let Audience { requests, literals, atoms, settings, .. } = audience;
    requests.iter().map(|request| body(request, literals, atoms, settings, None)).collect()
}

/// The operands that a `let` names; none if it names a filter.
pub fn elements(named: &Let) -> &[Element] {
    match &named.value {
        LetValue::List(_, elements) => elements,
        LetValue::Element(element) => std::slice::from_ref(element),
        LetValue::Filter(_) => &[],
    }
}
