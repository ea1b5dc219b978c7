//! Which request is answered by what: one file a request.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use gen_lsp_types::{
    CodeActionRequest, CodeActionResolveRequest, CodeLensRequest, CompletionRequest, CompletionResolveRequest,
    DefinitionRequest, DocumentDiagnosticRequest, DocumentFormattingRequest, DocumentHighlightRequest,
    DocumentLinkRequest, DocumentRangeFormattingRequest, DocumentSymbolRequest, ExecuteCommandRequest,
    FoldingRangeRequest, HoverRequest, InlayHintRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest,
    Request as Kind, SelectionRangeRequest, SemanticTokensRangeRequest, SemanticTokensRequest,
    WillSaveTextDocumentWaitUntilRequest, WorkspaceSymbolRequest,
};
use lsp_server::{ErrorCode, Request, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::failure::Failure;
use super::server::Server;
use super::text::{self, TextRequest};
use super::transport::LateClient;
use super::{
    actions, code_lens, commands, completion, definition, document_links, folding, formatting, hover, inlay_hints,
    pull, references, rename, selection_ranges, semantic_tokens, symbols,
};

/// Answer a request, unless it is answered later. Whatever goes wrong in one is the end of that one alone.
pub fn answer(server: &Server, request: Request) -> Option<Response> {
    let id = request.id.clone();
    let method = request.method.clone();
    match catch_unwind(AssertUnwindSafe(|| dispatch(server, request))) {
        Ok(response) => response,
        Err(_) => Some(broken(&method).response(id)),
    }
}

/// What is said where a request met a mistake of ours.
fn broken(method: &str) -> Failure {
    Failure::new(ErrorCode::InternalError, format!("`{method}` failed: this is a bug of personac"))
}

fn dispatch(server: &Server, request: Request) -> Option<Response> {
    let id = request.id.clone();
    let route = Route { server, request: Some(request), response: None, is_later: false };
    let answered = route
        .on::<CodeActionRequest>(actions::actions)
        .on::<CodeActionResolveRequest>(actions::resolve)
        .on::<DefinitionRequest>(definition::definition)
        .on::<ReferencesRequest>(references::references)
        .on::<DocumentHighlightRequest>(references::highlights)
        .on::<PrepareRenameRequest>(rename::prepare)
        .on::<RenameRequest>(rename::rename)
        .on::<CompletionRequest>(completion::completion)
        .on::<CompletionResolveRequest>(completion::resolve)
        .on::<DocumentDiagnosticRequest>(pull::diagnostic)
        .on::<DocumentFormattingRequest>(formatting::whole)
        .on::<DocumentRangeFormattingRequest>(formatting::range)
        .on::<WillSaveTextDocumentWaitUntilRequest>(formatting::before_saving)
        .on::<DocumentSymbolRequest>(symbols::symbols)
        .on::<WorkspaceSymbolRequest>(symbols::find)
        .on::<DocumentLinkRequest>(document_links::document_links)
        .on::<FoldingRangeRequest>(folding::folding_ranges)
        .on::<HoverRequest>(hover::hover)
        .on::<InlayHintRequest>(inlay_hints::inlay_hints)
        .on::<CodeLensRequest>(code_lens::code_lenses)
        .later::<ExecuteCommandRequest>(commands::begin)
        .on::<ExecuteCommandRequest>(commands::execute)
        .on::<commands::BodyRequest>(commands::body)
        .on::<SelectionRangeRequest>(selection_ranges::selection_ranges)
        .on::<SemanticTokensRequest>(semantic_tokens::full)
        .on::<SemanticTokensRangeRequest>(semantic_tokens::range)
        .on::<TextRequest>(text::text);
    if answered.is_later {
        return None;
    }
    Some(answered.response.unwrap_or_else(|| {
        let method = answered.request.map(|request| request.method).unwrap_or_default();
        Failure::new(ErrorCode::MethodNotFound, format!("`{method}` is not answered here")).response(id)
    }))
}

/// Work that ends with an answer, without the state of the server.
pub type Work = Box<dyn FnOnce(&LateClient) -> Result<Value, Failure> + Send>;

/// Work that was begun, or why it was not.
pub type Begun = Result<Work, Failure>;

/// Do work that takes long, on a thread of its own, and answer then.
fn work(client: LateClient, request: Request, work: Work) {
    thread::spawn(move || {
        let done = catch_unwind(AssertUnwindSafe(|| work(&client)));
        client.send(match done.unwrap_or_else(|_| Err(broken(&request.method))) {
            Ok(result) => Response::new_ok(request.id, result),
            Err(failure) => failure.response(request.id),
        });
    });
}

/// A request on its way to whoever answers it.
struct Route<'a> {
    server: &'a Server,
    request: Option<Request>,
    response: Option<Response>,
    is_later: bool,
}

impl Route<'_> {
    /// Requests of kind `R` that `begin` takes are answered later.
    fn later<R: Kind>(mut self, begin: fn(&Server, R::Params) -> Option<Begun>) -> Self {
        let Some(request) = self.request.take_if(|request| request.method == R::METHOD.to_string()) else {
            return self;
        };
        let begun = serde_json::from_value(request.params.clone()).ok().and_then(|params| begin(self.server, params));
        match begun {
            None => self.request = Some(request),
            Some(Err(failure)) => self.response = Some(failure.response(request.id)),
            Some(Ok(begun)) => {
                self.is_later = true;
                work(self.server.client.later(), request, begun);
            }
        }
        self
    }

    /// Requests of kind `R` are answered by `answer`.
    fn on<R: Kind>(mut self, answer: fn(&Server, R::Params) -> Result<R::Result, Failure>) -> Self
    where
        R::Params: DeserializeOwned,
        R::Result: serde::Serialize,
    {
        let is_it = |request: &mut Request| request.method == R::METHOD.to_string();
        if let Some(request) = self.request.take_if(is_it) {
            let id = request.id.clone();
            self.response = Some(match serde_json::from_value(request.params) {
                Err(error) => Failure::invalid(error.to_string()).response(id),
                Ok(params) => match answer(self.server, params) {
                    Ok(result) => Response::new_ok(id, result),
                    Err(failure) => failure.response(id),
                },
            });
        }
        self
    }
}
