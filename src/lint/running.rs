//! Which lints run, and running them.

use std::sync::LazyLock;

use super::suppress::Allowed;
use super::{File, LINTS, Levels, Lint, Look, Persona, Written};
use crate::diagnostic::Diagnostic;
use crate::project::Project;
use crate::report::Report;
use crate::resolve::Resolved;
use crate::rule::Level;
use crate::source::{SourceFile, Sources};

/// The lints that run, by what they look at.
#[derive(Debug, Clone)]
pub struct Lints {
    /// What is done with each rule.
    pub levels: Levels,
    /// Whether all of them run, or those that `build` runs.
    pub all: bool,
    written: Vec<fn(&Written, &mut Report)>,
    persona: Vec<fn(&Persona, &mut Report)>,
    file: Vec<fn(&File, &mut Report)>,
    compares: bool,
}

/// What `build` runs where no project says otherwise.
static OF_BUILD: LazyLock<Lints> = LazyLock::new(|| Lints::new(Levels::default(), false));

/// What `lint` runs where no project says otherwise.
static OF_LINT: LazyLock<Lints> = LazyLock::new(|| Lints::new(Levels::default(), true));

impl Lints {
    /// All lints, or those that `build` runs, but for those whose findings are allowed.
    pub fn new(levels: Levels, all: bool) -> Self {
        let (written, persona, file) = (vec![], vec![], vec![]);
        let mut lints = Lints { levels, all, written, persona, file, compares: false };
        let runs = |lint: &&&Lint| all || lint.at_build;
        for lint in LINTS.iter().filter(runs) {
            if lints.levels.of(lint.rule) == Level::Allow {
                continue;
            }
            match lint.look {
                Look::Written(look) => lints.written.push(look),
                Look::Persona(look) => lints.persona.push(look),
                Look::File(look) => lints.file.push(look),
                Look::Library(_) => lints.compares = true,
                Look::Elsewhere => {}
            }
        }
        lints
    }

    /// What `build` runs where no project says otherwise.
    pub fn of_build() -> &'static Self {
        &OF_BUILD
    }

    /// What `lint` runs where no project says otherwise.
    pub fn of_lint() -> &'static Self {
        &OF_LINT
    }

    /// Look at a file as it is written.
    pub fn file(&self, file: &File, report: &mut Report) {
        self.file.iter().for_each(|look| look(file, report));
    }

    /// Look at a persona.
    pub fn persona(&self, persona: &Persona, report: &mut Report) {
        self.persona.iter().for_each(|look| look(persona, report));
    }

    /// Look at every value that was resolved.
    pub fn written(&self, resolved: &Resolved, sources: &Sources, project: &Project, report: &mut Report) {
        for mention in &resolved.mentions {
            let written = Written::new(mention, &resolved.atoms, sources, project);
            self.written.iter().for_each(|look| look(&written, report));
        }
    }

    /// A finding about a file that was made beside its check, at the level that the project gives it; `None` if the
    /// project or a comment of the file allows it.
    pub fn judge(&self, finding: Diagnostic, source: &SourceFile) -> Option<Diagnostic> {
        self.judge_one_of_many(finding, source, &Allowed::default())
    }

    /// As [`Lints::judge`], for one of many findings about the same file.
    pub fn judge_one_of_many(&self, finding: Diagnostic, source: &SourceFile, allowed: &Allowed) -> Option<Diagnostic> {
        if allowed.allows(&finding, source) {
            return None;
        }
        let mut findings = vec![finding];
        self.levels.apply(&mut findings);
        findings.pop()
    }

    /// Whether personas are to be compared with each other.
    pub fn compare(&self) -> bool {
        self.compares
    }
}
