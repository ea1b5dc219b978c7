//! The lints: findings about personas that compile, and may still surprise.
//!
//! One file a lint in `rules/`: its manual page, and what it looks at. [`LINTS`] lists them. Whether one runs, and
//! how bad its findings are, is decided by [`Levels`]; comments may allow single findings (`suppress`).

mod boolean;
mod facts;
mod levels;
mod library;
mod nested;
mod references;
mod removal;
mod rules;
mod selection;
mod suppress;
mod table;
mod title_words;

pub use boolean::{Boolean, Kind, OPERATORS, Token};
pub use facts::{File, Persona, Written};
pub use levels::Levels;
pub use library::{Audience, Finding, Library, Member};
use removal::removal;
pub use rules::LINTS;
pub use selection::Selection;
pub use suppress::{is_suppressed, suppress};
pub use table::{LintTable, PathLevels};

use std::sync::LazyLock;

use crate::project::Project;
use crate::report::Report;
use crate::resolve::Resolved;
use crate::rule::{Level, Rule};
use crate::source::Sources;

/// One lint.
pub struct Lint {
    /// Its rule.
    pub rule: &'static Rule,
    /// Whether `build` runs it too: it says that the audience may not be the one that was meant.
    pub at_build: bool,
    /// What it looks at.
    pub look: Look,
}

/// The lint of a rule; none for what the stages find.
pub fn lint_of(rule: &Rule) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.rule == rule)
}

/// Whether the fixes of a rule are there to remove comments.
pub fn takes_comments(rule: &Rule) -> bool {
    *rule == rules::unused_suppression::RULE
}

/// What a lint looks at.
pub enum Look {
    /// Each value that is written.
    Written(fn(&Written, &mut Report)),
    /// Each persona, once its clauses are resolved.
    Persona(fn(&Persona, &mut Report)),
    /// Each file, as it is written.
    File(fn(&File, &mut Report)),
    /// The personas of a project, side by side.
    Library(fn(&Library, &mut Vec<Finding>)),
    /// What other findings leave over: whoever knows that reports it.
    Elsewhere,
}

/// Declare a lint: its manual page, how its findings start (`Off` for one that must be asked for), its code, its
/// name, names it had before, where it runs (`build` or only `lint`), and what it looks at.
macro_rules! lint {
    ($(#[doc = $doc:literal])+ $level:ident $code:literal $name:literal $($alias:literal)* in $when:ident: $look:expr) => {
        $(#[doc = $doc])+
        pub static RULE: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $name,
            aliases: &[$($alias),*],
            level: $crate::rule::level!($level),
            doc: &[$($doc),+],
        };
        /// What runs it.
        pub static LINT: $crate::lint::Lint =
            $crate::lint::Lint { rule: &RULE, at_build: $crate::lint::at_build!($when), look: $look };
    };
}

macro_rules! at_build {
    (build) => {
        true
    };
    (lint) => {
        false
    };
}

use {at_build, lint};

/// Which lints run.
#[derive(Debug, Clone, Copy)]
pub struct Lints<'a> {
    /// What is done with each rule.
    pub levels: &'a Levels,
    /// Whether all of them run, or those that `build` runs.
    pub all: bool,
}

/// What the rules are declared with.
static DECLARED: LazyLock<Levels> = LazyLock::new(Levels::default);

impl Lints<'static> {
    /// What `build` runs where no project says otherwise.
    pub fn of_build() -> Self {
        Lints { levels: &DECLARED, all: false }
    }

    /// What `lint` runs where no project says otherwise.
    pub fn of_lint() -> Self {
        Lints { levels: &DECLARED, all: true }
    }
}

impl Lints<'_> {
    fn running(self) -> impl Iterator<Item = &'static Lint> {
        let runs = move |lint: &&'static Lint| (self.all || lint.at_build) && self.levels.of(lint.rule) != Level::Allow;
        LINTS.iter().copied().filter(runs)
    }

    /// Look at a file as it is written.
    pub fn file(self, file: &File, report: &mut Report) {
        for lint in self.running() {
            if let Look::File(look) = lint.look {
                look(file, report);
            }
        }
    }

    /// Look at a persona.
    pub fn persona(self, persona: &Persona, report: &mut Report) {
        for lint in self.running() {
            if let Look::Persona(look) = lint.look {
                look(persona, report);
            }
        }
    }

    /// Whether personas are to be compared with each other.
    pub fn compare(self) -> bool {
        self.running().any(|lint| matches!(lint.look, Look::Library(_)))
    }

    /// Look at every value that was resolved.
    pub fn written(self, resolved: &Resolved, sources: &Sources, project: &Project, report: &mut Report) {
        let looks: Vec<fn(&Written, &mut Report)> = self
            .running()
            .filter_map(|lint| match lint.look {
                Look::Written(look) => Some(look),
                _ => None,
            })
            .collect();
        for mention in &resolved.mentions {
            let written = Written::new(*mention, &resolved.atoms, sources, project);
            looks.iter().for_each(|look| look(&written, report));
        }
    }
}

/// Look at the personas of a project, side by side. The findings come in the order of the personas; whether they are
/// wanted is up to the levels of their files.
pub fn compare(library: &Library) -> Vec<Finding> {
    let mut findings = vec![];
    for lint in LINTS {
        if let Look::Library(look) = lint.look {
            look(library, &mut findings);
        }
    }
    findings.sort_by_key(|finding| (finding.member, finding.diagnostic.rule.code));
    findings
}
