//! Sales Navigator's addresses: reading them and writing them.

mod commands;
mod examples;
mod forms;
mod hostile;
mod notation;
mod round_trip;

pub use round_trip::there_and_back;

use std::sync::Arc;

use personac::diagnostic::Diagnostic;
use personac::import::{Draft, Linked, link};
use personac::project::Project;
use personac::render::Human;
use personac::source::{SourceFile, Sources};

/// What became of an address.
struct Imported {
    source: Arc<SourceFile>,
    draft: Draft,
    findings: Vec<Diagnostic>,
}

fn import(address: &str) -> Imported {
    let source = Arc::new(SourceFile::new("link.txt", address));
    let Linked { draft, findings, .. } = link(&source, false);
    Imported { source, draft, findings }
}

impl Imported {
    fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }

    /// The findings as people see them.
    fn shown(&self) -> String {
        let sources = Sources { files: vec![self.source.clone()], ..Sources::default() };
        let human = Human { color: false, width: 80 };
        self.findings.iter().map(|finding| human.render(finding, &sources)).collect()
    }

    /// The persona, if there is one.
    fn persona(&self) -> Option<String> {
        (!self.has_errors()).then(|| self.draft.text(&Project::default()).expect("a persona"))
    }
}
