//! What is said of a text that is not JSON.

use super::reader::{Reader, Wrong};
use crate::source::Span;

impl Reader<'_> {
    pub(super) fn wrong(
        &self,
        start: usize,
        end: usize,
        what: &'static str,
        label: &'static str,
        help: impl Into<String>,
    ) -> Wrong {
        Wrong { span: Span::new(start, end.min(self.text.len())), what, label, help: help.into() }
    }

    pub(super) fn here(&self, what: &'static str, label: &'static str, help: impl Into<String>) -> Wrong {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        self.wrong(self.at, end, what, label, help)
    }

    pub(super) fn unclosed(&self, start: usize) -> Wrong {
        self.wrong(start, start + 1, "this bracket is not closed", "opened here", "close it where its values end")
    }

    pub(super) fn comment(&self) -> Wrong {
        self.here("JSON has no comments", "begins a comment", "leave it out; a persona may have comments")
    }

    pub(super) fn no_key(&self, start: usize) -> Wrong {
        match self.peek() {
            None => self.unclosed(start),
            Some('/' | '#') => self.comment(),
            _ => self.here("a key must stand here", "not a key", "keys stand in double quotes: `\"limit\": 500`"),
        }
    }

    pub(super) fn no_value(&self, word: &str) -> Wrong {
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
