//! Labels and IDs of whole vocabularies.

use super::{Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::{Value, ValueKind};
use crate::tables::{Closed, ClosedLookup};
use crate::wording::{Choice, and, did_you_mean, offer, or};

impl<'a> Resolver<'a> {
    /// The place in the vocabulary of a label or a raw ID.
    pub(super) fn closed_label(
        &mut self,
        field: FieldId,
        closed: &'static Closed,
        value: &Value,
        scope: Scope<'a>,
    ) -> Option<usize> {
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        let index = match closed.lookup(text) {
            ClosedLookup::Found(index) => index,
            ClosedLookup::Ambiguous(rows) => return self.fail(ambiguous(field, closed, text, at, &rows)),
            ClosedLookup::Unknown => match closed.by_id(text) {
                Some(index) => index,
                None if value.kind == ValueKind::Number => return self.fail(unknown_id(field, closed, text, at)),
                None => return self.unknown_label(field, closed, text, scope, at),
            },
        };
        self.mention(field, value, &[index as u32], scope);
        Some(index)
    }

    fn unknown_label<T>(
        &mut self,
        field: FieldId,
        closed: &'static Closed,
        text: &str,
        scope: Scope<'a>,
        at: Location,
    ) -> Option<T> {
        let (noun, count, plural) = (closed.name, closed.rows().len(), closed.plural);
        let diagnostic = Diagnostic::new(&rule::UNKNOWN_LABEL, format!("no {noun} is called `{text}`"))
            .label(at, format!("not one of the {count} {plural}"));
        let suggestions = if self.report.wants(&diagnostic) { closed.suggestions(text) } else { vec![] };
        let (choices, certain) = self.label_choices(field, text, &suggestions, scope);
        let all = format!("`personac labels {}` lists them all", field.row().name);
        if choices.is_empty() {
            return self.fail(diagnostic.help(all));
        }
        self.fail(did_you_mean(diagnostic, at, &choices, certain, &all))
    }
}

fn ambiguous(field: FieldId, closed: &'static Closed, text: &str, at: Location, rows: &[usize]) -> Diagnostic {
    let rows: Vec<_> = rows.iter().map(|row| &closed.rows()[*row]).collect();
    let choices: Vec<Choice> = rows.iter().map(|row| Choice::label(row.label, row.id)).collect();
    let shown: Vec<&str> = choices.iter().map(|choice| choice.shown.as_str()).collect();
    let all: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
    let help = format!("write {}, or all of them: `{} in [{}]`", or(&shown), field.row().name, all.join(", "));
    let message = format!("`{text}` names {} {}", rows.len(), closed.plural);
    offer(Diagnostic::new(&rule::AMBIGUOUS_LABEL, message).label(at, "which one?").help(help), at, &choices, false)
}

fn unknown_id(field: FieldId, closed: &'static Closed, text: &str, at: Location) -> Diagnostic {
    let ids: Vec<&str> = closed.rows().iter().map(|row| row.id).collect();
    let range = match &ids[..] {
        [first, .., last] if first.parse::<u32>().is_ok() => format!("go from {first} to {last}"),
        ids => format!("are {}", and(ids)),
    };
    Diagnostic::new(&rule::UNKNOWN_ID, format!("`{text}` is not the ID of a {}", closed.name))
        .label(at, format!("not one of the {} {}", ids.len(), closed.plural))
        .help(format!("the IDs {range}: `personac labels {}` lists them all", field.row().name))
}
