//! From what the grammar matched to the tree. Only the files of this folder name grammar rules.

mod clause;
mod data;
mod element;
mod item;
mod link;
mod list;
mod node;
mod operand;
mod operator;
mod predicate;
mod probe;
mod run;
mod text;

pub(super) use data::word_kind;
pub(super) use element::bare_kind;
pub(super) use run::{Part, Run};
pub(super) use text::decoded;
pub(crate) use text::escape;

use pest::Parser as _;

use super::Parsed;
use super::ast::{File, Item};
use super::errors::Place;
use super::plain::Reader;
use crate::diagnostic::Diagnostic;
use crate::rule::UNCLOSED_STRING;
use crate::source::Span;
use item::Items;
use node::{Node, Nodes, name, span};

#[derive(pest_derive::Parser)]
#[grammar = "grammar/persona.pest"]
struct Grammar;

/// So many items are given to the grammar one by one; pest looks at the whole rest of the text each time.
const MOST_ODD: usize = 16;

/// How many findings of one kind are kept until those that are shown are chosen.
pub(super) const MOST_KEPT: usize = 10_000;

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

/// Read a whole file, whose text is `plain`: what `reader` does not read, the grammar does.
pub(super) fn lower(place: Place<'_>, plain: &str, reader: Option<Reader<'_>>) -> Parsed {
    let lower = Lower { place, plain, findings: vec![], depth: 0, too_deep: None };
    // The grammar reads every text; pest gives up only where its stack ends.
    let deep = |span| Parsed { file: File::default(), diagnostics: vec![place.too_deep(span)] };
    lower.file(reader).unwrap_or_else(deep)
}

impl<'s> Lower<'s> {
    /// All items, or where they nest too deep.
    fn file(mut self, reader: Option<Reader<'s>>) -> Result<Parsed, Span> {
        let mut items = Items::default();
        match reader {
            Some(reader) => self.plain_items(reader, &mut items)?,
            None => _ = self.odd_items(Rule::file, 0, &mut items)?,
        }
        self.mixed(&items.read);
        match self.too_deep {
            Some(span) => Err(span),
            None => Ok(Parsed { file: File { items: items.read }, diagnostics: self.findings }),
        }
    }

    fn plain_items(&mut self, mut reader: Reader<'s>, items: &mut Items) -> Result<(), Span> {
        let mut odd = 0;
        while let Some(start) = reader.next_item() {
            if let Some(item) = reader.item() {
                items.push(item);
                continue;
            }
            odd += 1;
            let rule = if odd < MOST_ODD { Rule::one_item } else { Rule::file };
            reader.go_to(self.odd_items(rule, start, items)?);
        }
        Ok(())
    }

    /// Have the grammar read one item or all, from byte `start` on. Returns where it ends.
    fn odd_items(&mut self, rule: Rule, start: usize, items: &mut Items) -> Result<usize, Span> {
        let text = &self.plain[start..];
        let whole = Span::new(start, self.plain.len());
        let mut nodes = Nodes::new(Grammar::parse(rule, text).map_err(|_| whole)?, start);
        let read = nodes.next().ok_or(whole)?;
        let end = span(&read).end;
        self.items(read.into_inner(), items);
        Ok(end as usize)
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
