//! From what the grammar matched to the tree. Only the files of this folder name grammar rules.

mod clause;
mod data;
mod element;
mod text;

use pest::Parser as _;
use pest::iterators::{Pair, Pairs};

use super::Parsed;
use super::ast::{File, Item, Let, LetValue, Name, PersonaBlock, Use};
use crate::diagnostic::Diagnostic;
use crate::rule::UNEXPECTED_TEXT;
use crate::source::{FileId, Location, SourceFile, Span};

#[derive(pest_derive::Parser)]
#[grammar = "grammar/persona.pest"]
struct Grammar;

type Node<'s> = Pair<'s, Rule>;
type Nodes<'s> = Pairs<'s, Rule>;

/// What lowering reads and collects.
struct Lower<'s> {
    source: &'s SourceFile,
    id: FileId,
    findings: Vec<Diagnostic>,
}

/// Parse and lower a whole file.
pub(super) fn lower(source: &SourceFile, id: FileId) -> Parsed {
    let mut lower = Lower { source, id, findings: vec![] };
    let file = match Grammar::parse(Rule::file, source.text()) {
        Ok(nodes) => lower.file(nodes),
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) => at,
                pest::error::InputLocation::Span((at, _)) => at,
            };
            let place = lower.location(Span::new(at, at));
            let finding = Diagnostic::new(&UNEXPECTED_TEXT, "this cannot be read").label(place, "from here on");
            lower.findings.push(finding);
            File::default()
        }
    };
    Parsed { file, diagnostics: lower.findings }
}

impl<'s> Lower<'s> {
    fn file(&mut self, nodes: Nodes<'s>) -> File {
        let items = nodes.flat_map(Pair::into_inner).filter_map(|node| self.item(node)).collect();
        File { items }
    }

    fn item(&mut self, node: Node<'s>) -> Option<Item> {
        match node.as_rule() {
            Rule::setting => Some(Item::Setting(self.setting(node)?)),
            Rule::clause => Some(Item::Clause(self.clause(node)?)),
            Rule::let_item => Some(Item::Let(self.let_item(node)?)),
            Rule::use_item => Some(Item::Use(self.use_item(node)?)),
            Rule::persona => Some(Item::Persona(self.persona(node)?)),
            _ => None,
        }
    }

    fn let_item(&mut self, node: Node<'s>) -> Option<Let> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let name = name(&inner.next()?);
        let value = match inner.peek()?.as_rule() {
            Rule::list => {
                let list = inner.next()?;
                LetValue::List(self::span(&list), self.list(list))
            }
            Rule::clause => LetValue::Filter(self.clause(inner.next()?)?),
            _ => LetValue::Element(self.element(&mut inner)?),
        };
        Some(Let { span, name, value })
    }

    fn use_item(&mut self, node: Node<'s>) -> Option<Use> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let path = self.text(&inner.next()?);
        let alias = inner.next().map(|node| name(&node));
        Some(Use { span, path, alias })
    }

    fn persona(&mut self, node: Node<'s>) -> Option<PersonaBlock> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let key = self.text(&inner.next()?);
        let items = inner.filter_map(|node| self.item(node)).collect();
        Some(PersonaBlock { span, key, items })
    }

    fn location(&self, span: Span) -> Location {
        Location { file: self.id, span }
    }
}

fn span(node: &Node<'_>) -> Span {
    let span = node.as_span();
    Span::new(span.start(), span.end())
}

fn name(node: &Node<'_>) -> Name {
    Name { span: span(node) }
}
