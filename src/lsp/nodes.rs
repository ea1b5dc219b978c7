//! The tree of a file as a run of nodes, each before what it holds. Editors ask for what stands somewhere, or for all
//! of it.

use crate::source::Span;
use crate::syntax::ast::{
    Data, DataKind, Element, ElementKind, Expr, ExprKind, Item, Let, LetValue, PersonaBlock, Predicate, Setting, Text,
    Use, Value,
};

/// A part of a tree.
#[derive(Debug, Clone, Copy)]
pub enum Node<'a> {
    /// `key: data`
    Setting(&'a Setting),
    /// What a setting holds, or a part of that.
    Data(&'a Data),
    /// A member's key.
    Key(&'a Text),
    /// `let name = …`
    Let(&'a Let),
    /// `use "file" as alias`
    Use(&'a Use),
    /// `persona key { … }`
    Persona(&'a PersonaBlock),
    /// An expression.
    Expression(&'a Expr),
    /// The brackets of a list of operands.
    List(Span),
    /// An operand.
    Element(&'a Element),
    /// A value, or one end of a range.
    Value(&'a Value),
}

/// A node, and what it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The node.
    pub node: Node<'a>,
    /// The items of its persona block, if it is in one.
    pub block: &'a [Item],
    /// The nearest condition around it.
    pub condition: Option<&'a Predicate>,
    /// The nearest `let` around it.
    pub named: Option<&'a Let>,
}

impl Node<'_> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Node::Setting(setting) => setting.span,
            Node::Data(data) => data.span,
            Node::Key(text) => text.span,
            Node::Let(named) => named.span,
            Node::Use(used) => used.span,
            Node::Persona(block) => block.span,
            Node::Expression(expr) => expr.span,
            Node::List(span) => *span,
            Node::Element(element) => element.unit.map_or(element.span, |unit| element.span.to(unit.span)),
            Node::Value(value) => value.text.span,
        }
    }
}

/// Every node of a file, in the order of the source.
pub fn nodes(items: &[Item]) -> Vec<Place<'_>> {
    let mut walk = Walk { found: vec![], block: &[], condition: None, named: None };
    walk.items(items);
    walk.found
}

/// The nodes that hold a byte, or end at it, outermost first.
pub fn nodes_at(items: &[Item], offset: u32) -> Vec<Place<'_>> {
    let mut found = nodes(items);
    found.retain(|place| holds(place.node.span(), offset));
    found
}

/// Whether a byte is in a span or right behind it.
pub fn holds(span: Span, offset: u32) -> bool {
    span.start <= offset && offset <= span.end
}

struct Walk<'a> {
    found: Vec<Place<'a>>,
    block: &'a [Item],
    condition: Option<&'a Predicate>,
    named: Option<&'a Let>,
}

impl<'a> Walk<'a> {
    fn push(&mut self, node: Node<'a>) {
        let Walk { block, condition, named, .. } = *self;
        self.found.push(Place { node, block, condition, named });
    }

    fn items(&mut self, items: &'a [Item]) {
        items.iter().for_each(|item| self.item(item));
    }

    fn item(&mut self, item: &'a Item) {
        match item {
            Item::Setting(setting) => {
                self.push(Node::Setting(setting));
                self.data(&setting.value);
            }
            Item::Clause(clause) => self.expression(clause),
            Item::Let(named) => self.named(named),
            Item::Use(used) => self.push(Node::Use(used)),
            Item::Persona(block) => {
                self.block = &block.items;
                self.push(Node::Persona(block));
                self.items(&block.items);
                self.block = &[];
            }
        }
    }

    fn data(&mut self, data: &'a Data) {
        self.push(Node::Data(data));
        match &data.kind {
            DataKind::Array(values) => values.iter().for_each(|value| self.data(value)),
            DataKind::Object(members) => members.iter().for_each(|member| {
                self.push(Node::Key(&member.key));
                self.data(&member.value);
            }),
            _ => {}
        }
    }

    fn named(&mut self, named: &'a Let) {
        self.named = Some(named);
        self.push(Node::Let(named));
        match &named.value {
            LetValue::List(brackets, elements) => {
                self.push(Node::List(*brackets));
                elements.iter().for_each(|element| self.element(element));
            }
            LetValue::Element(element) => self.element(element),
            LetValue::Filter(filter) => self.expression(filter),
        }
        self.named = None;
    }

    fn expression(&mut self, expr: &'a Expr) {
        if let ExprKind::Predicate(predicate) = &expr.kind {
            self.condition = Some(predicate);
        }
        self.push(Node::Expression(expr));
        match &expr.kind {
            ExprKind::And(parts) | ExprKind::Or(parts, _) => parts.iter().for_each(|part| self.expression(part)),
            ExprKind::Not(_, inner) => self.expression(inner),
            ExprKind::Predicate(predicate) => {
                predicate.list.into_iter().for_each(|brackets| self.push(Node::List(brackets)));
                predicate.operands.iter().for_each(|element| self.element(element));
            }
            ExprKind::Reference(_) => {}
        }
        self.condition = None;
    }

    fn element(&mut self, element: &'a Element) {
        self.push(Node::Element(element));
        match &element.kind {
            ElementKind::Value(value) => self.push(Node::Value(value)),
            ElementKind::Range(low, high) => {
                low.iter().chain(high).for_each(|value| self.push(Node::Value(value)));
            }
            ElementKind::Reference(_) => {}
        }
    }
}
