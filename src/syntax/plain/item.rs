//! Items: settings, clauses, `let`s, `use`s and persona blocks.

use super::Reader;
use super::cursor::is_keyword;
use crate::syntax::ast::{Item, Let, LetValue, PersonaBlock, Text, Use};

/// What stands behind the value of a `let`.
enum Behind {
    /// Nothing that could belong to it.
    Nothing,
    /// What makes it the beginning of a clause.
    Clause,
}

impl Reader<'_> {
    /// An item of a file, or of a persona block.
    pub(super) fn any_item(&mut self, in_block: bool) -> Option<Item> {
        let start = self.at;
        let word = self.word();
        let is = |keyword: &str| word.eq_ignore_ascii_case(keyword);
        if !is_keyword(word) && !word.is_empty() {
            return self.setting_or_clause(start);
        }
        match word {
            _ if is("let") => self.let_item(start),
            _ if is("use") && !in_block => self.use_item(start),
            _ if is("persona") && !in_block => self.persona(start),
            _ if is("not") || word.is_empty() => {
                self.at = start;
                self.clause().map(Item::Clause)
            }
            _ => None,
        }
    }

    fn setting_or_clause(&mut self, start: usize) -> Option<Item> {
        self.at = start;
        let key = self.name()?;
        self.blanks();
        if self.byte() == b':' {
            return self.setting(key).map(Item::Setting);
        }
        self.at = start;
        self.clause().map(Item::Clause)
    }

    fn let_item(&mut self, start: usize) -> Option<Item> {
        self.space();
        let name = self.name()?;
        self.space();
        self.expect(b'=')?;
        if self.byte() == b'=' {
            return None;
        }
        self.space();
        let value = self.let_value()?;
        Some(Item::Let(Let { span: self.since(start), name, value }))
    }

    fn let_value(&mut self) -> Option<LetValue> {
        let start = self.at;
        match self.byte() {
            b'[' => {
                let elements = self.list()?;
                return Some(LetValue::List(self.since(start), elements));
            }
            b'(' => return self.clause().map(LetValue::Filter),
            _ if self.ahead().eq_ignore_ascii_case("not") => return self.clause().map(LetValue::Filter),
            _ => {}
        }
        let element = self.element()?;
        match self.behind()? {
            Behind::Nothing => Some(LetValue::Element(element)),
            Behind::Clause => {
                self.at = start;
                self.clause().map(LetValue::Filter)
            }
        }
    }

    /// What follows a value, if that is clear.
    fn behind(&mut self) -> Option<Behind> {
        let end = self.at;
        self.blanks();
        let is_last = self.line_ends();
        self.space();
        let word = self.ahead();
        let is_link = word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("or");
        let behind = match (word, self.byte()) {
            ("", b'=' | b'!' | b'<' | b'>') => Some(Behind::Clause),
            ("", b'}' | b'(' | b'$' | 0) => is_last.then_some(Behind::Nothing),
            ("", _) => None,
            _ if is_link || !is_last => Some(Behind::Clause),
            // The next line may go on with an operator or a range.
            _ => self.begins_another(word).then_some(Behind::Nothing),
        };
        self.at = end;
        behind
    }

    fn use_item(&mut self, start: usize) -> Option<Item> {
        self.space();
        let path = self.string()?;
        let end = self.at;
        self.space();
        if !self.eat_word("as") {
            self.at = end;
            return Some(Item::Use(Use { span: self.since(start), path, alias: None }));
        }
        self.space();
        let alias = self.name()?;
        Some(Item::Use(Use { span: self.since(start), path, alias: Some(alias) }))
    }

    fn persona(&mut self, start: usize) -> Option<Item> {
        self.space();
        let key = self.key()?;
        self.blanks();
        self.expect(b'{')?;
        let mut items = vec![];
        loop {
            self.space();
            if self.eat(b'}') {
                return Some(Item::Persona(PersonaBlock { span: self.since(start), key, items }));
            }
            items.push(self.any_item(true)?);
        }
    }

    fn key(&mut self) -> Option<Text> {
        if self.byte() == b'"' {
            return self.string();
        }
        let start = self.at;
        let word = self.word();
        let is_key = !word.is_empty() && !is_keyword(word);
        is_key.then(|| Text { span: self.since(start), decoded: None, quoted: false })
    }
}
