//! `textDocument/inlayHint`: what a label or a range is sent as, beside it.

use gen_lsp_types::{InlayHint, InlayHintParams, Label, MarkupContent, MarkupKind};

use super::failure::Failure;
use super::meaning::{Meaning, Taken, is_comparison};
use super::nodes::{Node, Place, nodes};
use super::server::Server;
use super::values::{count, list, page};
use super::view::View;
use crate::check::Compiled;
use crate::fields::{FieldId, Values};
use crate::settings::{SettingKind, SettingRow};
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Item, Op, Setting, Value};
use crate::wording::counted;

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
    let hints = Hints { view: &view, meaning: &meaning };
    let mut known: Option<(Span, Vec<FieldId>)> = None;
    let mut found = vec![];
    for place in nodes(meaning.items()) {
        let span = place.node.span();
        if span.end < part.start || part.end < span.end {
            continue;
        }
        let hint = match place.node {
            Node::Setting(setting) => hints.setting(setting, place.block),
            Node::Element(element) => hints.element(element, &place, &mut known),
            _ => None,
        };
        found.extend(hint.map(|hint| hint.shown(&view)));
    }
    Ok(Some(found))
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
        let many = || Hint { at, label: count(field, taken.values.len()), tooltip: list(&taken) };
        match &element.kind {
            ElementKind::Value(value) if !is_comparison(op) => self.value(&taken, value, at),
            ElementKind::Value(_) | ElementKind::Range(..) | ElementKind::Reference(_) => Some(many()),
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

    /// How many requests `split` allows, and takes.
    fn setting(&self, setting: &Setting, block: &[Item]) -> Option<Hint> {
        let row = SettingRow::find(self.view.text(setting.key.span))?;
        if row.kind != SettingKind::Split {
            return None;
        }
        let checked = self.view.checked();
        let key = self.meaning.items().iter().find_map(|item| match item {
            Item::Persona(own) if !block.is_empty() && own.items.as_ptr() == block.as_ptr() => {
                Some(own.key.read(&self.view.source))
            }
            _ => None,
        });
        let concerns = |persona: &&Compiled| key.is_none() || persona.key.as_deref() == key;
        let personas: Vec<&Compiled> = checked.personas.iter().filter(concerns).collect();
        let requests: usize = personas.iter().map(|persona| persona.bodies.len()).sum();
        let label = match personas.len() {
            0 => return None,
            1 => counted(requests, "request"),
            several => format!("{} of {several} personas", counted(requests, "request")),
        };
        let line = |persona: &&Compiled| {
            let name = persona.key.as_deref().map_or(String::new(), |key| format!("{}: ", super::values::code(key)));
            format!("- {name}{}\n", counted(persona.bodies.len(), "request"))
        };
        Some(Hint { at: setting.value.span.end, label, tooltip: personas.iter().map(line).collect() })
    }
}
