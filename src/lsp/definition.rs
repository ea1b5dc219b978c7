//! `textDocument/definition`: where a name is made.

use gen_lsp_types::{Definition, DefinitionParams, DefinitionResponse, Location};

use super::failure::Failure;
use super::meaning::Meaning;
use super::nodes::{Node, holds, nodes_at};
use super::server::Server;
use super::view::View;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Item, Reference, Use};

/// Where the name at a place is made: the `let` of a reference, here or in a used file; the `use` of an alias; the file
/// of a path.
///
/// # Errors
///
/// If there is no such file.
pub fn definition(server: &Server, params: DefinitionParams) -> Result<Option<DefinitionResponse>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let found = made_at(&view, view.offset(place.position));
    Ok(found.map(|location| DefinitionResponse::Definition(Definition::Location(location))))
}

fn made_at(view: &View, offset: u32) -> Option<Location> {
    let meaning = Meaning::of(view);
    let places = nodes_at(meaning.items(), offset);
    places.iter().rev().find_map(|place| match place.node {
        Node::Element(Element { kind: ElementKind::Reference(reference), .. })
        | Node::Expression(Expr { kind: ExprKind::Reference(reference), .. }) => {
            reference_made(view, &meaning, *reference, place.block, offset)
        }
        Node::Use(used) if holds(used.path.span, offset) => file_of(view, &meaning, used),
        _ => None,
    })
}

fn reference_made(
    view: &View,
    meaning: &Meaning,
    reference: Reference,
    block: &[Item],
    offset: u32,
) -> Option<Location> {
    if let Some(alias) = reference.alias.filter(|alias| holds(alias.span, offset)) {
        let name = view.text(alias.span);
        let used = meaning.items().iter().find_map(|item| match item {
            Item::Use(used) => used.alias.filter(|own| view.text(own.span) == name),
            _ => None,
        });
        return used.map(|own| location(view, &view.source, own.span));
    }
    let (named, home) = meaning.named(reference, meaning.scope(block)?)?;
    Some(location(view, &home.unit.source, named.name.span))
}

/// The beginning of the file that is used.
fn file_of(view: &View, meaning: &Meaning, used: &Use) -> Option<Location> {
    let main = meaning.units.first()?;
    let followed = main.uses.iter().find(|followed| followed.span == used.path.span)?;
    let unit = meaning.units.get(followed.unit?)?;
    Some(location(view, &unit.source, Span::at(0)))
}

fn location(view: &View, source: &SourceFile, span: Span) -> Location {
    Location { uri: view.uri_named(source.name()), range: view.encoding().range(source, span) }
}
