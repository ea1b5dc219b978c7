//! Which request is answered by what: one file a request.

use std::panic::{AssertUnwindSafe, catch_unwind};

use gen_lsp_types::{
    CodeLensRequest, DocumentDiagnosticRequest, DocumentLinkRequest, ExecuteCommandRequest, FoldingRangeRequest,
    HoverRequest, InlayHintRequest, Request as Kind, SelectionRangeRequest, SemanticTokensRangeRequest,
    SemanticTokensRequest,
};
use lsp_server::{ErrorCode, Request, Response};
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::server::Server;
use super::text::{self, TextRequest};
use super::{
    code_lens, commands, document_links, folding, hover, inlay_hints, pull, selection_ranges, semantic_tokens,
};

/// Answer a request. Whatever goes wrong in one is the end of that one alone.
pub fn answer(server: &Server, request: Request) -> Response {
    let id = request.id.clone();
    let method = request.method.clone();
    match catch_unwind(AssertUnwindSafe(|| dispatch(server, request))) {
        Ok(response) => response,
        Err(_) => {
            Failure::new(ErrorCode::InternalError, format!("`{method}` failed: this is a bug of personac")).response(id)
        }
    }
}

fn dispatch(server: &Server, request: Request) -> Response {
    let id = request.id.clone();
    let route = Route { server, request: Some(request), response: None };
    let answered = route
        .on::<DocumentDiagnosticRequest>(pull::diagnostic)
        .on::<DocumentLinkRequest>(document_links::document_links)
        .on::<FoldingRangeRequest>(folding::folding_ranges)
        .on::<HoverRequest>(hover::hover)
        .on::<InlayHintRequest>(inlay_hints::inlay_hints)
        .on::<CodeLensRequest>(code_lens::code_lenses)
        .on::<ExecuteCommandRequest>(commands::execute)
        .on::<commands::BodyRequest>(commands::body)
        .on::<SelectionRangeRequest>(selection_ranges::selection_ranges)
        .on::<SemanticTokensRequest>(semantic_tokens::full)
        .on::<SemanticTokensRangeRequest>(semantic_tokens::range)
        .on::<TextRequest>(text::text);
    answered.response.unwrap_or_else(|| {
        let method = answered.request.map(|request| request.method).unwrap_or_default();
        Failure::new(ErrorCode::MethodNotFound, format!("`{method}` is not answered here")).response(id)
    })
}

/// A request on its way to whoever answers it.
struct Route<'a> {
    server: &'a Server,
    request: Option<Request>,
    response: Option<Response>,
}

impl Route<'_> {
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
