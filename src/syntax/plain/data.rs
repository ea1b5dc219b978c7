//! Settings and their data.

use super::Reader;
use super::cursor::is_keyword;
use crate::syntax::ast::{Data, DataKind, Member, Name, Setting, Text};
use crate::syntax::lower::word_kind;

impl Reader<'_> {
    /// The rest of a setting, from its colon on, up to the end of its line.
    pub(super) fn setting(&mut self, key: Name) -> Option<Setting> {
        self.expect(b':')?;
        self.space();
        let value = self.data()?;
        let end = self.at;
        self.blanks();
        let is_alone = self.line_ends();
        self.at = end;
        is_alone.then(|| Setting { span: self.since(key.span.start as usize), key, value })
    }

    fn data(&mut self) -> Option<Data> {
        let start = self.at;
        let kind = match self.byte() {
            b'"' => DataKind::Text(self.string()?),
            b'[' => DataKind::Array(self.deeper(1, Self::array)?),
            b'{' => DataKind::Object(self.deeper(1, Self::object)?),
            b'0'..=b'9' | b'-' => self.number()?,
            _ => self.data_word()?,
        };
        let span = self.since(start);
        self.ends_data().then_some(Data { span, kind })
    }

    /// Whether nothing but blanks stands between data and the end of the line or what holds it.
    fn ends_data(&mut self) -> bool {
        let end = self.at;
        self.blanks();
        let ends = self.line_ends() || matches!(self.byte(), b',' | b']');
        self.at = end;
        ends
    }

    fn number(&mut self) -> Option<DataKind> {
        self.eat(b'-');
        self.digits()?;
        if self.eat(b'.') {
            self.digits()?;
        }
        // An exponent, or a word that begins with digits.
        self.ahead().is_empty().then_some(DataKind::Number)
    }

    fn digits(&mut self) -> Option<()> {
        let is_digit = self.byte().is_ascii_digit();
        while self.byte().is_ascii_digit() || self.byte() == b'_' {
            self.at += 1;
        }
        is_digit.then_some(())
    }

    fn data_word(&mut self) -> Option<DataKind> {
        let word = self.word();
        if word.eq_ignore_ascii_case("env") {
            return self.env();
        }
        match word_kind(word) {
            DataKind::Word => (!word.is_empty() && !is_keyword(word)).then_some(DataKind::Word),
            kind => Some(kind),
        }
    }

    /// `env("NAME")`, behind the word.
    fn env(&mut self) -> Option<DataKind> {
        self.space();
        self.expect(b'(')?;
        self.space();
        let name = self.string()?;
        self.space();
        self.expect(b')')?;
        Some(DataKind::Env(name))
    }

    fn array(&mut self) -> Option<Vec<Data>> {
        self.expect(b'[')?;
        self.separated(b']', Self::data)
    }

    fn object(&mut self) -> Option<Vec<Member>> {
        self.expect(b'{')?;
        self.separated(b'}', Self::member)
    }

    /// What `one` reads, with commas between, up to `closer`.
    pub(super) fn separated<T>(&mut self, closer: u8, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = vec![];
        loop {
            self.space();
            if self.eat(closer) {
                return Some(all);
            }
            all.push(one(self)?);
            self.space();
            if !self.eat(b',') {
                return self.eat(closer).then_some(all);
            }
        }
    }

    fn member(&mut self) -> Option<Member> {
        let start = self.at;
        let key = match self.byte() {
            b'"' => self.string()?,
            b'0'..=b'9' => return None,
            _ if self.word().is_empty() => return None,
            _ => Text { span: self.since(start), decoded: None, quoted: false },
        };
        self.blanks();
        self.expect(b':')?;
        // `https://…`
        if self.byte() == b'/' {
            return None;
        }
        self.space();
        Some(Member { key, value: self.data()? })
    }
}
