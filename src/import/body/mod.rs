//! Request bodies: as files, in curl commands, many in one.

mod curl;
mod documents;
mod hint;
mod key;
mod keys;
mod list;
mod mask;
mod node;
mod options;
mod reader;
mod shell;
mod strings;
mod unread;
mod value;
mod whole;

use std::sync::Arc;

use super::Draft;
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule::{self, Severity};
use crate::source::{FileId, SourceFile, Sources};

/// What was read of a file of request bodies.
#[derive(Debug)]
pub struct Bodies {
    /// The file, and the body taken out of it, for findings.
    pub sources: Sources,
    /// What was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings beyond those kept.
    pub dropped: usize,
    /// A draft for each body, with a key that no other has; empty if there is any error.
    pub drafts: Vec<(String, Draft)>,
    /// Whether it is one body that stands alone.
    pub is_single: bool,
}

/// Read the request bodies of a file: one, a list, one a line, or one inside a curl command. `stem` is what a body
/// without a name is called after. `strict` makes an error of a key that no clause says.
pub fn bodies(name: &str, text: String, stem: &str, strict: bool) -> Bodies {
    let mut report = Report::default();
    let is_command = curl::is_command(&text);
    let (files, body) = match is_command {
        true => curl::extract(name, &text, &mut report),
        false => (vec![Arc::new(SourceFile::new(name, text))], Some(FileId(0))),
    };
    let source = body.and_then(|id| Some((files.get(usize::from(id.0))?, id)));
    let read = source.map(|(source, id)| documents::read(source, id, stem, &mut report)).unwrap_or_default();
    let sources = Sources { files, ..Sources::default() };
    let (mut findings, dropped) = report.finish();
    for finding in findings.iter_mut().filter(|finding| strict && *finding.rule == rule::UNKNOWN_BODY_KEY) {
        finding.severity = Severity::Error;
    }
    let failed = findings.iter().any(Diagnostic::is_error);
    let drafts = if failed { vec![] } else { read.drafts };
    Bodies { sources, findings, dropped, drafts, is_single: read.is_single }
}
