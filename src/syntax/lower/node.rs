//! What pest matched, with places in the whole file: it may have been given a part.

use pest::iterators::{Pair, Pairs};

use super::Rule;
use crate::source::Span;
use crate::syntax::ast::Name;

/// One match of a rule.
#[derive(Clone)]
pub(super) struct Node<'t> {
    pair: Pair<'t, Rule>,
    /// Where the text that pest was given begins in the file.
    base: usize,
}

/// Matches side by side.
#[derive(Clone)]
pub(super) struct Nodes<'t> {
    pairs: Pairs<'t, Rule>,
    base: usize,
}

impl<'t> Node<'t> {
    pub(super) fn as_rule(&self) -> Rule {
        self.pair.as_rule()
    }

    pub(super) fn as_str(&self) -> &'t str {
        self.pair.as_str()
    }

    pub(super) fn into_inner(self) -> Nodes<'t> {
        Nodes { pairs: self.pair.into_inner(), base: self.base }
    }
}

impl<'t> Nodes<'t> {
    /// What was matched of the text that begins at byte `base` of the file.
    pub(super) fn new(pairs: Pairs<'t, Rule>, base: usize) -> Self {
        Nodes { pairs, base }
    }

    pub(super) fn peek(&self) -> Option<Node<'t>> {
        let base = self.base;
        self.pairs.peek().map(|pair| Node { pair, base })
    }
}

impl<'t> Iterator for Nodes<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        let base = self.base;
        self.pairs.next().map(|pair| Node { pair, base })
    }
}

impl DoubleEndedIterator for Nodes<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let base = self.base;
        self.pairs.next_back().map(|pair| Node { pair, base })
    }
}

/// Where it stands in the file.
pub(super) fn span(node: &Node<'_>) -> Span {
    let span = node.pair.as_span();
    Span::new(node.base + span.start(), node.base + span.end())
}

pub(super) fn name(node: &Node<'_>) -> Name {
    Name { span: span(node) }
}
