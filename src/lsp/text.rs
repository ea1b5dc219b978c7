//! `personac/text`: the text as the server has it, for tests of clients and servers alike.

use gen_lsp_types::{LspRequestMethod, MessageDirection, Request, TextDocumentIdentifier};

use super::failure::Failure;
use super::server::Server;

/// The request.
#[derive(Debug)]
pub enum TextRequest {}

impl Request for TextRequest {
    const METHOD: LspRequestMethod<'static> = LspRequestMethod::new("personac/text");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ClientToServer;
    type Params = TextDocumentIdentifier;
    type Result = String;
}

/// The text of a file.
///
/// # Errors
///
/// If there is no such file.
pub fn text(server: &Server, params: TextDocumentIdentifier) -> Result<String, Failure> {
    Ok(server.view(&params.uri)?.source.text().to_owned())
}
