//! `textDocument/inlayHint`: what a label or a range is sent as, beside it, and in which requests an audience is found.

mod split;

use gen_lsp_types::{InlayHint, InlayHintParams, Label, MarkupContent, MarkupKind};

use crate::fields::{FieldId, Values};
use crate::lsp::failure::Failure;
use crate::lsp::meaning::{Meaning, Taken, is_comparison};
use crate::lsp::nodes::{Node, Place, nodes};
use crate::lsp::server::Server;
use crate::lsp::values::{count, label, list, page};
use crate::lsp::view::View;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Op, Value};
use split::Split;

/// What a range or a comparison covers: each label, or how many if they are many.
fn covered(taken: &Taken) -> String {
    match taken.values.len() {
        few @ 1..=MOST_COVERED => {
            let labels: Vec<String> = taken.values.iter().take(few).map(|value| label(taken, *value)).collect();
            labels.join(", ")
        }
        many => count(taken.field, many),
    }
}

/// Labels of one range that are shown.
const MOST_COVERED: usize = 4;

/// IDs of one name that are shown.
const MOST_IDS: usize = 3;

/// Hints for a part of a file.
///
/// # Errors
///
/// If there is no such file.
pub fn inlay_hints(server: &Server, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let part = view.span(params.range);
    let meaning = Meaning::of(&view);
    let (hints, split) = (Hints { view: &view, meaning: &meaning }, Split::new(&view, &meaning));
    let mut known: Option<(Span, Vec<FieldId>)> = None;
    let (mut found, mut branches) = (vec![], vec![]);
    for place in nodes(meaning.items()) {
        let span = place.node.span();
        if span.end < part.start || part.end < span.end {
            continue;
        }
        match place.node {
            Node::Setting(setting) => found.extend(split.setting(setting, place.block)),
            Node::Element(element) => found.extend(hints.element(element, &place, &mut known)),
            Node::Expression(Expr { kind: ExprKind::Or(parts, _), .. }) => {
                branches.extend(split.branches(parts, place.block));
            }
            _ => {}
        }
    }
    // What a value is comes before what the branch is that ends with it.
    found.extend(branches);
    found.sort_by_key(|hint| hint.at);
    Ok(Some(found.into_iter().map(|hint| hint.shown(&view)).collect()))
}

/// A hint behind a place.
struct Hint {
    at: u32,
    label: String,
    /// Markdown.
    tooltip: String,
}

impl Hint {
    fn shown(self, view: &View) -> InlayHint {
        let tooltip = MarkupContent { kind: MarkupKind::Markdown, value: self.tooltip.trim_end().to_owned() };
        InlayHint {
            position: view.range(Span::at(self.at)).start,
            label: Label::String(self.label),
            kind: None,
            text_edits: None,
            tooltip: Some(tooltip.into()),
            padding_left: Some(true),
            padding_right: None,
            data: None,
        }
    }
}

struct Hints<'a> {
    view: &'a View<'a>,
    meaning: &'a Meaning<'a>,
}

impl Hints<'_> {
    /// An operand of a condition, or of a `let` that the file uses for one field.
    fn element(&self, element: &Element, place: &Place, known: &mut Option<(Span, Vec<FieldId>)>) -> Option<Hint> {
        let op = place.condition.map_or(Op::In, |condition| condition.op);
        let field = match (place.condition, place.named) {
            (Some(condition), _) => FieldId::find(self.view.text(condition.field.span))?,
            (None, Some(named)) => {
                let fields = match known.take().filter(|(span, _)| *span == named.span) {
                    Some((_, fields)) => fields,
                    None => self.meaning.uses_of(named),
                };
                let only = if let [only] = fields.as_slice() { Some(*only) } else { None };
                *known = Some((named.span, fields));
                only?
            }
            (None, None) => return None,
        };
        let taken = self.meaning.taken(field, op, element, self.meaning.scope(place.block)?)?;
        let at = element.unit.map_or(element.span, |unit| unit.span).end;
        let many = |label: String| Hint { at, label, tooltip: list(&taken) };
        match &element.kind {
            ElementKind::Value(value) if !is_comparison(op) => self.value(&taken, value, at),
            ElementKind::Value(_) | ElementKind::Range(..) => Some(many(covered(&taken))),
            ElementKind::Reference(_) => Some(many(count(field, taken.values.len()))),
        }
    }

    /// The IDs of a label.
    fn value(&self, taken: &Taken, value: &Value, at: u32) -> Option<Hint> {
        let written = value.text.read(&self.view.source);
        if matches!(taken.field.row().values, Values::Text | Values::Profile | Values::Signal(_)) {
            return None;
        }
        let ids: Vec<String> =
            taken.values.iter().map(|value| taken.atoms.wire(taken.field, *value).into_owned()).collect();
        let is_id = |id: &String| id == written || (id.len() >= 4 && written.contains(id.as_str()));
        if ids.is_empty() || ids.iter().any(is_id) {
            return None;
        }
        let label = if ids.len() > MOST_IDS { count(taken.field, ids.len()) } else { ids.join(", ") };
        Some(Hint { at, label, tooltip: page(taken, written, &self.view.home.project) })
    }
}
