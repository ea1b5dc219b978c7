//! Reads JSON strictly, as servers do, and says where it goes wrong and what was surely meant.

use super::node::{Kind, Member, Node};
use crate::source::Span;

/// How deep brackets may nest: a persona takes 128, and a block and `raw` around a value take two of them.
pub const DEEPEST: usize = 126;

/// Why a text is not JSON.
#[derive(Debug)]
pub struct Wrong {
    /// Where.
    pub span: Span,
    /// What is wrong, to follow "this is not JSON: ".
    pub what: &'static str,
    /// What the place is.
    pub label: &'static str,
    /// What to do.
    pub help: String,
}

/// Reads values from one text.
pub struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    depth: usize,
}

pub(super) type Read<T> = Result<T, Wrong>;

impl<'t> Reader<'t> {
    /// Reads `text` up to byte `end`, from byte `start` on.
    pub fn new(text: &'t str, start: usize, end: usize) -> Self {
        Reader { text: text.get(..end).unwrap_or(text), at: start, depth: 0 }
    }

    /// One value, with nothing but blanks around it.
    ///
    /// # Errors
    ///
    /// Where the text stops being JSON.
    pub fn whole(&mut self) -> Read<Node> {
        let value = self.first()?;
        self.blanks();
        match self.rest().is_empty() {
            true => Ok(value),
            false => {
                // Some blanks are none to JSON, and may be all that follows.
                let end = Some(self.text.trim_end().len()).filter(|end| *end > self.at).unwrap_or(self.text.len());
                Err(self.wrong(
                    self.at,
                    end,
                    "something follows its end",
                    "not a part of it",
                    "leave it out, or write one body a line",
                ))
            }
        }
    }

    /// The first value, whatever follows it.
    pub fn first(&mut self) -> Read<Node> {
        self.blanks();
        if self.rest().is_empty() {
            return Err(self.wrong(self.at, self.at, "it is empty", "nothing here", "give it a request body, `{ … }`"));
        }
        self.value()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn takes(&mut self, text: &str) -> bool {
        let taken = self.rest().starts_with(text);
        self.at += if taken { text.len() } else { 0 };
        taken
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn value(&mut self) -> Read<Node> {
        let start = self.at;
        let kind = match self.peek() {
            Some('{') => self.nested(Reader::object)?,
            Some('[') => self.nested(Reader::array)?,
            Some('"') => Kind::Text(self.string()?),
            Some('-' | '0'..='9') => Kind::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Node { span: Span::new(start, self.at), kind })
    }

    fn nested(&mut self, inner: fn(&mut Self, usize) -> Read<Kind>) -> Read<Kind> {
        if self.depth >= DEEPEST {
            let help = format!("a persona takes {DEEPEST} levels; keep such data elsewhere and send its key");
            return Err(self.wrong(self.at, self.at + 1, "it nests too deeply", "one level too many", help));
        }
        self.depth += 1;
        let start = self.at;
        self.at += 1;
        let kind = inner(self, start);
        self.depth -= 1;
        kind
    }

    fn array(&mut self, start: usize) -> Read<Kind> {
        let mut values = vec![];
        self.blanks();
        while !self.takes("]") {
            values.push(self.value()?);
            self.next(']', start)?;
        }
        Ok(Kind::Array(values))
    }

    fn object(&mut self, start: usize) -> Read<Kind> {
        let mut members = vec![];
        self.blanks();
        while !self.takes("}") {
            let at = self.at;
            if self.peek() != Some('"') {
                return Err(self.no_key(start));
            }
            let key = self.string()?;
            let at = Span::new(at, self.at);
            self.blanks();
            if !self.takes(":") {
                return Err(self.here("a colon is missing", "a colon must stand here", "write `\"key\": value`"));
            }
            self.blanks();
            let value = self.value()?;
            members.push(Member { key, at, value });
            self.next('}', start)?;
        }
        Ok(Kind::Object(members))
    }

    /// What follows a value: a comma with another value behind it, or the end.
    fn next(&mut self, closer: char, start: usize) -> Read<()> {
        self.blanks();
        let comma = self.at;
        if self.takes(",") {
            self.blanks();
            return match self.peek() {
                Some(']' | '}') => Err(self.wrong(
                    comma,
                    comma + 1,
                    "nothing follows this comma",
                    "one comma too many",
                    "leave it out",
                )),
                _ => Ok(()),
            };
        }
        match self.peek() {
            Some(c) if c == closer => Ok(()),
            None => Err(self.unclosed(start)),
            Some(']' | '}') => {
                Err(self.here("this closes another bracket", "not what is open", format!("write `{closer}`")))
            }
            Some('/' | '#') => Err(self.comment()),
            Some(_) => Err(self.here("a comma is missing", "a comma must stand before this", "write a `,` there")),
        }
    }

    fn word(&mut self) -> Read<Kind> {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.');
        let rest = self.rest();
        let word = &rest[..rest.find(|c: char| !is_part(c)).unwrap_or(rest.len())];
        let kind = match word {
            "null" => Kind::Null,
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            _ => return Err(self.no_value(word)),
        };
        self.at += word.len();
        Ok(kind)
    }
}
