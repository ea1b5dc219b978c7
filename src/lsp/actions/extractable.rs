//! Parts of a file that can get a name.

use super::super::lexis::{Kind, tokens};
use super::super::nodes::{Node, Place};
use super::groups::{enclosing, outermost};
use super::here::Here;
use super::names;
use super::written::{shown, whole};
use crate::fields::FieldId;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, LetValue, Op};

/// What kind of thing gets a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A list of values.
    List,
    /// One value, or a range.
    Value,
    /// A whole filter.
    Filter,
}

/// A part that can get a name.
#[derive(Debug, Clone)]
pub struct Extractable {
    /// What it is.
    pub what: What,
    /// What the reference replaces, parentheses included.
    pub span: Span,
    /// What the `let` names.
    pub value: Span,
    /// What comes before the reference.
    pub before: &'static str,
    /// Whether it has parentheses, or is one operand without them.
    pub is_closed: bool,
}

/// The part that a node is, if it can get a name.
pub fn extractable(here: &Here, place: &Place) -> Option<Extractable> {
    match place.node {
        Node::List(brackets) => list(place, brackets),
        Node::Element(element) => value(place, element),
        Node::Expression(expr) => filter(here, place, expr),
        _ => None,
    }
}

fn list(place: &Place, span: Span) -> Option<Extractable> {
    let condition = place.condition?;
    let is_name = |element: &Element| matches!(element.kind, ElementKind::Reference(_));
    if condition.operands.iter().all(is_name) {
        return None;
    }
    Some(Extractable { what: What::List, span, value: span, before: "", is_closed: true })
}

fn value(place: &Place, element: &Element) -> Option<Extractable> {
    let is_named_already =
        place.condition.is_none() && place.named.is_none_or(|named| matches!(named.value, LetValue::Element(_)));
    if matches!(element.kind, ElementKind::Reference(_)) || is_named_already {
        return None;
    }
    let is_bare_range = place.condition.is_some_and(|condition| condition.op == Op::Range);
    let (before, span) = (if is_bare_range { "in " } else { "" }, whole(element));
    Some(Extractable { what: What::Value, span, value: span, before, is_closed: true })
}

fn filter(here: &Here, place: &Place, expr: &Expr) -> Option<Extractable> {
    if matches!(expr.kind, ExprKind::Reference(_)) || is_whole_let(place, expr) {
        return None;
    }
    let text = here.view.source.text();
    let outer = enclosing(text, &here.comments, expr.span);
    let value = match outer {
        Some(outer) => trimmed(here, Span { start: outer.start + 1, end: outer.end - 1 }),
        None => expr.span,
    };
    let is_chain = matches!(expr.kind, ExprKind::And(_) | ExprKind::Or(..));
    let span = outer.unwrap_or(expr.span);
    let is_closed = outer.is_some() || !is_chain;
    Some(Extractable { what: What::Filter, span, value, before: "", is_closed })
}

/// The operands of a chain that a selection touches, if those are some of them.
pub fn run(here: &Here, place: &Place, part: &Extractable) -> Option<Extractable> {
    let Node::Expression(Expr { kind: ExprKind::And(parts) | ExprKind::Or(parts, _), .. }) = place.node else {
        return None;
    };
    let outer = |part: &Expr| outermost(here.view.source.text(), &here.comments, part.span);
    let touches = |span: &Span| span.start < here.selection.end && here.selection.start < span.end;
    let touched: Vec<Span> = parts.iter().map(outer).filter(touches).collect();
    let span = touched.first()?.to(*touched.last()?);
    let is_some = touched.len() > 1 && touched.len() < parts.len();
    is_some.then(|| Extractable { span, value: span, is_closed: false, ..part.clone() })
}

fn is_whole_let(place: &Place, expr: &Expr) -> bool {
    place.named.is_some_and(|named| matches!(&named.value, LetValue::Filter(own) if std::ptr::eq(own, expr)))
}

fn trimmed(here: &Here, span: Span) -> Span {
    let text = here.view.text(span);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    Span { start, end: start + text.trim().len() as u32 }
}

impl Extractable {
    /// The name that suits it.
    pub fn name(&self, here: &Here, place: &Place) -> String {
        let name = match (self.what, place.node) {
            (What::Filter, Node::Expression(expr)) => names::of_filter(here, expr, self.span),
            (What::List, _) => here.field(place).map_or_else(|| "values".to_owned(), FieldId::list_name),
            _ => here.field(place).map_or("value", |field| field.row().name).to_owned(),
        };
        names::unique(here, &name)
    }

    /// What a title calls it.
    pub fn title(&self, here: &Here) -> String {
        match self.what {
            What::List => "this list".to_owned(),
            What::Value => format!("`{}`", shown(here.view.text(self.value))),
            What::Filter => "this filter".to_owned(),
        }
    }

    /// Whether another part says the same in the same words, for the same field, and has no comments that would be lost.
    pub fn is_like(&self, here: &Here, place: &Place, other: &Extractable, others: &Place) -> bool {
        let is_value = self.what != What::Filter;
        self.what == other.what
            && !here.has_comment(other.span)
            && words(here, self.value) == words(here, other.value)
            && (!is_value || here.field(place) == here.field(others))
    }
}

/// The words and signs of a span, but for comments and the comma behind the last value.
fn words<'h>(here: &'h Here, span: Span) -> Vec<&'h str> {
    let text = here.view.text(span);
    let code = tokens(text).into_iter().filter(|token| token.kind != Kind::Comment);
    let mut words: Vec<&str> = code.filter_map(|token| text.get(token.span.range())).collect();
    if let [.., ",", "]"] = words.as_slice() {
        words.remove(words.len() - 2);
    }
    words
}
