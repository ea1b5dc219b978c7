//! Numbers and strings of JSON.

use super::reader::{Read, Reader};
use crate::json::Json;

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Read<String> {
        let start = self.at;
        let rest = self.rest();
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '+' | '.')).unwrap_or(rest.len());
        let digits = &rest[..length];
        self.at += length;
        match Json::number(digits) {
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

    pub(super) fn string(&mut self) -> Read<String> {
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
