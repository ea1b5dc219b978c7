//! Lists: commas, and which operator takes one.

use super::{Place, quoted, short};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::{LIST_AFTER_EQUALS, MISSING_COMMA, UNEXPECTED_TEXT, VALUE_AFTER_IN};
use crate::source::Span;

impl Place<'_> {
    /// Two values, or two members, side by side.
    pub(in crate::syntax) fn missing_comma(self, first: Span, second: Span) -> Diagnostic {
        Diagnostic::new(&MISSING_COMMA, "a comma is missing between two values")
            .label(self.at(second), "a second value")
            .label(self.at(first), "the first value ends here")
            .help("put a comma between them")
            .safe_fix("add a comma", vec![Edit::insert(first.end, ",")])
    }

    /// Whether a bracket opens `value` that nothing closes: it takes whatever comes after it, a comma too.
    pub(in crate::syntax) fn is_open(self, value: Span) -> bool {
        let text = self.slice(value);
        text.starts_with('[') && !text.ends_with(']') || text.starts_with('{') && !text.ends_with('}')
    }

    /// `[VP Sales]`: words side by side in a list.
    pub(in crate::syntax) fn unquoted_words(self, span: Span) -> Diagnostic {
        let text = self.slice(span);
        let straight = quoted(text);
        let words: Vec<&str> = text.split_whitespace().filter(|word| !is_connective(word)).collect();
        let commas = words.join(", ");
        let shown = short(&commas);
        let finding = Diagnostic::new(&MISSING_COMMA, format!("`{}` is neither one value nor several", short(text)))
            .label(self.at(span), "words without quotes or commas")
            .unsafe_fix(format!("write {straight}"), vec![Edit::replace(span, straight.clone())]);
        if words.len() < 2 {
            return finding.help(format!("write {straight}"));
        }
        finding
            .help(format!("write {straight} for one value, or `{shown}` for several"))
            .unsafe_fix(format!("write `{shown}`"), vec![Edit::replace(span, commas)])
    }

    /// A comma with nothing before it.
    pub(in crate::syntax) fn extra_comma(self, span: Span) -> Diagnostic {
        let sign = self.slice(span);
        Diagnostic::new(&UNEXPECTED_TEXT, format!("no value stands before this `{sign}`"))
            .label(self.at(span), "one too many")
            .help("remove it")
            .safe_fix(format!("remove `{sign}`"), vec![Edit::delete(span)])
    }

    /// `title in "CEO"`; `value` is everything after the operator and `list` what it should be.
    pub(in crate::syntax) fn value_after_in(self, op: Span, value: Span, list: &str) -> Diagnostic {
        let word = self.slice(op);
        Diagnostic::new(&VALUE_AFTER_IN, format!("`{word}` needs a list in square brackets"))
            .label(self.at(value), "not in square brackets")
            .help(format!("write `{word} {list}`"))
            .safe_fix("add the brackets", vec![Edit::replace(value, list)])
    }

    /// `title = ["CEO"]` or `title = CEO, CTO`.
    pub(in crate::syntax) fn list_after_equals(self, op: Span, value: Span, list: &str) -> Diagnostic {
        let sign = self.slice(op);
        let finding = Diagnostic::new(&LIST_AFTER_EQUALS, format!("`{sign}` takes one value, not several"))
            .label(self.at(value), "several values")
            .label(self.at(op), "compares with one");
        let ours = match sign {
            "=" | "==" | "===" | "=~" => "in",
            "!=" | "!==" | "<>" | "≠" => "not in",
            _ => return finding.help("write one value: an ordered field has one lowest and one highest"),
        };
        let edits = vec![Edit::replace(op, self.word_in_place(op, ours)), Edit::replace(value, list)];
        finding.help(format!("write `{ours} {list}`")).safe_fix(format!("replace `{sign}` with `{ours}`"), edits)
    }

    /// `size 1..10, 51..200`
    pub(in crate::syntax) fn list_after_range(self, value: Span, list: &str) -> Diagnostic {
        Diagnostic::new(&VALUE_AFTER_IN, "several ranges stand in a list")
            .label(self.at(value), "not in square brackets")
            .help(format!("write `in {list}`"))
            .safe_fix("make it a list", vec![Edit::replace(value, format!("in {list}"))])
    }

    /// `let titles = CEO, CTO`
    pub(in crate::syntax) fn unbracketed_let(self, value: Span) -> Diagnostic {
        let list = format!("[{}]", self.slice(value));
        Diagnostic::new(&VALUE_AFTER_IN, "several values stand in a list")
            .label(self.at(value), "not in square brackets")
            .help(format!("write `{list}`"))
            .safe_fix("add the brackets", vec![Edit::replace(value, list)])
    }

    /// `;` where a comma belongs.
    pub(in crate::syntax) fn semicolon(self, span: Span) -> Diagnostic {
        Diagnostic::new(&MISSING_COMMA, "values are parted by commas, not by `;`")
            .label(self.at(span), "a comma belongs here")
            .help("write `,`")
            .safe_fix("replace with a comma", vec![Edit::replace(span, ",")])
    }

    /// A word in the place of a sign, with the blanks that a sign did not need.
    fn word_in_place(self, op: Span, word: &str) -> String {
        let text = self.source.text();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = text.get(..op.start as usize).and_then(|text| text.chars().next_back());
        let after = text.get(op.end as usize..).and_then(|text| text.chars().next());
        format!("{}{word}{}", if blank(before) { "" } else { " " }, if blank(after) { "" } else { " " })
    }

    /// A place in a list that is no value.
    pub(in crate::syntax) fn not_a_value(self, span: Span) -> Diagnostic {
        let text = self.slice(span);
        if text.starts_with('[') {
            return Diagnostic::new(&UNEXPECTED_TEXT, "a list cannot hold another list")
                .label(self.at(span), "an inner list")
                .help("write all values in one list");
        }
        self.needs_quotes(span)
    }
}

fn is_connective(word: &str) -> bool {
    word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("or")
}
