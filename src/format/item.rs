//! Items: what a file and a persona block consist of.

use super::piece::{Flat, Piece};
use super::printer::Printer;
use crate::syntax::ast::{Item, Let, LetValue, PersonaBlock, Use};

impl Printer<'_> {
    /// One item, without what stands before and behind it.
    pub(super) fn item(&mut self, item: &Item) {
        match item {
            Item::Setting(setting) => self.setting(setting),
            Item::Clause(expr) => self.clause(expr),
            Item::Let(item) => self.let_item(item),
            Item::Use(item) => self.use_item(item),
            Item::Persona(block) => self.block(block),
        }
    }

    fn let_item(&mut self, item: &Let) {
        self.word("let");
        self.push(Piece::Space);
        self.atom(item.name.span);
        self.then("=");
        match &item.value {
            LetValue::Filter(expr) => return self.filter(expr),
            _ => self.push(Piece::Space),
        }
        match &item.value {
            LetValue::List(_, elements) => self.list(elements),
            LetValue::Element(element) => self.element(element),
            LetValue::Filter(_) => {}
        }
    }

    fn use_item(&mut self, item: &Use) {
        self.word("use");
        self.push(Piece::Space);
        self.atom(item.path.span);
        if let Some(alias) = item.alias {
            self.then("as");
            self.push(Piece::Space);
            self.atom(alias.span);
        }
    }

    fn block(&mut self, block: &PersonaBlock) {
        self.word("persona");
        self.push(Piece::Space);
        self.atom(block.key.span);
        self.push(Piece::Space);
        self.group(|printer| {
            printer.word("{");
            printer.push(Piece::Indent);
            printer.scope(&block.items, false);
            printer.push(Piece::Line(Flat::Nothing));
            printer.push(Piece::Dedent);
            printer.word("}");
        });
    }
}
