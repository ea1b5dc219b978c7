//! `let`s that may be named.

use super::around::Around;
use super::item::{Item, Kind};
use super::place::{Condition, Place};
use crate::fields::FieldId;
use crate::source::SourceFile;
use crate::syntax::ast::{self, Element, ElementKind, Expr, ExprKind, Let, LetValue, Op};
use crate::workspace::Unit;

/// Characters of a value that are shown.
const SHOWN: usize = 60;

/// What a `let` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    List,
    /// A list that holds a range, or a range.
    Range,
    Value,
    /// A word: a value, or a signal.
    Word,
    /// A reference to something else.
    Unknown,
    Filter,
}

/// The `let`s that name values which the condition takes.
pub fn values(around: &Around, condition: Condition) -> Vec<Item> {
    if around.typed.quoted || condition.low.is_some() {
        return vec![];
    }
    let ordered = condition.field.is_none_or(|field| field.row().ordered);
    let compares = matches!(condition.op, Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual);
    all(around, |what| match what {
        What::Filter => false,
        What::List => !compares,
        What::Range => ordered && !compares,
        What::Value | What::Word | What::Unknown => true,
    })
}

/// The `let`s that name a filter.
pub fn filters(around: &Around) -> Vec<Item> {
    let any = matches!(around.typed.place, Place::LetValue(_));
    all(around, |what| any || matches!(what, What::Filter | What::Unknown))
}

fn all(around: &Around, fits: impl Fn(What) -> bool) -> Vec<Item> {
    let units = around.outside.units();
    let Some(own) = units.first() else { return vec![] };
    let block = around.items().iter().find_map(|item| match item {
        ast::Item::Persona(block) if block.span.start < around.offset && around.offset <= block.span.end => Some(block),
        _ => None,
    });
    let mut found = vec![];
    let mut add = |items: &[ast::Item], source: &SourceFile, alias: Option<&str>, from: &str| {
        for named in items.iter().filter_map(as_let) {
            // What is being written cannot be made of itself.
            let is_here = from.is_empty() && around.touches(named.span);
            if !is_here && fits(what(named, source)) {
                found.push(item(named, source, alias, from));
            }
        }
    };
    if let Some(block) = block {
        add(&block.items, &own.source, None, "");
    }
    add(&own.parsed.file.items, &own.source, None, "");
    for used in &own.uses {
        let Some(unit) = used.unit.and_then(|unit| units.get(unit)) else { continue };
        let alias = used.alias.map(|alias| own.source.slice(alias.span));
        add(&unit.parsed.file.items, &unit.source, alias, file_name(unit));
    }
    found
}

fn file_name(unit: &Unit) -> &str {
    unit.source.name().rsplit(['/', '\\']).next().unwrap_or_default()
}

fn as_let(item: &ast::Item) -> Option<&Let> {
    match item {
        ast::Item::Let(named) => Some(named),
        _ => None,
    }
}

fn item(named: &Let, source: &SourceFile, alias: Option<&str>, from: &str) -> Item {
    let name = source.slice(named.name.span);
    let name = alias.map_or_else(|| format!("${name}"), |alias| format!("${alias}.{name}"));
    let span = crate::source::Span { start: named.name.span.end, end: named.span.end };
    let written = source.slice(span).trim_start().trim_start_matches('=');
    let words: Vec<&str> = written.split_whitespace().take(SHOWN).collect();
    let mut shown = words.join(" ");
    if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
        shown.truncate(end);
        shown.push('…');
    }
    Item::new(Kind::Reference, name).detail(shown).beside(from)
}

fn what(named: &Let, source: &SourceFile) -> What {
    match &named.value {
        LetValue::Filter(_) => What::Filter,
        LetValue::List(_, elements) => {
            let is_range = |element: &Element| matches!(element.kind, ElementKind::Range(..));
            if elements.iter().any(is_range) { What::Range } else { What::List }
        }
        LetValue::Element(element) => match &element.kind {
            ElementKind::Range(..) => What::Range,
            ElementKind::Reference(_) => What::Unknown,
            ElementKind::Value(value) if value.kind == ast::ValueKind::Word => {
                let signal = FieldId::find(source.slice(value.text.span)).is_some_and(|field| field.row().is_signal());
                if signal { What::Filter } else { What::Word }
            }
            ElementKind::Value(_) => What::Value,
        },
    }
}

/// The field that a condition of the file compares with `$name`.
pub fn field_of(around: &Around, name: &str) -> Option<FieldId> {
    field_in(around, around.items(), name)
}

fn field_in(around: &Around, items: &[ast::Item], name: &str) -> Option<FieldId> {
    items.iter().find_map(|item| match item {
        ast::Item::Clause(expr) => field_of_expr(around, expr, name),
        ast::Item::Let(Let { value: LetValue::Filter(expr), .. }) => field_of_expr(around, expr, name),
        ast::Item::Persona(block) => field_in(around, &block.items, name),
        _ => None,
    })
}

/// Expressions are as deep as the parser lets them be.
fn field_of_expr(around: &Around, expr: &Expr, name: &str) -> Option<FieldId> {
    match &expr.kind {
        ExprKind::And(parts) | ExprKind::Or(parts, _) => {
            parts.iter().find_map(|part| field_of_expr(around, part, name))
        }
        ExprKind::Not(_, inner) => field_of_expr(around, inner, name),
        ExprKind::Predicate(predicate) => {
            let is_it = |element: &Element| match element.kind {
                ElementKind::Reference(own) => own.alias.is_none() && around.text(own.name.span) == name,
                _ => false,
            };
            predicate.operands.iter().any(is_it).then(|| FieldId::find(around.text(predicate.field.span)))?
        }
        ExprKind::Reference(_) => None,
    }
}
