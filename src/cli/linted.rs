//! A file that was looked at, and what was found in it.

use std::path::PathBuf;
use std::sync::Arc;

use super::inputs::Input;
use super::projects::Home;
use crate::check::{Checked, Compiled};
use crate::diagnostic::Diagnostic;
use crate::lint::{Allowed, Finding, Lints, Member};
use crate::report::MAX_FINDINGS;
use crate::resolve::Atoms;
use crate::source::{SourceFile, Sources};

/// A file that was looked at.
pub struct Linted {
    /// Which one.
    pub input: Input,
    /// The directory of its project.
    pub root: PathBuf,
    /// The lints that ran.
    pub lints: Arc<Lints>,
    /// What was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings beyond those kept.
    pub dropped: usize,
    /// The files that findings point into.
    pub sources: Sources,
    /// Whether its personas are to be compared with others.
    pub compares: bool,
    /// What its comments allow of the findings that are to come.
    allowed: Allowed,
    /// Its personas, until they are members.
    personas: Vec<Compiled>,
    /// Its personas, to be compared with others.
    pub members: Vec<Member>,
    /// Its text before and after the fixes.
    pub change: Option<(String, String)>,
    /// How many fixes were applied.
    pub fixed: usize,
}

impl Linted {
    /// What is known of a file after its check.
    pub fn new(input: &Input, home: &Home, lints: Arc<Lints>, checked: Checked) -> Linted {
        let compares = lints.compare();
        let personas = if compares { checked.personas } else { vec![] };
        Linted {
            input: input.clone(),
            root: home.root.clone(),
            lints,
            findings: checked.diagnostics,
            dropped: checked.dropped,
            sources: checked.sources,
            compares,
            allowed: Allowed::default(),
            personas,
            members: vec![],
            change: None,
            fixed: 0,
        }
    }

    /// Keep of its personas what comparing takes; `texts` numbers those of all files alike.
    pub fn gather(&mut self, texts: &mut Atoms) {
        let Some(source) = self.sources.files.first() else { return };
        self.members = members(source, std::mem::take(&mut self.personas), texts);
    }

    /// Add a finding about one of its personas among others, if it is wanted and not allowed.
    pub fn add(&mut self, finding: Finding) {
        let Some(source) = self.sources.files.first() else { return };
        let Some(diagnostic) = self.lints.judge_one_of_many(finding.diagnostic, source, &self.allowed) else { return };
        if self.findings.len() >= MAX_FINDINGS {
            self.dropped += 1;
            return;
        }
        self.findings.push(Finding { diagnostic, ..finding }.settle(&mut self.sources));
    }
}

/// The personas of a checked file, to be compared.
pub fn members(source: &Arc<SourceFile>, personas: Vec<Compiled>, texts: &mut Atoms) -> Vec<Member> {
    personas.into_iter().map(|one| Member::new(source, one.key, one.audience, texts)).collect()
}
