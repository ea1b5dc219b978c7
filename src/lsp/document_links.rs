//! `textDocument/documentLink`: used files and addresses, to be followed.

use gen_lsp_types::{DocumentLink, DocumentLinkParams, Uri};

use super::failure::Failure;
use super::nodes::{Node, nodes};
use super::server::Server;
use super::view::View;
use crate::source::Span;
use crate::syntax::ast::{DataKind, Text};

/// What can be followed in a file.
///
/// # Errors
///
/// If there is no such file.
pub fn document_links(server: &Server, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let mut links = files(&view);
    links.extend(nodes(&view.parsed.file.items).iter().filter_map(|place| address(&view, place.node)));
    links.sort_by_key(|link| link.range);
    Ok(Some(links))
}

/// The used files that are there.
fn files(view: &View) -> Vec<DocumentLink> {
    let units = view.units();
    let uses = units.first().map_or(&[][..], |unit| &unit.uses);
    let link = |span: Span, name: &str| DocumentLink {
        range: view.range(between_quotes(view, span)),
        target: Some(view.uri_named(name)),
        ..DocumentLink::default()
    };
    uses.iter().filter_map(|used| Some(link(used.span, units.get(used.unit?)?.source.name()))).collect()
}

fn address(view: &View, node: Node) -> Option<DocumentLink> {
    let text = match node {
        Node::Data(data) => match &data.kind {
            DataKind::Text(text) => text,
            _ => return None,
        },
        Node::Value(value) => &value.text,
        _ => return None,
    };
    let target = web_address(text, view)?;
    let range = view.range(between_quotes(view, text.span));
    Some(DocumentLink { range, target: Some(Uri::from(target)), ..DocumentLink::default() })
}

/// The address that a string is.
fn web_address(text: &Text, view: &View) -> Option<String> {
    let said = text.read(&view.source);
    let host = said.strip_prefix("https://").or_else(|| said.strip_prefix("http://"))?;
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}".contains(letter);
    (text.quoted && !host.is_empty() && !host.contains(is_odd)).then(|| said.to_owned())
}

/// A string without its quotes.
fn between_quotes(view: &View, span: Span) -> Span {
    let text = view.text(span);
    match text.len() >= 2 && text.starts_with('"') && text.ends_with('"') {
        true => Span { start: span.start + 1, end: span.end - 1 },
        false => span,
    }
}
