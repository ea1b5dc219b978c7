//! Replacing raw IDs by the labels that mean just them.

use gen_lsp_types::CodeActionKind;

use super::super::nodes::{Node, Place};
use super::here::Here;
use super::refactoring::Refactoring;
use super::written::shown;
use crate::diagnostic::Edit;
use crate::fields::{FieldId, Values};
use crate::import::{Labels, Style};
use crate::lint::find_rule;
use crate::resolve::{company_id, is_digits};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Op, Value, ValueKind};

/// Replacing the ID at a place, unless a quick fix does that, and all IDs of its list.
pub fn labels(here: &Here, with_fixes: bool) -> Vec<Refactoring> {
    let own = here.around().find_map(|place| match place.node {
        Node::Value(value) => Some((value.text.span, label(here, place, value)?)),
        _ => None,
    });
    let own = own.filter(|(span, _)| !(with_fixes && is_mended(here, *span)));
    let one = own.map(|(span, label)| {
        let title = format!("replace `{}` by `{}`", shown(here.view.text(span)), shown(&label));
        Refactoring::new(title, CodeActionKind::RefactorRewrite, vec![Edit::replace(span, label)])
    });
    one.into_iter().chain(whole_list(here)).collect()
}

fn whole_list(here: &Here) -> Option<Refactoring> {
    let list = here.around().find_map(|place| match place.node {
        Node::List(brackets) => Some(brackets),
        _ => None,
    })?;
    let edit = |place: &Place| match place.node {
        Node::Value(value) if list.start < value.text.span.start && value.text.span.end < list.end => {
            Some(Edit::replace(value.text.span, label(here, place, value)?))
        }
        _ => None,
    };
    let edits: Vec<Edit> = here.nodes.iter().filter_map(edit).collect();
    let title = "replace all IDs of this list by labels";
    (edits.len() > 1).then(|| Refactoring::new(title, CodeActionKind::RefactorRewrite, edits))
}

/// Whether a fix of a finding replaces the ID.
fn is_mended(here: &Here, span: Span) -> bool {
    let checked = here.view.checked();
    let own = |finding: &&crate::diagnostic::Diagnostic| {
        find_rule("raw-id").is_some_and(|rule| finding.rule == rule)
            && finding.location().file.0 == 0
            && finding.location().span == span
    };
    checked.diagnostics.iter().any(|finding| own(&finding) && !finding.fixes.is_empty())
}

/// The label of a raw ID as it is written in a clause.
fn label(here: &Here, place: &Place, value: &Value) -> Option<String> {
    let field = here.field(place)?;
    let written = value.text.read(&here.view.source);
    let kind = ElementKind::Value(value.clone());
    let element = Element { span: value.text.span, kind, unit: None };
    let taken = here.meaning.taken(field, Op::In, &element, here.scope(place.block)?)?;
    let [only] = taken.values.as_slice() else { return None };
    if !is_id(field, value.kind, written, *only) {
        return None;
    }
    let wire = taken.atoms.wire(field, *only).into_owned();
    let book = &here.view.home.project;
    let label = Labels { project: book }.value(field, &wire, Style::Plain).filter(|label| !is_digits(label));
    let label = label.or_else(|| book.labels.name_of(field, &wire).map(crate::wording::value))?;
    (label != here.view.text(value.text.span)).then_some(label)
}

/// Whether a text is an ID of a value of this field.
fn is_id(field: FieldId, kind: ValueKind, written: &str, value: u32) -> bool {
    match field.row().values {
        Values::Label(closed) => {
            let row = closed.rows().get(value as usize);
            row.is_some_and(|row| row.id == written) && closed.spelling(value as usize, written).is_none()
        }
        Values::Listed(_) => kind != ValueKind::Word && is_digits(written),
        Values::Company => company_id(written).is_some(),
        Values::ListId => is_digits(written),
        Values::Text | Values::Quantity(..) | Values::Profile | Values::Signal(_) => false,
    }
}
