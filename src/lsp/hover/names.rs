//! What names stand for: `let`s of this file and others, and used files.

use super::clause::requests;
use crate::fields::{FieldId, Values};
use crate::lsp::meaning::{Meaning, Taken, elements};
use crate::lsp::nodes::Place;
use crate::lsp::values::{code, count, list};
use crate::lsp::view::View;
use crate::render::visible;
use crate::resolve::Scope;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Item, Let, LetValue, Name, Op, Reference, Use};

/// Letters of a `let` that are shown.
const MOST_LETTERS: usize = 1000;

/// Names of a used file that are shown.
const MOST_NAMES: usize = 30;

/// What a reference stands for.
pub fn reference(meaning: &Meaning, reference: Reference, place: &Place, view: &View) -> Option<String> {
    let scope = meaning.scope(place.block)?;
    let (named, home) = meaning.named(reference, scope)?;
    let written = definition(named, home, view);
    let stands_for = match place.condition {
        Some(condition) => {
            let kind = ElementKind::Reference(reference);
            let element = Element { span: reference.span, kind, unit: None };
            let field = FieldId::find(scope.text(condition.field.span));
            let taken = field.and_then(|field| meaning.taken(field, condition.op, &element, scope));
            taken.map(|taken| values(&taken))
        }
        None if place.named.is_some_and(|named| !elements(named).is_empty()) => None,
        None => {
            let expr = Expr { span: reference.span, kind: ExprKind::Reference(reference) };
            meaning.audience(&[&expr], scope).ok().map(|audience| requests(&audience))
        }
    };
    Some(written + &stands_for.unwrap_or_default())
}

/// What a `let` stands for, for each field that the file uses it for.
pub fn named(meaning: &Meaning, named: &Let, block: &[Item], view: &View) -> String {
    let Some(scope) = meaning.scope(block) else { return String::new() };
    let written = definition(named, scope, view);
    if let LetValue::Filter(filter) = &named.value {
        let becomes = meaning.audience(&[filter], scope).ok().map(|audience| requests(&audience));
        return written + &becomes.unwrap_or_default();
    }
    let whole = |field: FieldId| {
        let one = |element: &Element| meaning.taken(field, Op::In, element, scope);
        together(elements(named).iter().filter_map(one).collect())
    };
    let fields = fields_of(meaning, named, scope).into_iter();
    let pages: Vec<String> = fields.filter_map(whole).map(|taken| values(&taken)).collect();
    written + &pages.join("\n")
}

/// The fields that a `let` is for: those that the file uses it for, or else the first of each vocabulary that has all
/// of its labels.
pub fn fields_of(meaning: &Meaning, named: &Let, scope: Scope) -> Vec<FieldId> {
    let used = meaning.uses_of(named);
    // A number may be the ID of anything.
    if !used.is_empty() || !elements(named).iter().any(|element| says_something(element, scope)) {
        return used;
    }
    let takes =
        |field: &FieldId| elements(named).iter().all(|element| meaning.taken(*field, Op::In, element, scope).is_some());
    let mut vocabularies = vec![];
    FieldId::all()
        .filter(|field| {
            let row = field.row();
            let name = row.vocabulary().map(|closed| closed.file).or(row.table().map(|table| table.file));
            name.is_some_and(|name| {
                !vocabularies.contains(&name) && takes(field) && {
                    vocabularies.push(name);
                    true
                }
            })
        })
        .collect()
}

/// Whether an operand is a label or a range.
fn says_something(element: &Element, scope: Scope) -> bool {
    match &element.kind {
        ElementKind::Value(value) => value.text.read(&scope.unit.source).contains(char::is_alphabetic),
        ElementKind::Range(..) => true,
        ElementKind::Reference(_) => false,
    }
}

/// A reference in text that the tree does not hold.
pub fn lost(meaning: &Meaning, span: Span, view: &View) -> Option<String> {
    let text = view.text(span);
    let dot = text.find('.').map(|at| span.start + at as u32);
    let name = Name { span: Span { start: dot.unwrap_or(span.start) + 1, end: span.end } };
    let alias = dot.map(|dot| Name { span: Span { start: span.start + 1, end: dot } });
    let block = meaning.items().iter().find_map(|item| match item {
        Item::Persona(block) if block.span.start <= span.start && span.end <= block.span.end => Some(&block.items[..]),
        _ => None,
    });
    let scope = meaning.scope(block.unwrap_or(&[]))?;
    let (named, home) = meaning.named(Reference { span, alias, name }, scope)?;
    Some(definition(named, home, view))
}

/// A used file, and what it names.
pub fn used(meaning: &Meaning, used: &Use) -> Option<String> {
    let main = meaning.units.first()?;
    let followed = main.uses.iter().find(|followed| followed.span == used.path.span)?;
    let unit = meaning.units.get(followed.unit?)?;
    let alias = used.alias.map(|alias| main.source.slice(alias.span));
    let lets = unit.parsed.file.items.iter().filter_map(|item| match item {
        Item::Let(named) => Some(unit.source.slice(named.name.span)),
        _ => None,
    });
    let names: Vec<String> =
        lets.map(|name| alias.map_or(format!("${name}"), |alias| format!("${alias}.{name}"))).collect();
    let shown: String = names.iter().take(MOST_NAMES).map(|name| format!("- {}\n", code(name))).collect();
    let more = match names.len().saturating_sub(MOST_NAMES) {
        0 => String::new(),
        more => format!("- … and {more} more\n"),
    };
    let what = if names.is_empty() { "names nothing" } else { "names" };
    Some(format!("{} {what}\n\n{shown}{more}", code(unit.source.name())))
}

/// A `let` as it is written.
fn definition(named: &Let, home: Scope, view: &View) -> String {
    let text = home.text(named.span);
    let shown = match text.char_indices().nth(MOST_LETTERS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    };
    // The text may hold a fence of its own.
    let fence = if shown.contains("```") { "`````" } else { "```" };
    let file = match home.unit.source.name() == view.source.name() {
        true => String::new(),
        false => format!("from {}\n\n", code(home.unit.source.name())),
    };
    format!("{fence}persona\n{}\n{fence}\n\n{file}", visible(&shown))
}

fn values(taken: &Taken) -> String {
    let field = taken.field.row().name;
    format!("As `{field}`: {}\n\n{}", count(taken.field, taken.values.len()), list(taken))
}

/// The values of several operands of a field.
fn together(all: Vec<Taken>) -> Option<Taken> {
    let mut all = all.into_iter();
    let mut whole = all.next()?;
    for taken in all {
        for value in taken.values {
            let value = match taken.field.row().values {
                Values::Text | Values::Company | Values::ListId | Values::Profile => {
                    whole.atoms.intern(taken.atoms.text(value))
                }
                _ => value,
            };
            if !whole.values.contains(&value) {
                whole.values.push(value);
            }
        }
    }
    Some(whole)
}
