//! Items: what a file and a persona block consist of.

use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Item, Let, LetValue, Name, PersonaBlock, Text, Use};

/// Items, and what went wrong before the next one.
#[derive(Default)]
pub(super) struct Items {
    pub read: Vec<Item>,
    /// The last thing, if it was broken: it hides what else is wrong on its line.
    broken: Option<Span>,
}

impl Items {
    /// Add an item in which nothing is wrong.
    pub(super) fn push(&mut self, item: Item) {
        self.read.push(item);
        self.broken = None;
    }
}

impl<'s> Lower<'s> {
    /// Add the items among `nodes`; what is no item is reported.
    pub(super) fn items(&mut self, nodes: impl Iterator<Item = Node<'s>>, items: &mut Items) {
        for node in nodes {
            let at = span(&node);
            let same_line = items.broken.is_some_and(|last| self.same_line(last, at));
            match node.as_rule() {
                Rule::stray_closer | Rule::block_stray if !same_line => self.find(self.place.stray_closer(at)),
                Rule::stray_closer | Rule::block_stray | Rule::EOI => {}
                Rule::broken if same_line => {}
                Rule::other_comment => self.find(self.place.foreign_comment(at)),
                Rule::broken => self.broken(at),
                _ => {
                    let mark = self.findings.len();
                    items.read.extend(self.item(node, items.broken.is_some()));
                    items.broken = self.hide_behind_open_string(mark).then_some(at);
                    continue;
                }
            }
            items.broken = Some(at);
        }
    }

    fn item(&mut self, node: Node<'s>, after_broken: bool) -> Option<Item> {
        match node.as_rule() {
            Rule::setting => Some(Item::Setting(self.setting(node)?)),
            Rule::clause => Some(Item::Clause(self.clause(node, after_broken)?)),
            Rule::let_item => Some(Item::Let(self.let_item(node)?)),
            Rule::use_item => Some(Item::Use(self.use_item(node)?)),
            Rule::persona => Some(Item::Persona(self.persona(node)?)),
            _ => None,
        }
    }

    pub(super) fn same_line(&self, first: Span, second: Span) -> bool {
        !self.place.slice(Span { start: first.end, end: second.start }).contains('\n')
    }

    fn let_item(&mut self, node: Node<'s>) -> Option<Let> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let name = name(&inner.next()?);
        if let Some(sign) = inner.peek().filter(|node| node.as_rule() == Rule::let_sign) {
            inner.next();
            self.find(self.place.let_sign(super::span(&sign)));
        }
        let value = self.let_value(name, &mut inner)?;
        Some(Let { span, name, value })
    }

    fn let_value(&mut self, name: Name, inner: &mut Nodes<'s>) -> Option<LetValue> {
        let node = inner.peek()?;
        Some(match node.as_rule() {
            Rule::list | Rule::list_slip => {
                inner.next();
                LetValue::List(super::span(&node), self.list(node))
            }
            Rule::clause => {
                inner.next();
                LetValue::Filter(self.clause(node, false)?)
            }
            Rule::missing => {
                self.find(self.place.empty_let(name.span));
                return None;
            }
            _ => self.let_element(inner)?,
        })
    }

    /// One element, or the words or values that should have been one.
    fn let_element(&mut self, inner: &mut Nodes<'s>) -> Option<LetValue> {
        let mut element = self.element(inner)?;
        match inner.next() {
            Some(rest) if rest.as_rule() == Rule::words => {
                let rest = self.place.trim(span(&rest));
                let whole = element.span.to(rest);
                self.find(self.place.several_words(whole));
                super::element::extend(&mut element, rest);
            }
            Some(rest) => {
                let whole = element.span.to(self.place.trim(span(&rest)));
                self.find(self.place.unbracketed_let(whole));
                let mut elements = vec![element];
                elements.extend(self.elements(rest.into_inner()));
                return Some(LetValue::List(whole, elements));
            }
            None => {}
        }
        Some(LetValue::Element(element))
    }

    fn use_item(&mut self, node: Node<'s>) -> Option<Use> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let path = inner.next()?;
        if path.as_rule() == Rule::bare_path {
            self.find(self.place.needs_quotes(super::span(&path)));
        }
        let path = self.text(&path);
        let alias = inner.next().map(|node| name(&node));
        Some(Use { span, path, alias })
    }

    fn persona(&mut self, node: Node<'s>) -> Option<PersonaBlock> {
        let span = span(&node);
        let word = Span { start: span.start, end: span.start + "persona".len() as u32 };
        let mut inner = node.into_inner();
        let first = inner.next()?;
        let mut key = Text { span: Span::at(word.end), decoded: None, quoted: false };
        if first.as_rule() == Rule::missing {
            self.find(self.place.no_key(word));
        } else {
            key = self.text(&first);
        }
        self.header(word, &mut key, &mut inner);
        let mut inner: Vec<_> = inner.collect();
        if inner.last().is_some_and(|node| node.as_rule() == Rule::unclosed) {
            inner.pop();
            let end = inner.last().map_or(span.end, |node| super::span(node).end);
            self.unclosed_block(span, end);
        }
        let mut items = Items::default();
        self.items(inner.into_iter(), &mut items);
        let items = items.read;
        for item in &items {
            if let Item::Use(item) = item {
                self.find(self.place.inner_use(item.span));
            }
        }
        Some(PersonaBlock { span, key, items })
    }

    /// What may go wrong between the key and the first item.
    fn header(&mut self, word: Span, key: &mut Text, inner: &mut Nodes<'s>) {
        while let Some(node) = inner.peek().filter(|node| matches!(node.as_rule(), Rule::bad_header | Rule::no_brace)) {
            inner.next();
            let at = self.place.trim(span(&node));
            if node.as_rule() == Rule::no_brace {
                self.find(self.place.no_brace(word.to(key.span)));
            } else if key.span.start > word.end {
                self.find(self.place.bad_header(key.span, at));
                key.span = if key.quoted { key.span } else { key.span.to(at) };
            }
        }
    }

    fn unclosed_block(&mut self, block: Span, end: u32) {
        let text = self.place.slice(block);
        let Some(brace) = text.find('{') else { return };
        let brace = Span::new(block.start as usize + brace, block.start as usize + brace + 1);
        self.find(self.place.unclosed(brace, end.max(brace.end), false));
    }
}
