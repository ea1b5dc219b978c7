//! Quotes that are missing, of another kind, or left open; escapes.

use super::{Place, quoted, short};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::{FOREIGN_QUOTE, UNCLOSED_STRING, UNEXPECTED_TEXT, UNKNOWN_ESCAPE};
use crate::source::Span;

impl Place<'_> {
    /// `“CEO”`
    pub(in crate::syntax) fn foreign_quote(self, span: Span, text: &str) -> Diagnostic {
        let written = self.slice(span);
        let kind = match written.chars().next() {
            Some('\'') => "single quotes",
            Some('`') => "backticks",
            Some('«' | '»') => "angle quotes",
            _ => "curly quotes",
        };
        let straight = quoted(text);
        Diagnostic::new(&FOREIGN_QUOTE, format!("text stands in straight double quotes, not in {kind}"))
            .label(self.at(span), format!("these are {kind}"))
            .help(format!("write {straight}"))
            .safe_fix(format!("write {straight}"), vec![Edit::replace(span, straight)])
    }

    /// `"CEO` to the end of the line.
    pub(in crate::syntax) fn unclosed_string(self, span: Span) -> Diagnostic {
        let span = self.trim(span);
        let open = Span::new(span.start as usize, span.start as usize + self.first_len(span));
        let text = self.slice(Span { start: open.end, end: span.end });
        let finding = Diagnostic::new(&UNCLOSED_STRING, "the string has no closing quote on its line")
            .label(self.at(open), "opened here");
        let plain = |c: char| c.is_alphanumeric() || " -_".contains(c);
        if text.is_empty() {
            return finding.help("remove the quote, or write text and a closing quote after it");
        }
        // Behind a bracket, a comma or another quote nobody knows where the text was to end.
        let end = text.find(['"', '”', '“', ']', ')', '}', ',', '#']).unwrap_or(text.len());
        let said = text[..end].trim_end();
        let straight = quoted(said);
        let edit = Edit::replace(Span { start: span.start, end: open.end + said.len() as u32 }, straight.clone());
        let title = format!("write {straight}");
        let finding = finding.help(format!("a string ends on the line it begins on: {title}"));
        if text.chars().all(plain) {
            finding.safe_fix(title, vec![edit])
        } else {
            finding.unsafe_fix(title, vec![edit])
        }
    }

    fn first_len(self, span: Span) -> usize {
        self.slice(span).chars().next().map_or(0, char::len_utf8)
    }

    /// Text with signs that only stand in quotes: `R&D`.
    pub(in crate::syntax) fn needs_quotes(self, span: Span) -> Diagnostic {
        let text = self.slice(span);
        let straight = quoted(text);
        if !text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit()) {
            return Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` is not a whole number", short(text)))
                .label(self.at(span), "neither a number nor a word")
                .help(format!("write a whole number such as 5, or {straight} if this is text"));
        }
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` needs quotes", short(text)))
            .label(self.at(span), "without quotes, only letters, digits, `_` and `-`")
            .help(format!("write {straight}"));
        let (title, edit) = (format!("write {straight}"), Edit::replace(span, straight));
        let has_letter = text.chars().any(char::is_alphabetic);
        if has_letter { finding.safe_fix(title, vec![edit]) } else { finding.unsafe_fix(title, vec![edit]) }
    }

    /// A number with commas between its thousands.
    pub(in crate::syntax) fn thousands(self, span: Span) -> Diagnostic {
        let text = self.slice(span);
        let plain = without_thousands(text).unwrap_or_default();
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{text}` is written without commas"))
            .label(self.at(span), "a comma ends a number")
            .help(format!("write {plain}, or {}", text.replace(',', "_")))
            .safe_fix(format!("write {plain}"), vec![Edit::replace(span, plain)])
    }

    /// A keyword or a number with signs where a value belongs.
    pub(in crate::syntax) fn several_words(self, span: Span) -> Diagnostic {
        let straight = quoted(self.slice(span));
        Diagnostic::new(&UNEXPECTED_TEXT, "text of several words needs quotes")
            .label(self.at(span), "more than one word")
            .help(format!("write {straight}"))
            .safe_fix(format!("write {straight}"), vec![Edit::replace(span, straight)])
    }

    /// `\x`; `span` holds the backslash and what follows.
    pub(in crate::syntax) fn unknown_escape(self, span: Span) -> Diagnostic {
        let written = self.slice(span);
        let backslash = Span { start: span.start, end: span.start + 1 };
        if written.starts_with("\\u") {
            return Diagnostic::new(&UNKNOWN_ESCAPE, format!("`{}` names no character", short(written)))
                .label(self.at(span), "not a character")
                .help("write the character itself, or its number as in `\\u{e9}`");
        }
        Diagnostic::new(&UNKNOWN_ESCAPE, format!("`{written}` is not an escape"))
            .label(self.at(span), "a backslash is only followed by `\"`, `\\`, `n`, `t` or `u{…}`")
            .help("write two backslashes for one in the text")
            .unsafe_fix("write two backslashes", vec![Edit::replace(backslash, "\\\\")])
    }
}

/// The digits of a number with commas between its thousands: `1,000`.
pub fn without_thousands(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let whole = !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && digits(group));
    whole.then(|| format!("{first}{}", rest.concat()))
}
