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
mod registry;
mod removal;
mod rules;
mod running;
mod selection;
mod suppress;
mod table;
mod title_words;

pub use boolean::{Boolean, Kind, OPERATORS, Token};
pub use facts::{File, Persona, Written};
pub use levels::Levels;
pub use library::{Finding, Library, Member};
pub use registry::{RULES, find_rule};
pub use removal::removal;
pub use rules::LINTS;
pub use running::Lints;
pub use selection::Selection;
pub use suppress::{Allowed, reaches_from, suppress};
pub use table::{LintTable, PathLevels};

use crate::report::Report;
use crate::rule::Rule;

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

/// Whether a rule is about comments that allow findings, and so cannot be allowed by one.
pub fn is_about_comments(rule: &Rule) -> bool {
    takes_comments(rule) || *rule == rules::unknown_suppression::RULE
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
