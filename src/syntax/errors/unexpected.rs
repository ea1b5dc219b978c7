//! Text that nothing reads.

use super::{Place, short};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::{FOREIGN_OPERATOR, UNEXPECTED_TEXT};
use crate::source::Span;

impl Place<'_> {
    /// `text` cannot stand at its place; `wanted` are phrases for what could.
    pub(in crate::syntax) fn unexpected(self, span: Span, wanted: &[&str]) -> Diagnostic {
        let message = match self.slice(span) {
            "" => "something is missing here".to_owned(),
            text => format!("`{}` cannot stand here", short(text)),
        };
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, message);
        let finding = match wanted {
            [] => finding.label(self.at(span), "not part of a clause or setting"),
            wanted => finding.label(self.at(span), format!("{} could stand here", listed(wanted))),
        };
        finding.help(self.advice(span, wanted))
    }

    /// The text ends after `last`, which wants something.
    pub(in crate::syntax) fn nothing_after(self, last: Span, wanted: &[&str]) -> Diagnostic {
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, format!("nothing stands after `{}`", short(self.slice(last))));
        let finding = match wanted {
            [] => finding.label(self.at(last), "not a clause or setting"),
            wanted => finding.label(self.at(last), format!("{} belongs after this", listed(wanted))),
        };
        finding.help(self.advice(last, wanted))
    }

    /// What to do about text that cannot be read.
    fn advice(self, span: Span, wanted: &[&str]) -> &'static str {
        let has = |word: &str| wanted.iter().any(|phrase| phrase.contains(word));
        match () {
            () if self.slice(span).starts_with('{') => "`personac import` makes a persona of a request body",
            () if has("operator") => "compare the field, as in `title = CEO`, `seniority >= VP` or `size 51..1000`",
            () if has("value") => "write a value there; text with signs in it needs quotes",
            () if has("name") => "a name begins with a letter and holds letters, digits, `_` and `-`",
            () => "a clause reads `title = CEO` or `title in [CEO, CTO]`, a setting `name: \"EU sales\"`",
        }
    }

    /// `// note`
    pub(in crate::syntax) fn foreign_comment(self, span: Span) -> Diagnostic {
        let sign = Span { start: span.start, end: span.start + 2 };
        Diagnostic::new(&FOREIGN_OPERATOR, "a comment begins with `#`")
            .label(self.at(sign), "a comment of another language")
            .help("write `#`")
            .safe_fix("replace with `#`", vec![Edit::replace(sign, "#")])
    }

    /// `size 3 .. 5`
    pub(in crate::syntax) fn loose_range(self, span: Span, low: &str, high: &str) -> Diagnostic {
        let range = format!("{low}..{high}");
        Diagnostic::new(&UNEXPECTED_TEXT, "a range is two ends with `..` between them and no blanks")
            .label(self.at(span), "not a range yet")
            .help(format!("write `{range}`"))
            .safe_fix(format!("write `{range}`"), vec![Edit::replace(span, range)])
    }

    /// `title "CEO"`
    pub(in crate::syntax) fn no_operator(self, at: u32, value: Span, ours: &str) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{ours}` is missing between the field and its value"))
            .label(self.at(value), format!("`{ours}` belongs before this"))
            .help(format!("write `{ours} {}`", short(self.slice(value))))
            .safe_fix(format!("add `{ours}`"), vec![Edit::insert(at, format!("{ours} "))])
    }

    /// A pasted blank or a control character outside strings.
    pub(in crate::syntax) fn odd_blank(self, span: Span, character: char) -> Diagnostic {
        let number = u32::from(character);
        let control = character.is_control();
        let kind = match character {
            '\u{a0}' => "a no-break space".to_owned(),
            '\u{c}' => "a form feed".to_owned(),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {
                format!("an invisible character (U+{number:04X})")
            }
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
