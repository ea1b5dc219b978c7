//! `textDocument/hover`: what stands under the cursor.

mod clause;
mod manual;
mod names;

pub use manual::quieter;

use gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind};

use super::failure::Failure;
use super::lexis::{Kind, Token, token_at, tokens};
use super::meaning::{Meaning, elements, is_comparison};
use super::nodes::{Node, Place, holds, nodes_at};
use super::server::Server;
use super::values;
use super::view::View;
use crate::explain::Terminal;
use crate::fields::FieldId;
use crate::source::Span;
use crate::syntax::ast::{Data, DataKind, Element, ElementKind, Expr, ExprKind, Op, Predicate, Setting};

/// Columns of a hover that has no Markdown.
const WIDTH: usize = 80;

/// What stands at a place.
///
/// # Errors
///
/// If there is no such file.
pub fn hover(server: &Server, params: HoverParams) -> Result<Option<Hover>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let said = said_at(&view, view.offset(place.position));
    Ok(said.map(|said| Hover { contents: contents(server, &said.page), range: Some(view.range(said.about)) }))
}

fn contents(server: &Server, page: &str) -> Contents {
    let page = page.trim_end();
    let formats = server.capabilities.text_document.as_ref().and_then(|text| text.hover.as_ref());
    let formats = formats.and_then(|hover| hover.content_format.as_ref());
    let content = match formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)) {
        true => MarkupContent { kind: MarkupKind::Markdown, value: page.to_owned() },
        false => MarkupContent {
            kind: MarkupKind::PlainText,
            value: Terminal { color: false, width: WIDTH }.show(&page.replace("**", "")).trim_end().to_owned(),
        },
    };
    Contents::MarkupContent(content)
}

/// What is said, and about what.
struct Said {
    about: Span,
    page: String,
}

fn said(about: Span, page: Option<String>) -> Option<Said> {
    page.map(|page| Said { about, page })
}

/// A place that is looked at.
struct Look<'a> {
    view: &'a View<'a>,
    meaning: &'a Meaning<'a>,
    token: Token,
    offset: u32,
}

fn said_at(view: &View, offset: u32) -> Option<Said> {
    let tokens = tokens(view.source.text());
    let blank = Token { kind: Kind::Other, span: Span::at(offset) };
    let token = token_at(&tokens, offset).unwrap_or(blank);
    if token.kind == Kind::Comment && token.span.start < offset {
        return manual::allowed(view.text(token.span), token.span, offset);
    }
    let meaning = Meaning::of(view);
    let look = Look { view, meaning: &meaning, token, offset };
    let places = nodes_at(meaning.items(), offset);
    places.iter().rev().find_map(|place| look.at(place)).or_else(|| look.by_looks(&tokens))
}

impl Look<'_> {
    fn at(&self, place: &Place) -> Option<Said> {
        match place.node {
            Node::Setting(setting) => self.setting(setting),
            Node::Data(data) => self.data(data),
            Node::Key(_) | Node::List(_) | Node::Value(_) => None,
            Node::Element(element) => self.element(element, place),
            Node::Expression(expr) => self.expression(expr, place),
            Node::Let(named) => {
                let about = if holds(named.name.span, self.offset) { named.name.span } else { self.token.span };
                let value = elements(named).first().map_or(named.span.end, |first| first.span.start);
                let is_head = self.offset < value && !self.is_blank();
                said(about, is_head.then(|| names::named(self.meaning, named, place.block, self.view)))
            }
            Node::Use(used) => said(
                if holds(used.path.span, self.offset) { used.path.span } else { self.token.span },
                names::used(self.meaning, used),
            ),
            Node::Persona(block) => {
                let is_head = self.offset <= block.key.span.end && !self.is_blank();
                said(block.key.span, is_head.then(|| clause::persona(self.meaning, block, self.view)).flatten())
            }
        }
    }

    fn is_blank(&self) -> bool {
        self.view.text(self.token.span).is_empty()
    }

    fn setting(&self, setting: &Setting) -> Option<Said> {
        let is_key = holds(setting.key.span, self.offset);
        said(setting.key.span, is_key.then(|| manual::setting(self.view.text(setting.key.span))).flatten())
    }

    fn data(&self, data: &Data) -> Option<Said> {
        let about = Some(data.span);
        match &data.kind {
            DataKind::Env(name) => said(data.span, Some(manual::variable(name.read(&self.view.source)))),
            DataKind::Word => {
                let all = &self.view.parsed.file.items;
                let holder = nodes_at(all, self.offset).into_iter().find_map(|place| match place.node {
                    Node::Setting(setting) if Some(setting.value.span) == about => Some(setting.key),
                    _ => None,
                });
                said(data.span, holder.and_then(|key| manual::setting(self.view.text(key.span))))
            }
            _ => None,
        }
    }

    /// An operand: a label, an ID, a range, a reference.
    fn element(&self, element: &Element, place: &Place) -> Option<Said> {
        if let ElementKind::Reference(reference) = element.kind {
            return said(reference.span, names::reference(self.meaning, reference, place, self.view));
        }
        let scope = self.meaning.scope(place.block)?;
        let op = place.condition.map_or(Op::In, |condition| condition.op);
        let fields = match (place.condition, place.named) {
            (Some(condition), _) => FieldId::find(self.view.text(condition.field.span)).into_iter().collect(),
            (None, Some(named)) => names::fields_of(self.meaning, named, scope),
            (None, None) => vec![],
        };
        let pages = fields.into_iter().filter_map(|field| {
            let taken = self.meaning.taken(field, op, element, scope)?;
            Some(match element.kind {
                ElementKind::Value(ref value) if !is_comparison(op) => {
                    values::page(&taken, value.text.read(&self.view.source), &self.view.home.project)
                }
                _ => clause::covered(&taken, self.view.text(element.span), op),
            })
        });
        let mut pages: Vec<String> = pages.collect();
        pages.dedup();
        said(element.span, (!pages.is_empty()).then(|| pages.join("\n---\n\n")))
    }

    fn expression(&self, expr: &Expr, place: &Place) -> Option<Said> {
        match &expr.kind {
            ExprKind::Predicate(predicate) => self.condition(expr, predicate, place),
            ExprKind::Reference(reference) => {
                said(reference.span, names::reference(self.meaning, *reference, place, self.view))
            }
            ExprKind::And(_) | ExprKind::Or(..) | ExprKind::Not(..) => {
                let about = if self.is_blank() { expr.span } else { self.token.span };
                said(about, clause::becomes(self.meaning, expr, place.block))
            }
        }
    }

    fn condition(&self, expr: &Expr, predicate: &Predicate, place: &Place) -> Option<Said> {
        let field = predicate.field.span;
        if holds(field, self.offset) {
            return said(field, manual::field(self.view.text(field)));
        }
        let is_operator = holds(predicate.op_span, self.offset) && predicate.op_span.end > predicate.op_span.start;
        let becomes = clause::becomes(self.meaning, expr, place.block)?;
        let about = match (is_operator, self.is_blank()) {
            (true, _) => predicate.op_span,
            (false, true) => expr.span,
            (false, false) => self.token.span,
        };
        let operator = is_operator.then(|| manual::operator(self.view.text(field), predicate.op)).flatten();
        said(about, Some(operator.unwrap_or_default() + &becomes))
    }

    /// A word that the tree does not know.
    fn by_looks(&self, tokens: &[Token]) -> Option<Said> {
        let text = self.view.text(self.token.span);
        match self.token.kind {
            Kind::Word => {
                let next = tokens.iter().find(|token| token.span.start >= self.token.span.end);
                let is_setting = next.is_some_and(|next| self.view.text(next.span) == ":");
                let page = if is_setting { manual::setting(text) } else { manual::field(text) };
                said(self.token.span, page)
            }
            Kind::Reference => {
                names::lost(self.meaning, self.token.span, self.view).and_then(|page| said(self.token.span, Some(page)))
            }
            _ => None,
        }
    }
}
