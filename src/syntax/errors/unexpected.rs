//! Text that nothing reads.

use super::{Place, short};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::UNEXPECTED_TEXT;
use crate::source::Span;

impl Place<'_> {
    /// `text` cannot stand at its place; `wanted` are phrases for what could.
    pub(in crate::syntax) fn unexpected(self, span: Span, wanted: &[&str]) -> Diagnostic {
        let message = match self.slice(span) {
            "" => "something is missing here".to_owned(),
            text => format!("`{}` cannot stand here", short(text)),
        };
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, message);
        match wanted {
            [] => finding.label(self.at(span), "not part of a clause or setting"),
            wanted => finding.label(self.at(span), format!("{} could stand here", listed(wanted))),
        }
    }

    /// The text ends after `last`, which wants something.
    pub(in crate::syntax) fn nothing_after(self, last: Span, wanted: &[&str]) -> Diagnostic {
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, format!("nothing stands after `{}`", short(self.slice(last))));
        match wanted {
            [] => finding.label(self.at(last), "not a clause or setting"),
            wanted => finding.label(self.at(last), format!("{} belongs after this", listed(wanted))),
        }
    }

    /// A pasted blank or a control character outside strings.
    pub(in crate::syntax) fn odd_blank(self, span: Span, character: char) -> Diagnostic {
        let number = u32::from(character);
        let control = character.is_control();
        let kind = match character {
            '\u{a0}' => "a no-break space".to_owned(),
            '\u{c}' => "a form feed".to_owned(),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => format!("an invisible character (U+{number:04X})"),
            _ if control => format!("a control character (U+{number:04X})"),
            _ => format!("an unusual blank (U+{number:04X})"),
        };
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, format!("{kind} stands outside quotes"))
            .label(self.at(span), "pasted from elsewhere?");
        finding.help("replace it with a plain space").safe_fix("replace with a space", vec![Edit::replace(span, " ")])
    }

    /// The note that ends a list of findings that is too long.
    pub(in crate::syntax) fn and_so_on(self, span: Span, rest: usize) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("{rest} more syntax errors are not shown"))
            .label(self.at(span), "the next one")
            .help("mend the first ones: is this a persona file?")
    }
}

/// "a, b or c"
fn listed(phrases: &[&str]) -> String {
    match phrases {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}
