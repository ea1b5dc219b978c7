//! Reading the notation.

use super::notation::{Member, Node, Value};
use super::percent::Traced;
use crate::source::Span;

/// A search nests four deep; this is far more.
const DEEPEST: usize = 32;

/// What keeps a query from being read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The bytes of the address.
    pub span: Span,
}

/// What keeps a query from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// `%` without two hexadecimal digits.
    Percent,
    /// Bytes that are no UTF-8.
    NotText,
    /// The query ends, and so many parentheses are still open.
    Open(usize),
    /// A closing parenthesis without an opening one.
    Unopened,
    /// Something follows the last closing parenthesis.
    More,
    /// The query is no object.
    NoObject,
    /// A name that an opening parenthesis cannot follow.
    NoList,
    /// Something else than a key.
    NoKey,
    /// A key without a colon.
    NoColon,
    /// Nothing where a value belongs.
    NoValue,
    /// Neither a comma nor a closing parenthesis.
    NoComma,
    /// A line end or another character that an address cannot hold.
    Control,
    /// Nested too deep.
    Deep,
    /// The same key twice in one object.
    Twice,
    /// A part of a search that is not what it should be; the text says what it should be.
    Shape(&'static str),
}

/// A query that was read.
#[derive(Debug)]
pub struct Parsed {
    /// The query.
    pub root: Node,
    /// Raw blanks inside texts, which LinkedIn would have encoded.
    pub blanks: Vec<Span>,
}

/// Read the query at `span` of `source`; `is_raw` says that only its texts are encoded.
///
/// # Errors
///
/// The first [`Fault`].
pub fn parse(source: &str, span: Span, is_raw: bool) -> Result<Parsed, Fault> {
    let whole = Traced::of(source, span);
    let text = if is_raw { whole } else { whole.decoded(0, whole.text.len())? };
    let mut parser = Parser { text: &text, at: 0, open: 0, blanks: vec![] };
    if parser.next() != Some(b'(') {
        let first = text.text.chars().next().map_or(0, char::len_utf8);
        return Err(parser.fault(FaultKind::NoObject, 0, first));
    }
    let root = parser.value()?;
    match parser.next() {
        None => Ok(Parsed { root, blanks: parser.blanks }),
        Some(b')') => Err(parser.here(FaultKind::Unopened)),
        Some(_) => Err(parser.fault(FaultKind::More, parser.at, text.text.len())),
    }
}

struct Parser<'t> {
    text: &'t Traced,
    at: usize,
    /// Parentheses that are open.
    open: usize,
    blanks: Vec<Span>,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.text.text.as_bytes().get(self.at).copied()
    }

    fn takes(&mut self, text: &str) -> bool {
        let takes = self.rest().starts_with(text);
        self.at += if takes { text.len() } else { 0 };
        takes
    }

    fn fault(&self, kind: FaultKind, start: usize, end: usize) -> Fault {
        Fault { kind, span: self.text.span(start, end) }
    }

    /// The fault at the next character; if there is none, that there is none.
    fn here(&self, kind: FaultKind) -> Fault {
        match self.rest().chars().next() {
            Some(next) => self.fault(kind, self.at, self.at + next.len_utf8()),
            None => self.fault(FaultKind::Open(self.open), self.at, self.at),
        }
    }

    fn value(&mut self) -> Result<Node, Fault> {
        let start = self.at;
        if self.open >= DEEPEST {
            return Err(self.here(FaultKind::Deep));
        }
        let value = if self.takes("List(") {
            Value::List(self.items(Self::value)?)
        } else if self.takes("(") {
            let members = self.items(Self::member)?;
            self.has_each_once(&members)?;
            Value::Object(members)
        } else {
            Value::Text(self.atom()?)
        };
        Ok(Node { value, span: self.text.span(start, self.at) })
    }

    /// Items up to the closing parenthesis; the opening one is read.
    fn items<T>(&mut self, item: impl Fn(&mut Self) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        self.open += 1;
        let mut items = vec![];
        while !(items.is_empty() && self.next() == Some(b')')) {
            items.push(item(self)?);
            match self.next() {
                Some(b',') => self.at += 1,
                Some(b')') => break,
                _ => return Err(self.here(FaultKind::NoComma)),
            }
        }
        self.at += 1;
        self.open -= 1;
        Ok(items)
    }

    fn member(&mut self) -> Result<Member, Fault> {
        let start = self.at;
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = self.rest().find(|c| !is_key(c)).unwrap_or(self.rest().len());
        let key = self.rest().get(..length).unwrap_or_default().to_owned();
        if !key.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Err(self.here(FaultKind::NoKey));
        }
        self.at += length;
        let span = self.text.span(start, self.at);
        if !self.takes(":") {
            return Err(self.here(FaultKind::NoColon));
        }
        Ok(Member { key, span, value: self.value()? })
    }

    /// Objects have few keys, but a hostile one may have many.
    fn has_each_once(&self, members: &[Member]) -> Result<(), Fault> {
        let mut seen = std::collections::HashSet::new();
        match members.iter().find(|member| !seen.insert(&member.key)) {
            Some(member) => Err(Fault { kind: FaultKind::Twice, span: member.span }),
            None => Ok(()),
        }
    }

    /// A text up to what ends it, decoded once more.
    fn atom(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let length = self.rest().find(['(', ')', ',', ':']).unwrap_or(self.rest().len());
        let end = start + length;
        let raw = self.rest().get(..length).unwrap_or_default().to_owned();
        if raw.is_empty() {
            return Err(self.here(FaultKind::NoValue));
        }
        for (at, c) in raw.char_indices().filter(|(_, c)| c.is_whitespace() || c.is_control()) {
            let (from, to) = (start + at, start + at + c.len_utf8());
            match c {
                ' ' => self.blanks.push(self.text.span(from, to)),
                _ => return Err(self.fault(FaultKind::Control, from, to)),
            }
        }
        self.at = end;
        match self.next() {
            Some(b'(') => Err(self.fault(FaultKind::NoList, start, end + 1)),
            Some(b':') => Err(self.here(FaultKind::NoComma)),
            _ if raw == "''" => Ok(String::new()),
            _ => Ok(self.text.decoded(start, end)?.text),
        }
    }
}
