//! `let`s that may be named.

use super::around::Around;
use super::item::{Item, Kind};
use super::place::{Condition, Place};
use crate::fields::FieldId;
use crate::lsp::meaning::elements;
use crate::lsp::nodes::{Node, nodes};
use crate::source::SourceFile;
use crate::syntax::ast::{self, Element, ElementKind, Let, LetValue, Op};
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
    let written = around.typed.named.map(|name| around.text(name));
    let mut found = vec![];
    let mut add = |items: &[ast::Item], source: &SourceFile, alias: Option<&str>, from: &str| {
        for named in items.iter().filter_map(as_let) {
            // What is being written cannot be made of itself.
            let is_of = |name| source.slice(named.name.span) == name || has(elements(named), source, name);
            let is_here = from.is_empty() && (around.touches(named.span) || written.is_some_and(is_of));
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

/// The field whose conditions take the values that the `let` called `name` names: in the file, through other `let`s too,
/// or else in a file that uses it.
pub fn field_of(around: &Around, name: &str) -> Option<FieldId> {
    let mut names = vec![name];
    let mut next = 0;
    while let Some(name) = names.get(next).copied() {
        next += 1;
        for place in nodes(around.items()) {
            let Node::Element(element) = place.node else { continue };
            if !is_reference(element, around.source, name) {
                continue;
            }
            match (place.condition, place.named.map(|user| around.text(user.name.span))) {
                (Some(condition), _) => return FieldId::find(around.text(condition.field.span)),
                (None, Some(user)) if !names.contains(&user) => names.push(user),
                _ => {}
            }
        }
    }
    around.outside.field_of(name)
}

/// Whether `$name` is among operands.
fn has(elements: &[Element], source: &SourceFile, name: &str) -> bool {
    elements.iter().any(|element| is_reference(element, source, name))
}

fn is_reference(element: &Element, source: &SourceFile, name: &str) -> bool {
    match element.kind {
        ElementKind::Reference(own) => own.alias.is_none() && source.slice(own.name.span) == name,
        _ => false,
    }
}
