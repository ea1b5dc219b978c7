//! `textDocument/diagnostic`: findings for clients that ask.

use gen_lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport,
};

use super::failure::Failure;
use super::findings;
use super::server::Server;

/// The findings of a file.
///
/// # Errors
///
/// If there is no such file.
pub fn diagnostic(server: &Server, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReport, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let items = findings::own(&view, &view.checked());
    let full = FullDocumentDiagnosticReport { items, ..FullDocumentDiagnosticReport::default() };
    Ok(RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report: full, related_documents: None }.into())
}
