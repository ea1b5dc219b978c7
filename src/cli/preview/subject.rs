//! A file whose personas are previewed.

use std::sync::Arc;

use super::findings;
use crate::api::Preview;
use crate::audience::Audience;
use crate::check::{Checked, Compiled};
use crate::cli::inputs::Input;
use crate::cli::session::Session;
use crate::diagnostic::Diagnostic;
use crate::emit::Body;
use crate::lint::Lints;
use crate::settings::Split;
use crate::source::Sources;

/// A file whose personas are previewed.
pub struct Subject {
    /// How messages call it.
    pub name: String,
    /// Its personas.
    pub personas: Vec<Asked>,
    /// What was found in it, and what the API makes of it.
    pub findings: Vec<Diagnostic>,
    dropped: usize,
    sources: Sources,
    lints: Arc<Lints>,
}

/// A persona, and how many people it finds.
pub struct Asked {
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// Whom it asks for.
    pub audience: Audience,
    /// Its requests.
    pub bodies: Vec<Body>,
    /// Whom each of them finds; `None` if the API does not say.
    pub found: Vec<Option<Preview>>,
}

impl Subject {
    /// What is known of a file after its check.
    pub fn new(input: &Input, lints: Arc<Lints>, checked: Checked) -> Subject {
        Subject {
            name: input.name.display().to_string(),
            personas: checked.personas.into_iter().map(Asked::new).collect(),
            findings: checked.diagnostics,
            dropped: checked.dropped,
            sources: checked.sources,
            lints,
        }
    }

    /// How many requests it has.
    pub fn requests(&self) -> usize {
        self.personas.iter().map(|asked| asked.bodies.len()).sum()
    }

    /// Add what is to be said of the counts, as far as the project and comments of the file want it.
    pub fn judge(&mut self, max: Option<u64>) {
        let Some(source) = self.sources.files.first() else { return };
        let judged = self.personas.iter().flat_map(|asked| findings::judge(asked, max));
        self.findings.extend(judged.filter_map(|finding| self.lints.judge(finding, source)));
        self.findings.sort_by_key(|finding| (finding.location(), finding.rule.code));
    }

    /// Show what was found.
    pub fn show(&self, session: &mut Session) {
        session.findings(&self.findings, self.dropped, &self.sources);
    }
}

impl Asked {
    fn new(compiled: Compiled) -> Asked {
        let found = vec![None; compiled.count()];
        let bodies = compiled.bodies();
        Asked { key: compiled.key, audience: compiled.audience, bodies, found }
    }

    /// What people call it: its name, else its key, else its file.
    pub fn title(&self, file: &str) -> String {
        let name = self.audience.settings.name.clone();
        name.or_else(|| self.key.clone()).unwrap_or_else(|| file.to_owned())
    }

    /// How many people its requests find together, as far as that is known. Who is found by several counts for each: so
    /// is it delivered, and paid for.
    pub fn sum(&self) -> u64 {
        self.found.iter().flatten().fold(0, |sum, found| sum.saturating_add(found.total))
    }

    /// Whether somebody may be found by several of its requests.
    pub fn may_overlap(&self) -> bool {
        self.bodies.len() > 1 && self.audience.settings.split != Split::Disjoint
    }
}
