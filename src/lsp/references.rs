//! `textDocument/references` and `textDocument/documentHighlight`: where a name is written.

use gen_lsp_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, Location, ReferenceParams};

use super::failure::Failure;
use super::names::{Occurrence, everywhere, occurrence_at, occurrences};
use super::server::Server;
use super::view::View;

/// Every place where the thing at a place is named: a `let`, an alias, a persona block, or a file that is used.
///
/// # Errors
///
/// If there is no such file.
pub fn references(server: &Server, params: ReferenceParams) -> Result<Option<Vec<Location>>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let Some(here) = occurrence_at(&view.units(), view.offset(place.position)) else { return Ok(None) };
    let is_asked = |place: &&Occurrence| params.context.include_declaration || !place.makes;
    let mut found = vec![];
    for file in everywhere(&view, &here.thing, &[view.text(here.span)]) {
        let location = |place: &Occurrence| Location { uri: file.view.uri.clone(), range: file.view.range(place.span) };
        found.extend(file.places.iter().filter(is_asked).map(location));
    }
    Ok(Some(found))
}

/// The same within one file, to be marked.
///
/// # Errors
///
/// If there is no such file.
pub fn highlights(server: &Server, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    Ok(marked(&view, view.offset(place.position)))
}

fn marked(view: &View, offset: u32) -> Option<Vec<DocumentHighlight>> {
    let units = view.units();
    let here = occurrence_at(&units, offset)?;
    let same = occurrences(&units).into_iter().filter(|place| place.thing == here.thing);
    let highlight = |place: Occurrence| DocumentHighlight {
        range: view.range(place.span),
        kind: Some(if place.makes { DocumentHighlightKind::Write } else { DocumentHighlightKind::Read }),
    };
    Some(same.map(highlight).collect())
}
