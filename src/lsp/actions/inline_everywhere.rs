//! Replacing every reference to a `let` by what it names, and removing it.

use gen_lsp_types::CodeActionKind;

use super::super::nodes::{Node, Place, holds};
use super::here::Here;
use super::inline::{expanded, reference};
use super::refactoring::Refactoring;
use crate::diagnostic::Edit;
use crate::lint::removal;
use crate::source::Span;
use crate::syntax::ast::Let;

/// Replacing all references to the `let` whose beginning is at a place. What is inside of it must not have comments.
pub fn inline_everywhere(here: &Here) -> Option<Refactoring> {
    let named = here.around().find_map(|place| match place.node {
        Node::Let(named) if is_beginning(here, named) => Some(named),
        _ => None,
    })?;
    let refers = |place: &&Place| {
        let found = reference(place).and_then(|reference| here.meaning.named(reference, here.scope(place.block)?));
        found.is_some_and(|(target, _)| std::ptr::eq(target, named))
    };
    let uses: Vec<&Place> = here.nodes.iter().filter(refers).collect();
    if uses.is_empty() {
        return None;
    }
    let mut edits: Vec<Edit> = uses.iter().map(|place| expanded(here, place)).collect::<Option<_>>()?;
    edits.push(removal(&here.view.source, &here.comments, named.span)?);
    let title =
        format!("replace `${}` everywhere by what it names, and remove the `let`", here.view.text(named.name.span));
    Some(Refactoring::new(title, CodeActionKind::RefactorInline, edits))
}

fn is_beginning(here: &Here, named: &Let) -> bool {
    let beginning = Span { start: named.span.start, end: named.name.span.end };
    holds(beginning, here.selection.start) && holds(beginning, here.selection.end)
}
