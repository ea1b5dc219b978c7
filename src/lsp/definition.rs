//! `textDocument/definition`: where a name is made.

use gen_lsp_types::{Definition, DefinitionParams, DefinitionResponse, Location};

use super::failure::Failure;
use super::names::occurrence_at;
use super::server::Server;
use super::view::View;

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
    let units = view.units();
    let here = occurrence_at(&units, offset)?;
    let (unit, span) = here.thing.place(&units)?;
    Some(Location { uri: view.uri_named(unit.source.name()), range: view.encoding().range(&unit.source, span) })
}
