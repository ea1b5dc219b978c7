//! What is known around a place: its file, its project, and what lies outside.

use std::sync::Arc;

use super::typed::Typed;
use crate::fields::FieldId;
use crate::project::Project;
use crate::source::{SourceFile, Span};
use crate::syntax::Parsed;
use crate::syntax::ast::{Item, PersonaBlock};
use crate::workspace::Unit;

/// What lies outside of a file; asked for only where it matters.
pub trait Outside {
    /// The file and those it uses; the first is the file.
    fn units(&self) -> Vec<Unit>;

    /// The field for which another file uses a `let` of this one.
    fn field_of(&self, name: &str) -> Option<FieldId>;

    /// The persona files that it may use.
    fn files(&self) -> Vec<UsableFile>;

    /// The variables whose names may be wanted; never what they hold.
    fn variables(&self) -> Vec<Variable>;
}

/// A persona file that may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsableFile {
    /// Its path from the directory of the file that uses it, with `/` between its parts.
    pub path: String,
    /// The names of its `let`s.
    pub lets: Vec<String>,
    /// Whether it is made to be used: it asks for nobody itself.
    pub is_library: bool,
}

/// A variable of the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Where the name is known from.
    pub from: String,
}

/// A place and what is known around it.
pub struct Around<'a> {
    /// The text.
    pub source: &'a Arc<SourceFile>,
    /// Its tree.
    pub parsed: &'a Parsed,
    /// The byte.
    pub offset: u32,
    /// The project.
    pub project: &'a Project,
    /// What lies outside.
    pub outside: &'a dyn Outside,
    /// What is typed.
    pub typed: Typed,
    /// Whether it is asked only because a blank was typed.
    pub by_blank: bool,
}

impl<'a> Around<'a> {
    /// The text of a span.
    pub fn text(&self, span: Span) -> &'a str {
        self.source.slice(span)
    }

    /// Whether nothing follows on the line.
    pub fn is_line_end(&self) -> bool {
        let rest = self.source.text().get(self.typed.span.end as usize..).unwrap_or_default();
        rest.split('\n').next().unwrap_or_default().trim().is_empty()
    }

    /// Whether the place is in a span, or at one of its ends.
    pub fn touches(&self, span: Span) -> bool {
        span.start <= self.offset && self.offset <= span.end
    }

    /// The items of the file.
    pub fn items(&self) -> &'a [Item] {
        &self.parsed.file.items
    }

    /// The persona block that the place is in: the last one that begins before it, if it is in one at all.
    pub fn block(&self, in_block: bool) -> Option<&'a PersonaBlock> {
        let mut blocks = self.items().iter().filter_map(|item| match item {
            Item::Persona(block) if block.span.start < self.offset => Some(block),
            _ => None,
        });
        blocks.next_back().filter(|_| in_block)
    }
}
