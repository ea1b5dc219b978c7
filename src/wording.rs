//! Words that messages share.

use crate::diagnostic::{Diagnostic, Edit};
use crate::render::is_hidden;
use crate::source::Location;

/// `a`, `a or b`, `a, b or c`.
pub fn or<T: AsRef<str>>(choices: &[T]) -> String {
    joined(choices, "or")
}

/// `a`, `a and b`, `a, b and c`.
pub fn and<T: AsRef<str>>(parts: &[T]) -> String {
    joined(parts, "and")
}

fn joined<T: AsRef<str>>(parts: &[T], word: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}

/// Every name in backticks, separated by commas.
pub fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The label as a value of the persona language: in quotes unless it is one word.
pub fn value(label: &str) -> String {
    let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let is_word = label.chars().all(in_word) && label.chars().any(char::is_alphabetic);
    if is_word && !is_keyword(label) { label.to_owned() } else { quoted(label) }
}

/// The text as a string of the persona language. What a terminal must not see is escaped.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_hidden(c) => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// `1 file`, `2 files`.
pub fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// `1,000`
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let comma = |place: usize| place > 0 && (digits.len() - place).is_multiple_of(3);
    let digit = |(place, digit): (usize, char)| comma(place).then_some(',').into_iter().chain([digit]);
    digits.chars().enumerate().flat_map(digit).collect()
}

const KEYWORDS: &[&str] = &["and", "or", "not", "in", "let", "use", "as", "persona", "env", "true", "false", "null"];

fn is_keyword(word: &str) -> bool {
    KEYWORDS.iter().any(|keyword| keyword.eq_ignore_ascii_case(word))
}

/// One thing that may have been meant.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The text that replaces what was written.
    pub text: String,
    /// What the help shows, such as `Sales (25)`.
    pub shown: String,
}

impl Choice {
    /// A name, shown as it is.
    pub fn name(name: &str) -> Self {
        Choice { text: name.to_owned(), shown: format!("`{name}`") }
    }

    /// A value, in quotes where it must be.
    pub fn value(label: &str) -> Self {
        Choice::name(&value(label))
    }

    /// A label with its ID.
    pub fn label(label: &str, id: &str) -> Self {
        let text = value(label);
        let shown = format!("`{text}` ({id})");
        Choice { text, shown }
    }
}

/// Ask "did you mean …?", with a fix for each choice; the only one may be certain.
pub fn did_you_mean(diagnostic: Diagnostic, at: Location, choices: &[Choice], certain: bool, more: &str) -> Diagnostic {
    let shown: Vec<&str> = choices.iter().map(|choice| choice.shown.as_str()).collect();
    let more = if more.is_empty() { String::new() } else { format!(" {more}") };
    offer(diagnostic.help(format!("did you mean {}?{more}", or(&shown))), at, choices, certain)
}

/// A fix for each choice.
pub fn offer(diagnostic: Diagnostic, at: Location, choices: &[Choice], certain: bool) -> Diagnostic {
    choices.iter().fold(diagnostic, |diagnostic, choice| {
        let title = format!("replace with `{}`", choice.text);
        let edits = vec![Edit::replace(at.span, choice.text.clone())];
        match certain && choices.len() == 1 {
            true => diagnostic.safe_fix(title, edits),
            false => diagnostic.unsafe_fix(title, edits),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 999, 1000, 10_417, 1_234_567].map(thousands), ["0", "999", "1,000", "10,417", "1,234,567"]);
    }

    #[test]
    fn values_are_quoted_only_where_they_must_be() {
        assert_eq!(value("Île-de-France"), "Île-de-France");
        assert_eq!(value("In"), "\"In\"");
        assert_eq!(value("VP of Sales"), "\"VP of Sales\"");
        assert_eq!(value("51-200"), "\"51-200\"");
        assert_eq!(quoted("a\"b\\\u{1b}"), "\"a\\\"b\\\\\\u{1b}\"");
    }
}
