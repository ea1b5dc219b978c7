//! Each word of a text with its class: from the tree where it is understood, and from its looks elsewhere.

use std::collections::BTreeMap;

use super::{Class, Modifiers};
use crate::fields::{FieldId, Values};
use crate::lsp::lexis::{Kind, Token, tokens};
use crate::lsp::nodes::{Node, Place, nodes};
use crate::settings::SettingRow;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Data, DataKind, ElementKind, ExprKind, Item, Let, Predicate, Reference, Value, ValueKind};

/// A word with its class; it does not go over the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Painted {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// More about it.
    pub modifiers: Modifiers,
}

/// Every word that has a class, in the order of the text; no two of them overlap.
pub fn painted(source: &SourceFile, items: &[Item]) -> Vec<Painted> {
    let mut palette = Palette { source, known: BTreeMap::new() };
    nodes(items).iter().for_each(|place| palette.place(place));
    let tokens = tokens(source.text());
    let mut all: Vec<Painted> = vec![];
    let mut known = palette.known.into_values().peekable();
    let mut behind = 0;
    for (index, token) in tokens.iter().enumerate() {
        while let Some(next) = known.next_if(|next| next.span.start <= token.span.start) {
            if next.span.start >= behind {
                behind = next.span.end;
                all.push(next);
            }
        }
        if token.span.start < behind {
            continue;
        }
        let free = known.peek().is_none_or(|next| token.span.end <= next.span.start);
        if let (Some(class), true) = (by_looks(source, &tokens, index), free) {
            behind = token.span.end;
            all.push(Painted { span: token.span, class, modifiers: Modifiers::NONE });
        }
    }
    all.extend(known.filter(|next| next.span.start >= behind));
    all
}

/// What a word is that the tree does not know.
fn by_looks(source: &SourceFile, tokens: &[Token], index: usize) -> Option<Class> {
    const KEYWORDS: &[&str] = &["and", "or", "not", "in", "let", "use", "as", "persona", "true", "false", "null"];
    let token = tokens.get(index)?;
    let text = source.slice(token.span);
    match token.kind {
        Kind::Comment => Some(Class::Comment),
        Kind::String => Some(Class::String),
        Kind::Number => Some(Class::Number),
        Kind::Reference => Some(Class::Variable),
        Kind::Sign => Some(Class::Operator),
        Kind::Other => None,
        Kind::Word if KEYWORDS.iter().any(|keyword| keyword.eq_ignore_ascii_case(text)) => Some(Class::Keyword),
        Kind::Word if text.eq_ignore_ascii_case("env") => Some(Class::Function),
        Kind::Word => {
            let next = tokens.get(index + 1).map_or("", |next| source.slice(next.span));
            let is_setting = next == ":" && SettingRow::find(text).is_some();
            (is_setting || FieldId::find(text).is_some()).then_some(Class::Property)
        }
    }
}

struct Palette<'a> {
    source: &'a SourceFile,
    known: BTreeMap<u32, Painted>,
}

impl Palette<'_> {
    fn paint(&mut self, span: Span, class: Class, modifiers: Modifiers) {
        let text = self.source.slice(span);
        // An empty place says nothing, and over the end of a line each word speaks for itself.
        if !text.is_empty() && !text.contains('\n') {
            self.known.insert(span.start, Painted { span, class, modifiers });
        }
    }

    fn place(&mut self, place: &Place) {
        match place.node {
            Node::Setting(setting) => self.paint(setting.key.span, Class::Property, Modifiers::NONE),
            Node::Key(key) => self.paint(key.span, Class::Property, Modifiers::NONE),
            Node::Data(data) => self.data(data),
            Node::Let(named) => self.named(named),
            Node::Use(used) => {
                self.paint(used.path.span, Class::String, Modifiers::NONE);
                if let Some(alias) = used.alias {
                    self.paint(alias.span, Class::Namespace, Modifiers::DECLARATION);
                }
            }
            Node::Persona(block) => self.paint(block.key.span, Class::Persona, Modifiers::DECLARATION),
            Node::Expression(expr) => match &expr.kind {
                ExprKind::Predicate(predicate) => self.condition(predicate),
                ExprKind::Reference(reference) => self.reference(*reference),
                _ => {}
            },
            Node::List(_) => {}
            Node::Element(element) => {
                if let ElementKind::Reference(reference) = element.kind {
                    self.reference(reference);
                }
                if let Some(unit) = element.unit {
                    self.paint(unit.span, Class::Keyword, Modifiers::NONE);
                }
            }
            Node::Value(value) => self.value(value, place.condition),
        }
    }

    fn condition(&mut self, predicate: &Predicate) {
        // `in` and `not in` are words of the language.
        if self.source.slice(predicate.op_span).starts_with(|letter: char| !letter.is_alphanumeric()) {
            self.paint(predicate.op_span, Class::Operator, Modifiers::NONE);
        }
        self.paint(predicate.field.span, Class::Property, Modifiers::NONE);
    }

    fn named(&mut self, named: &Let) {
        self.paint(named.name.span, Class::Variable, Modifiers::DECLARATION.with(Modifiers::READONLY));
    }

    fn reference(&mut self, reference: Reference) {
        let Some(alias) = reference.alias else {
            return self.paint(reference.span, Class::Variable, Modifiers::READONLY);
        };
        self.paint(Span { start: reference.span.start, end: alias.span.end }, Class::Namespace, Modifiers::NONE);
        self.paint(reference.name.span, Class::Variable, Modifiers::READONLY);
    }

    fn data(&mut self, data: &Data) {
        match &data.kind {
            DataKind::Word => self.paint(data.span, Class::EnumMember, Modifiers::NONE),
            DataKind::Number => self.paint(data.span, Class::Number, Modifiers::NONE),
            DataKind::Text(text) => self.paint(text.span, Class::String, Modifiers::NONE),
            DataKind::Env(name) => self.paint(name.span, Class::String, Modifiers::NONE),
            DataKind::Null | DataKind::Bool(_) => self.paint(data.span, Class::Keyword, Modifiers::NONE),
            DataKind::Array(_) | DataKind::Object(_) => {}
        }
    }

    /// A value is a label where its field has labels, and text where it takes any; in a `let` quotes decide.
    fn value(&mut self, value: &Value, condition: Option<&Predicate>) {
        let field = condition.and_then(|condition| FieldId::find(self.source.slice(condition.field.span)));
        let class = match (value.kind, field.map(|field| field.row().values)) {
            (ValueKind::Number | ValueKind::Bucket, _) => Class::Number,
            (ValueKind::Word, Some(Values::Quantity(..))) => Class::Number,
            (_, Some(Values::Label(_) | Values::Listed(_) | Values::Quantity(..))) => Class::EnumMember,
            (ValueKind::Word, Some(Values::Company | Values::ListId)) => Class::EnumMember,
            (ValueKind::Word, None) => Class::EnumMember,
            (ValueKind::Quoted, _) | (ValueKind::Word, _) => Class::String,
        };
        self.paint(value.text.span, class, Modifiers::NONE);
    }
}
