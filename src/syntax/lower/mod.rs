//! From what the grammar matched to the tree. Only the files of this folder name grammar rules.

mod clause;
mod data;
mod element;
mod item;
mod link;
mod list;
mod operand;
mod operator;
mod predicate;
mod probe;
mod run;
mod text;

pub(crate) use text::escape;

use pest::Parser as _;
use pest::iterators::{Pair, Pairs};

use super::Parsed;
use super::ast::{File, Item, Name};
use super::errors::Place;
use crate::diagnostic::Diagnostic;
use crate::rule::UNCLOSED_STRING;
use crate::source::Span;

#[derive(pest_derive::Parser)]
#[grammar = "grammar/persona.pest"]
struct Grammar;

/// How many findings of one kind are kept until those that are shown are chosen.
pub(super) const MOST_KEPT: usize = 10_000;

type Node<'t> = Pair<'t, Rule>;
type Nodes<'t> = Pairs<'t, Rule>;

/// What lowering knows and collects.
struct Lower<'s> {
    place: Place<'s>,
    /// The text that was parsed: the source with plain blanks.
    plain: &'s str,
    findings: Vec<Diagnostic>,
    /// How many brackets and `not`s are open.
    depth: usize,
    /// Where that went too deep.
    too_deep: Option<Span>,
}

/// Parse and lower a whole file, whose text is `plain`.
pub(super) fn lower(place: Place<'_>, plain: &str) -> Parsed {
    let Ok(nodes) = Grammar::parse(Rule::file, plain) else {
        // The grammar reads every text; pest gives up only where its stack ends.
        let end = Span::new(0, plain.len());
        return Parsed { file: File::default(), diagnostics: vec![place.too_deep(end)] };
    };
    let mut lower = Lower { place, plain, findings: vec![], depth: 0, too_deep: None };
    let items = lower.items(nodes.flat_map(Pair::into_inner));
    lower.mixed(&items);
    match lower.too_deep {
        Some(span) => Parsed { file: File::default(), diagnostics: vec![place.too_deep(span)] },
        None => Parsed { file: File { items }, diagnostics: lower.findings },
    }
}

impl Lower<'_> {
    fn find(&mut self, finding: Diagnostic) {
        // Far more than is shown; what is not kept is still reported as more.
        if self.findings.len() < MOST_KEPT {
            self.findings.push(finding);
        }
    }

    /// An open string hides the other findings of what it stands in: all that were made since there were `mark`.
    fn hide_behind_open_string(&mut self, mark: usize) -> bool {
        let is_open = |finding: &Diagnostic| std::ptr::eq(finding.rule, &UNCLOSED_STRING);
        let Some(at) = self.findings[mark..].iter().position(is_open) else { return false };
        self.findings.swap(mark, mark + at);
        self.findings.truncate(mark + 1);
        true
    }

    /// Clauses at top level and persona blocks do not go together.
    fn mixed(&mut self, items: &[Item]) {
        let clause = items.iter().find_map(|item| if let Item::Clause(expr) = item { Some(expr.span) } else { None });
        let persona = items.iter().find_map(|item| {
            let Item::Persona(block) = item else { return None };
            Some(Span { start: block.span.start, end: block.key.span.end })
        });
        if let (Some(clause), Some(persona)) = (clause, persona) {
            self.find(self.place.mixed_file(clause, persona));
        }
    }
}

fn span(node: &Node<'_>) -> Span {
    let span = node.as_span();
    Span::new(span.start(), span.end())
}

fn name(node: &Node<'_>) -> Name {
    Name { span: span(node) }
}
