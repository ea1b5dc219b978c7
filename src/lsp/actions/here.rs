//! What refactorings look at: the file, what its names mean, and what is selected.

use std::cell::RefCell;

use super::super::meaning::Meaning;
use super::super::nodes::{Place, holds, nodes};
use super::super::view::View;
use crate::fields::FieldId;
use crate::resolve::Scope;
use crate::source::Span;
use crate::syntax::ast::{Item, Let};
use crate::syntax::comments;

/// A place in a file without syntax errors.
pub struct Here<'a> {
    /// The file.
    pub view: &'a View<'a>,
    /// What its names mean.
    pub meaning: &'a Meaning<'a>,
    /// What is selected, without the blanks around it; empty for a cursor.
    pub selection: Span,
    /// Every node of the file.
    pub nodes: Vec<Place<'a>>,
    /// Every comment of the file.
    pub comments: Vec<Span>,
    fields: RefCell<Vec<(Span, Option<FieldId>)>>,
}

impl<'a> Here<'a> {
    /// A place in the file.
    pub fn new(view: &'a View<'a>, meaning: &'a Meaning<'a>, selection: Span) -> Here<'a> {
        let text = view.text(selection);
        let start = selection.start + (text.len() - text.trim_start().len()) as u32;
        let trimmed = Span { start, end: start + text.trim().len() as u32 };
        Here {
            view,
            meaning,
            selection: if text.trim().is_empty() { Span::at(selection.start) } else { trimmed },
            nodes: nodes(meaning.items()),
            comments: comments(view.source.text()),
            fields: RefCell::default(),
        }
    }

    /// The nodes that hold the selection, innermost first.
    pub fn around(&self) -> impl Iterator<Item = &Place<'a>> {
        let held = |place: &&Place| {
            holds(place.node.span(), self.selection.start) && holds(place.node.span(), self.selection.end)
        };
        self.nodes.iter().rev().filter(held)
    }

    /// The field that a value is for: that of its condition, or the only one that its `let` is used for.
    pub fn field(&self, place: &Place) -> Option<FieldId> {
        match (place.condition, place.named) {
            (Some(condition), _) => FieldId::find(self.view.text(condition.field.span)),
            (None, Some(named)) => self.field_of(named),
            (None, None) => None,
        }
    }

    /// The only field that a `let` is used for.
    fn field_of(&self, named: &Let) -> Option<FieldId> {
        if let Some((_, known)) = self.fields.borrow().iter().find(|(span, _)| *span == named.span) {
            return *known;
        }
        let fields = self.meaning.uses_of(named);
        let only = if let [only] = fields.as_slice() { Some(*only) } else { None };
        self.fields.borrow_mut().push((named.span, only));
        only
    }

    /// What is seen from the items of a persona block, or from none at the top of the file.
    pub fn scope<'s>(&'s self, block: &'s [Item]) -> Option<Scope<'s>> {
        self.meaning.scope(block)
    }

    /// Whether there is a comment in a span.
    pub fn has_comment(&self, span: Span) -> bool {
        let next = self.comments.partition_point(|comment| comment.start < span.start);
        self.comments.get(next).is_some_and(|comment| comment.start < span.end)
    }
}
