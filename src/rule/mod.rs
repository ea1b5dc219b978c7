//! Every kind of finding: its code, its name, how bad it is, and its manual page.
//!
//! A code or a name is never used again for something else; a rule that is renamed keeps its old name as an alias.
//! The doc comment of a rule is its manual page: what it is about, why it matters, an example, what to write
//! instead, what its fix may change. `personac explain` and the documentation show it.

mod api;
mod body;
mod link;
mod logic;
mod names;
mod request;
mod syntax;
mod values;

pub use api::*;
pub use body::*;
pub use link::*;
pub use logic::*;
pub use names::*;
pub use request::*;
pub use syntax::*;
pub use values::*;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The persona compiles, but may surprise.
    Warning,
    /// The persona does not compile.
    Error,
}

impl Severity {
    /// `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What is done with the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing: they are not shown.
    Allow,
    /// They are shown as warnings.
    Warn,
    /// They are shown as errors.
    Deny,
}

impl Level {
    /// Each level by its name in `personac.toml`, and what it does.
    pub const CHOICES: [(&'static str, Level, &'static str); 3] = [
        ("allow", Level::Allow, "Leave its findings out"),
        ("warn", Level::Warn, "Show its findings as warnings"),
        ("deny", Level::Deny, "Make errors of its findings"),
    ];

    /// The level called `name` in `personac.toml`.
    pub fn named(name: &str) -> Option<Level> {
        Level::CHOICES.iter().find(|(own, ..)| *own == name).map(|(_, level, _)| *level)
    }
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Such as `P201`.
    pub code: &'static str,
    /// Such as `unknown-field`.
    pub name: &'static str,
    /// Names it had before.
    pub aliases: &'static [&'static str],
    /// What is done with its findings where nobody says otherwise.
    pub level: Level,
    /// The lines of the manual page, as Markdown.
    pub doc: &'static [&'static str],
}

impl Rule {
    /// The severity a finding starts with.
    pub fn severity(&self) -> Severity {
        if self.level == Level::Deny { Severity::Error } else { Severity::Warning }
    }

    /// Whether it can be neither allowed nor lowered: without it there is no request to send.
    pub fn is_fixed(&self) -> bool {
        self.level == Level::Deny
    }

    /// The first sentence of the manual page.
    pub fn summary(&self) -> String {
        let lines = self.doc.iter().map(|line| line.trim()).take_while(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    }

    /// The manual page, as Markdown without a heading of its own.
    pub fn page(&self) -> String {
        let line = |line: &&str| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n";
        self.doc.iter().map(line).collect()
    }
}

/// Declare rules as constants, and list them in `ALL`, in the order of their codes. After the name may stand names
/// that the rule had before.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $constant:ident = $level:ident $code:literal $name:literal $($alias:literal)*;)+) => {
        $($(#[doc = $doc])+ pub static $constant: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $name,
            aliases: &[$($alias),*],
            level: $crate::rule::level!($level),
            doc: &[$($doc),+],
        };)+
        /// The rules declared here, in the order of the codes.
        pub(in crate::rule) static ALL: &[&$crate::rule::Rule] = &[$(&$constant),+];
    };
}

/// The level a rule is declared with: `Error`, `Warning`, or `Off` for a warning that must be asked for.
macro_rules! level {
    (Error) => {
        $crate::rule::Level::Deny
    };
    (Warning) => {
        $crate::rule::Level::Warn
    };
    (Off) => {
        $crate::rule::Level::Allow
    };
}

pub(crate) use {level, rules};

/// What the stages find, in the order of the codes.
pub static STAGES: [&[&Rule]; 5] = [syntax::ALL, names::ALL, values::ALL, logic::ALL, request::ALL];

/// What importing finds, and what making links finds, in the order of the codes, which follow those of the lints.
pub static IMPORTS: [&[&Rule]; 2] = [body::ALL, link::ALL];

/// What the API answers and what submitting would do, in the order of the codes, which follow those of importing.
pub static ANSWERS: &[&Rule] = api::ALL;
