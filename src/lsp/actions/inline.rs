//! Replacing a reference by what it names.

use gen_lsp_types::CodeActionKind;

use super::super::lexis::tokens;
use super::super::nodes::{Node, Place};
use super::groups::enclosing;
use super::here::Here;
use super::moved::Names;
use super::refactoring::Refactoring;
use super::written::{value_of, whole, without_comments};
use crate::diagnostic::Edit;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, LetValue, Op, Predicate, Reference, ValueKind};

/// Replacing the reference at a place.
pub fn inline(here: &Here) -> Option<Refactoring> {
    let place = here.around().find(|place| reference(place).is_some())?;
    let written = here.view.text(reference(place)?.span);
    let title = format!("replace `{written}` by what it names");
    Some(Refactoring::new(title, CodeActionKind::RefactorInline, vec![expanded(here, place)?]))
}

/// The reference that a node is.
pub fn reference(place: &Place) -> Option<Reference> {
    match place.node {
        Node::Element(Element { kind: ElementKind::Reference(reference), .. })
        | Node::Expression(Expr { kind: ExprKind::Reference(reference), .. }) => Some(*reference),
        _ => None,
    }
}

/// What stands around a reference.
enum Spot<'a> {
    /// Brackets: its values stand among others.
    List,
    /// A condition, whose only operand it is.
    Condition(&'a Predicate),
    /// The `=` of a `let`.
    Let,
    /// Another filter, or none.
    Filter(Option<&'a ExprKind>),
}

/// The edit that puts what a reference names in its place.
pub fn expanded(here: &Here, place: &Place) -> Option<Edit> {
    let reference = reference(place)?;
    let (named, home) = here.meaning.named(reference, here.scope(place.block)?)?;
    let names = Names { here, from: home, to: here.scope(place.block)?, alias: alias(here, reference) };
    let spot = spot(here, place);
    match &named.value {
        LetValue::List(brackets, elements) => list(&names, reference, &spot, *brackets, elements),
        LetValue::Element(element) => one(&names, reference, &spot, element),
        LetValue::Filter(filter) => {
            let text = names.text(value_of(&home.unit.source, named)?, named)?;
            filter_at(here, reference, &spot, filter, text)
        }
    }
}

fn alias<'h>(here: &'h Here, reference: Reference) -> Option<&'h str> {
    reference.alias.map(|alias| here.view.text(alias.span))
}

fn spot<'a>(here: &'a Here, place: &Place<'a>) -> Spot<'a> {
    match (place.node, place.condition, place.named.map(|named| &named.value)) {
        (Node::Expression(expr), ..) => Spot::Filter(parent(here, expr)),
        (_, Some(condition), _) if condition.list.is_none() => Spot::Condition(condition),
        (_, None, Some(LetValue::Element(_))) => Spot::Let,
        _ => Spot::List,
    }
}

/// The expression that an expression is a part of.
fn parent<'a>(here: &Here<'a>, child: &Expr) -> Option<&'a ExprKind> {
    let is_child = |expr: &Expr| std::ptr::eq(expr, child);
    here.nodes.iter().find_map(|place| match place.node {
        Node::Expression(Expr { kind, .. }) => match kind {
            ExprKind::And(parts) | ExprKind::Or(parts, _) => parts.iter().any(is_child).then_some(kind),
            ExprKind::Not(_, inner) => is_child(inner).then_some(kind),
            ExprKind::Predicate(_) | ExprKind::Reference(_) => None,
        },
        _ => None,
    })
}

fn list(names: &Names, reference: Reference, spot: &Spot, brackets: Span, elements: &[Element]) -> Option<Edit> {
    if elements.is_empty() {
        return None;
    }
    let all = names.list(elements)?;
    let has_comment = without_comments(names.from.text(brackets)) != names.from.text(brackets);
    let has_names = elements.iter().any(|element| matches!(element.kind, ElementKind::Reference(_)));
    let whole = match has_comment || has_names {
        true => format!("[{all}]"),
        false => names.from.text(brackets).to_owned(),
    };
    match spot {
        Spot::List => Some(Edit::replace(reference.span, all)),
        Spot::Let => Some(Edit::replace(reference.span, whole)),
        Spot::Condition(condition) => in_condition(condition, reference, &whole, true),
        Spot::Filter(_) => None,
    }
}

fn one(names: &Names, reference: Reference, spot: &Spot, element: &Element) -> Option<Edit> {
    let text = match &element.kind {
        ElementKind::Reference(inner) => names.reference(*inner)?,
        _ => names.from.text(whole(element)).to_owned(),
    };
    match (spot, &element.kind) {
        (Spot::Condition(condition), ElementKind::Range(..)) => in_condition(condition, reference, &text, true),
        (Spot::Condition(condition), ElementKind::Value(_)) => in_condition(condition, reference, &text, false),
        (Spot::Filter(_), ElementKind::Range(..)) => None,
        (Spot::Filter(_), ElementKind::Value(value)) if value.kind != ValueKind::Word => None,
        _ => Some(Edit::replace(reference.span, text)),
    }
}

/// The operand of a condition, `many` if it stands behind `in`; the operator changes where it must.
fn in_condition(condition: &Predicate, reference: Reference, text: &str, many: bool) -> Option<Edit> {
    let operator = condition.op_span.to(reference.span);
    match (condition.op, many) {
        (Op::In | Op::NotIn, true) => Some(Edit::replace(reference.span, text)),
        (Op::In | Op::NotIn, false) => Some(Edit::replace(reference.span, format!("[{text}]"))),
        (Op::Equal, true) => Some(Edit::replace(operator, format!("in {text}"))),
        (Op::NotEqual, true) => Some(Edit::replace(operator, format!("not in {text}"))),
        (_, true) => None,
        (_, false) => Some(Edit::replace(reference.span, text)),
    }
}

/// A filter where its name stood, in parentheses where it would be torn apart without.
fn filter_at(here: &Here, reference: Reference, spot: &Spot, filter: &Expr, text: String) -> Option<Edit> {
    let parent = match spot {
        Spot::Filter(parent) => *parent,
        Spot::Let => None,
        Spot::List | Spot::Condition(_) => return None,
    };
    let is_torn = match (&filter.kind, parent) {
        (ExprKind::And(_), Some(ExprKind::And(_))) | (ExprKind::Or(..), Some(ExprKind::Or(..))) => false,
        (ExprKind::And(_) | ExprKind::Or(..), Some(_)) => true,
        _ => false,
    };
    let is_closed = enclosing(here.view.source.text(), &here.comments, reference.span).is_some();
    let text = if is_torn && !is_closed && !is_group(&text) { format!("({text})") } else { text };
    Some(Edit::replace(reference.span, text))
}

/// Whether one pair of parentheses holds all of a text without comments.
fn is_group(text: &str) -> bool {
    let inside = Span::new(1, text.len().saturating_sub(1).max(1));
    let Some(inner) = text.get(inside.range()).filter(|_| text.starts_with('(') && text.ends_with(')')) else {
        return false;
    };
    let mut depth = 0_i32;
    tokens(inner).iter().all(|token| {
        match inner.get(token.span.range()) {
            Some("(") => depth += 1,
            Some(")") => depth -= 1,
            _ => {}
        }
        depth >= 0
    })
}
