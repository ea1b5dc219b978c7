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
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
            return self.fail(hidden_character(name, text, hidden, at));
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
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn hidden_character(name: &str, text: &str, hidden: char, at: Location) -> Diagnostic {
    let clean = quoted(&text.chars().filter(|c| !is_hidden(*c)).collect::<String>());
    let message = format!("this `{name}` holds a character that nobody sees (U+{:04X})", u32::from(hidden));
    Diagnostic::new(&rule::WRONG_VALUE, message)
        .label(at, "no lead's profile has it")
        .help(format!("write {clean}"))
        .unsafe_fix("leave the character out", vec![Edit::replace(at.span, clean)])
}
