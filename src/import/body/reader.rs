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
    text: &'t str,
    at: usize,
    depth: usize,
}

type Read<T> = Result<T, Wrong>;

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
                let end = self.text.trim_end().len();
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

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn takes(&mut self, text: &str) -> bool {
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

    fn number(&mut self) -> Read<String> {
        let start = self.at;
        let rest = self.rest();
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '+' | '.')).unwrap_or(rest.len());
        let digits = &rest[..length];
        self.at += length;
        match crate::json::Json::number(digits) {
            Some(_) => Ok(digits.to_owned()),
            None => Err(self.wrong(
                start,
                self.at,
                "this is not a number",
                "begins like one",
                "write a plain number, such as `500`, or put it in quotes",
            )),
        }
    }

    fn string(&mut self) -> Read<String> {
        let start = self.at;
        self.at += 1;
        let mut said = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ').unwrap_or(rest.len());
            said.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some('"') => {
                    self.at += 1;
                    return Ok(said);
                }
                Some('\\') => said.push(self.escape()?),
                Some('\n') | None => {
                    return Err(self.wrong(
                        start,
                        self.at,
                        "a text is not closed",
                        "its quote is missing",
                        "close it with `\"`; a line feed inside is `\\n`",
                    ));
                }
                Some(_) => {
                    return Err(self.here(
                        "a text holds a control character",
                        "cannot stand in JSON",
                        "write `\\t` for a tab, `\\u001b` for an escape",
                    ));
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else {
            return Err(self.wrong(start, self.at, "a text is not closed", "ends here", "close it with `\"`"));
        };
        self.at += letter.len_utf8();
        let unknown = "JSON has no such escape";
        Ok(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.scalar(start),
            _ => {
                return Err(self.wrong(
                    start,
                    self.at,
                    unknown,
                    "a backslash itself is `\\\\`",
                    "double the backslash, or leave it out",
                ));
            }
        })
    }

    fn scalar(&mut self, start: usize) -> Read<char> {
        let first = self.hexadecimal();
        let second = match first {
            Some(0xd800..0xdc00) if self.takes("\\u") => self.hexadecimal(),
            _ => None,
        };
        let scalar = match (first, second) {
            (Some(high @ 0xd800..0xdc00), Some(low @ 0xdc00..0xe000)) => {
                char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
            }
            (Some(code), None) => char::from_u32(code),
            _ => None,
        };
        scalar.ok_or_else(|| {
            self.wrong(
                start,
                self.at,
                "this escape is no character",
                "four hexadecimal digits, or two such halves",
                "write the character itself",
            )
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// What is said of what cannot be read.
impl Reader<'_> {
    fn wrong(
        &self,
        start: usize,
        end: usize,
        what: &'static str,
        label: &'static str,
        help: impl Into<String>,
    ) -> Wrong {
        Wrong { span: Span::new(start, end.min(self.text.len())), what, label, help: help.into() }
    }

    fn here(&self, what: &'static str, label: &'static str, help: impl Into<String>) -> Wrong {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        self.wrong(self.at, end, what, label, help)
    }

    fn unclosed(&self, start: usize) -> Wrong {
        self.wrong(start, start + 1, "this bracket is not closed", "opened here", "close it where its values end")
    }

    fn comment(&self) -> Wrong {
        self.here("JSON has no comments", "begins a comment", "leave it out; a persona may have comments")
    }

    fn no_key(&self, start: usize) -> Wrong {
        match self.peek() {
            None => self.unclosed(start),
            Some('/' | '#') => self.comment(),
            _ => self.here("a key must stand here", "not a key", "keys stand in double quotes: `\"limit\": 500`"),
        }
    }

    fn no_value(&self, word: &str) -> Wrong {
        let end = self.at + word.len();
        match (word, self.peek()) {
            (_, None) => self.here("it ends too early", "a value is missing", "is the whole body here?"),
            (_, Some('/' | '#')) => self.comment(),
            (_, Some('\'' | '“' | '”' | '‘' | '’')) => {
                self.here("text stands in double quotes", "another kind of quote", "write `\"`")
            }
            ("True" | "False" | "None", _) => {
                let json = word.replace("None", "null").to_ascii_lowercase();
                self.wrong(
                    self.at,
                    end,
                    "this is how Python writes it",
                    "not a value of JSON",
                    format!("write `{json}`; `json.dumps` does"),
                )
            }
            ("", _) => self.here("a value is missing", "no value begins so", "write the value, or leave its key out"),
            _ => self.wrong(self.at, end, "text needs quotes", "not a value of JSON", format!("write `\"{word}\"`")),
        }
    }
}
