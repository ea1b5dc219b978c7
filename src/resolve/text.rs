//! Free text.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::{Value, ValueKind};
use crate::wording::quoted;

impl<'a> Resolver<'a> {
    /// The value of a free text.
    pub(super) fn text(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<u32> {
        let name = field.row().name;
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        if text.trim().is_empty() {
            let blank = Diagnostic::new(&rule::WRONG_VALUE, format!("a blank `{name}` finds nobody"))
                .label(at, "nothing in it")
                .help("write the text to look for, or drop it");
            return self.fail(blank);
        }
        if text.chars().any(is_hidden) {
            let clean = without_hidden(text);
            if let Some(hidden) = first_missing(text, &clean) {
                return self.fail(hidden_character(name, &clean, hidden, at));
            }
        }
        if matches!(value.kind, ValueKind::Number | ValueKind::Bucket) {
            let quoted = format!("\"{text}\"");
            let number = Diagnostic::new(&rule::WRONG_VALUE, format!("`{name}` is text, and `{text}` is a number"))
                .label(at, "a number")
                .help(format!("write `{quoted}`"))
                .safe_fix("add quotes", vec![Edit::replace(at.span, quoted)]);
            return self.fail(number);
        }
        Some(self.atoms.intern(text))
    }
}

/// Whether nobody can see this character, so that nobody's title has it.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The text without what nobody can see. A joiner between two letters of a script that has them, as Persian or
/// Malayalam, is a part of the word.
fn without_hidden(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '\u{200c}' | '\u{200d}');
        let between = |next: &char| !next.is_ascii() && clean.chars().next_back().is_some_and(|last| !last.is_ascii());
        if !is_hidden(c) || (joins && rest.peek().is_some_and(between)) {
            clean.push(c);
        }
    }
    clean
}

/// The first character of `text` that `clean` has not.
fn first_missing(text: &str, clean: &str) -> Option<char> {
    let same = text.chars().zip(clean.chars()).take_while(|(c, clean)| c == clean).count();
    text.chars().nth(same)
}

fn hidden_character(name: &str, clean: &str, hidden: char, at: Location) -> Diagnostic {
    let clean = quoted(clean);
    let message = format!("this `{name}` holds a character that nobody sees (U+{:04X})", u32::from(hidden));
    Diagnostic::new(&rule::WRONG_VALUE, message)
        .label(at, "no lead's profile has it")
        .help(format!("write {clean}"))
        .unsafe_fix("leave the character out", vec![Edit::replace(at.span, clean)])
}
