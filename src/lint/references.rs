//! Who refers to which `let`.

use crate::source::SourceFile;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Item, Let, LetValue, Name, Reference};

/// The references of one scope: a file, or a persona block.
pub struct References<'a> {
    source: &'a SourceFile,
    /// Each with the `let` that it stands in.
    found: Vec<(Reference, Option<Name>)>,
}

impl<'a> References<'a> {
    /// Those of `items`, but for what stands in the persona blocks among them.
    pub fn of(items: &[Item], source: &'a SourceFile) -> Self {
        let mut references = References { source, found: vec![] };
        for item in items {
            match item {
                Item::Clause(clause) => references.expression(clause, None),
                Item::Let(named) => references.named(named),
                Item::Setting(_) | Item::Use(_) | Item::Persona(_) => {}
            }
        }
        references
    }

    /// The names that are referred to without an alias, but for those of a `let` in its own value.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        let source = self.source;
        let plain = self.found.iter().filter(|(reference, _)| reference.alias.is_none());
        plain.filter_map(move |(reference, inside)| {
            let name = source.slice(reference.name.span);
            (inside.map(|own| source.slice(own.span)) != Some(name)).then_some(name)
        })
    }

    /// The aliases that are referred to.
    pub fn aliases(&self) -> impl Iterator<Item = &'a str> {
        let source = self.source;
        self.found.iter().filter_map(move |(reference, _)| Some(source.slice(reference.alias?.span)))
    }

    fn named(&mut self, named: &Let) {
        let inside = Some(named.name);
        match &named.value {
            LetValue::List(_, elements) => self.elements(elements, inside),
            LetValue::Element(element) => self.elements(std::slice::from_ref(element), inside),
            LetValue::Filter(filter) => self.expression(filter, inside),
        }
    }

    fn expression(&mut self, expr: &Expr, inside: Option<Name>) {
        match &expr.kind {
            ExprKind::And(parts) | ExprKind::Or(parts, _) => {
                parts.iter().for_each(|part| self.expression(part, inside))
            }
            ExprKind::Not(_, inner) => self.expression(inner, inside),
            ExprKind::Predicate(predicate) => self.elements(&predicate.operands, inside),
            ExprKind::Reference(reference) => self.found.push((*reference, inside)),
        }
    }

    fn elements(&mut self, elements: &[Element], inside: Option<Name>) {
        for element in elements {
            if let ElementKind::Reference(reference) = element.kind {
                self.found.push((reference, inside));
            }
        }
    }
}

/// The `let`s of one scope.
pub fn lets(items: &[Item]) -> impl Iterator<Item = &Let> {
    items.iter().filter_map(|item| match item {
        Item::Let(named) => Some(named),
        _ => None,
    })
}

/// The items of each persona block.
pub fn blocks(items: &[Item]) -> impl Iterator<Item = &[Item]> {
    items.iter().filter_map(|item| match item {
        Item::Persona(block) => Some(block.items.as_slice()),
        _ => None,
    })
}
