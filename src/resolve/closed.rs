//! Labels and IDs of whole vocabularies.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::rule;
use crate::source::Location;
use crate::suggest;
use crate::syntax::ast::{Value, ValueKind};
use crate::tables::{Closed, ClosedLookup};

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
            ClosedLookup::Unknown if value.kind == ValueKind::Number => match closed.by_id(text) {
                Some(index) => index,
                None => return self.fail(unknown_id(closed, text, at)),
            },
            ClosedLookup::Unknown => match closed.by_id(text) {
                Some(index) => index,
                None => return self.unknown_label(closed, text, at),
            },
        };
        if let Some(note) = closed.rows()[index].note {
            self.report.push(contested(closed, index, note, at));
        }
        Some(index)
    }

    fn unknown_label<T>(&mut self, closed: &'static Closed, text: &str, at: Location) -> Option<T> {
        let (noun, count, plural) = (closed.name, closed.rows().len(), closed.plural);
        let diagnostic = Diagnostic::new(&rule::UNKNOWN_LABEL, format!("no {noun} is called `{text}`"))
            .label(at, format!("not one of the {count} {plural}"));
        let suggestions = if self.report.has_room() { closed.suggestions(text) } else { vec![] };
        let command = closed.field;
        let Some(best) = suggestions.first() else {
            return self.fail(diagnostic.help(format!("`personac labels {command}` lists them all")));
        };
        let named: Vec<String> = suggestions.iter().map(|one| format!("`{}` ({})", one.label, one.id)).collect();
        let help = format!("did you mean {}? `personac labels {command}` lists them all", suggest::or(&named));
        let quoted = suggest::quoted(&best.label);
        let edits = vec![Edit::replace(at.span, quoted.clone())];
        let title = format!("replace with `{quoted}`");
        let diagnostic = diagnostic.help(help);
        self.fail(match suggestions.len() {
            1 => diagnostic.safe_fix(title, edits),
            _ => diagnostic.unsafe_fix(title, edits),
        })
    }
}

fn ambiguous(field: FieldId, closed: &'static Closed, text: &str, at: Location, rows: &[usize]) -> Diagnostic {
    let forms: Vec<(String, &str)> =
        rows.iter().map(|row| (suggest::quoted(closed.rows()[*row].label), closed.rows()[*row].id)).collect();
    let named: Vec<String> = forms.iter().map(|(form, id)| format!("{form} ({id})")).collect();
    let message = format!("`{text}` names {} {}", rows.len(), closed.plural);
    let mut diagnostic = Diagnostic::new(&rule::AMBIGUOUS_LABEL, message).label(at, "which one?");
    let both: Vec<&str> = forms.iter().map(|(form, _)| form.as_str()).collect();
    diagnostic = diagnostic.help(format!(
        "write {}, or all of them: `{} in [{}]`",
        suggest::or(&named),
        field.row().name,
        both.join(", ")
    ));
    forms.iter().fold(diagnostic, |diagnostic, (form, _)| {
        diagnostic.unsafe_fix(format!("replace with {form}"), vec![Edit::replace(at.span, form.clone())])
    })
}

fn unknown_id(closed: &'static Closed, text: &str, at: Location) -> Diagnostic {
    let ids: Vec<&str> = closed.rows().iter().map(|row| row.id).collect();
    let (first, last) = (ids.first().copied().unwrap_or(""), ids.last().copied().unwrap_or(""));
    Diagnostic::new(&rule::UNKNOWN_ID, format!("`{text}` is not the ID of a {}", closed.name))
        .label(at, format!("not one of the {} {}", ids.len(), closed.plural))
        .help(format!("the IDs go from {first} to {last}: `personac labels {}` lists them all", closed.field))
}

fn contested(closed: &'static Closed, index: usize, note: &str, at: Location) -> Diagnostic {
    let row = &closed.rows()[index];
    let message = format!("LinkedIn and the API's reference disagree about `{}`", row.label);
    Diagnostic::new(&rule::CONTESTED_LABEL, message)
        .label(at, format!("{} in the reference, used here", row.id))
        .help(note)
}
