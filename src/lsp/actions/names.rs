//! Names for new `let`s.

use std::collections::HashSet;

use super::super::nodes::{Node, holds};
use super::here::Here;
use crate::fields::FieldId;
use crate::source::Span;
use crate::syntax::ast::{ElementKind, Expr, ExprKind, Item, Predicate};

/// Fields that a name holds at most.
const MOST_FIELDS: usize = 2;

/// What a filter is called, or the part of it in a span: by the fields it asks for, in their order.
pub fn of_filter(here: &Here, expr: &Expr, part: Span) -> String {
    let mut fields: Vec<&'static str> = vec![];
    collect(here, expr, part, &mut fields);
    match fields.len() {
        1..=MOST_FIELDS => format!("by_{}", fields.join("_and_")),
        _ => "filter".to_owned(),
    }
}

fn collect(here: &Here, expr: &Expr, part: Span, found: &mut Vec<&'static str>) {
    match &expr.kind {
        ExprKind::And(parts) | ExprKind::Or(parts, _) => {
            parts.iter().for_each(|inner| collect(here, inner, part, found));
        }
        ExprKind::Not(_, inner) => collect(here, inner, part, found),
        ExprKind::Predicate(Predicate { span, field, .. }) if holds(part, span.start) => {
            let name = FieldId::find(here.view.text(field.span)).map(|field| field.row().name);
            found.extend(name.filter(|name| !found.contains(name)));
        }
        ExprKind::Predicate(_) | ExprKind::Reference(_) => {}
    }
}

/// The name, or the first of `name_2`, `name_3` … that nothing is called here.
pub fn unique(here: &Here, name: &str) -> String {
    let taken = taken(here);
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name.as_str())).unwrap_or_default()
}

/// Every name that is made or meant somewhere: in the file, in its persona blocks, and in the files it uses.
fn taken<'h>(here: &'h Here) -> HashSet<&'h str> {
    let text = |span| here.view.text(span);
    let own = here.nodes.iter().filter_map(|place| match place.node {
        Node::Let(named) => Some(text(named.name.span)),
        Node::Use(used) => used.alias.map(|alias| text(alias.span)),
        Node::Expression(Expr { kind: ExprKind::Reference(reference), .. }) => Some(text(reference.name.span)),
        Node::Element(element) => match element.kind {
            ElementKind::Reference(reference) => Some(text(reference.name.span)),
            _ => None,
        },
        _ => None,
    });
    let used = here.meaning.units.iter().skip(1).flat_map(|unit| {
        unit.parsed.file.items.iter().filter_map(|item| match item {
            Item::Let(named) => Some(unit.source.slice(named.name.span)),
            _ => None,
        })
    });
    own.chain(used).collect()
}
