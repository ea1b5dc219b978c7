//! What lints are told.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Boolean;
use crate::algebra::Request;
use crate::diagnostic::Diagnostic;
use crate::fields::{FieldId, Values};
use crate::project::{IndustryLabels, Project};
use crate::resolve::{Atoms, Mention, Place, Resolved};
use crate::settings::Layer;
use crate::source::{Location, SourceFile, Sources, Span};
use crate::syntax::ast::{Expr, Item, ValueKind};
use crate::tables::OpenLookup;
use crate::workspace::Unit;

/// A file as it is written.
pub struct File<'a> {
    /// The file, and those it uses.
    pub units: &'a [Unit],
    /// Its own text.
    pub source: &'a SourceFile,
    /// Its items, if it has no syntax error.
    pub items: &'a [Item],
}

impl<'a> File<'a> {
    /// The first of `units`.
    pub fn new(units: &'a [Unit]) -> Self {
        let main = &units[0];
        let items: &[Item] = if main.parsed.has_errors() { &[] } else { &main.parsed.file.items };
        File { units, source: &main.source, items }
    }

    /// A place in this file.
    pub fn at(&self, span: Span) -> Location {
        Location { file: self.units[0].id, span }
    }
}

/// A persona whose clauses are resolved.
pub struct Persona<'a> {
    /// What a finding points at that concerns all of it: its key, or its first clause.
    pub location: Location,
    /// Its file.
    pub unit: &'a Unit,
    /// Its clauses.
    pub clauses: &'a [&'a Expr],
    /// Its settings, the strongest first.
    pub layers: &'a [&'a Layer],
    /// Whether all settings were understood, so that what seems to be missing is.
    pub settings_known: bool,
    /// Its conditions and values.
    pub resolved: &'a Resolved,
    /// Its requests; none if it does not compile.
    pub requests: &'a [Request],
    /// Included values that an exclusion leaves without a lead, and which no request has.
    pub swallowed: &'a [(FieldId, u32)],
    /// The project it belongs to.
    pub project: &'a Project,
    /// The texts of all files.
    pub sources: &'a Sources,
}

impl Persona<'_> {
    /// Whether a setting is given nowhere.
    pub fn lacks(&self, setting: &str) -> bool {
        self.settings_known && !self.layers.iter().any(|layer| layer.get(setting).is_some())
    }
}

/// A value that is written, and what it was taken for.
pub struct Written<'a> {
    /// Where it stands, and what it was resolved to.
    pub mention: &'a Mention,
    /// The project it belongs to.
    pub project: &'a Project,
    sources: &'a Sources,
    text: Cow<'a, str>,
    is_id: bool,
    boolean: OnceCell<Option<Boolean>>,
}

impl<'a> Written<'a> {
    /// The facts about one mention.
    pub fn new(mention: &'a Mention, atoms: &'a Atoms, sources: &'a Sources, project: &'a Project) -> Self {
        let text = said(mention, atoms, sources.slice(mention.place.at));
        let is_digits = || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_id = mention.kind != ValueKind::Word && is_digits();
        Written { mention, project, sources, text, is_id, boolean: OnceCell::new() }
    }

    /// The value as it stands in the source, quotes and all.
    pub fn raw(&self) -> &'a str {
        self.sources.slice(self.mention.place.at)
    }

    /// What the value says. A text with escapes is read only where the field takes any text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a raw ID is written.
    pub fn is_id(&self) -> bool {
        self.is_id
    }

    /// Whether the label book says what it means.
    pub fn is_of_book(&self) -> bool {
        !self.is_id() && self.project.labels.find(self.mention.field, self.text()).is_some()
    }

    /// Whether `label` would mean `value` in this place, and nothing else.
    pub fn means(&self, label: &str, value: u32) -> bool {
        let by_reference = self.project.industry_labels == IndustryLabels::Pronto;
        let Some(table) = self.mention.field.row().table() else { return true };
        let reference = table.by_reference_label(label).filter(|_| by_reference);
        let listed = || matches!(table.lookup(label), OpenLookup::Found(found) if found.id == value);
        let of_book = self.project.labels.find(self.mention.field, label).is_some();
        !of_book && reference.map_or_else(listed, |id| id == value)
    }

    /// How LinkedIn reads the value, where it reads operators: in keywords and titles that hold more than plain words.
    pub fn boolean(&self) -> Option<&Boolean> {
        let read = || {
            let is_read = matches!(self.mention.field.row().values, Values::Text);
            (is_read && !Boolean::is_plain(self.raw()))
                .then(|| Boolean::of_source(self.raw(), self.mention.place.at.span.start))
        };
        self.boolean.get_or_init(read).as_ref()
    }

    /// A place inside the value.
    pub fn part(&self, span: Span) -> Location {
        Location { file: self.mention.place.at.file, span }
    }

    /// Finish a finding about a part of this value: the part becomes the primary label.
    #[must_use]
    pub fn finding_at(&self, span: Span, diagnostic: Diagnostic, label: impl Into<String>) -> Diagnostic {
        Place { at: self.part(span), via: self.mention.place.via }.label(diagnostic, label)
    }

    /// Finish a finding about this value: its place becomes the primary label.
    #[must_use]
    pub fn finding(&self, diagnostic: Diagnostic, label: impl Into<String>) -> Diagnostic {
        self.mention.place.label(diagnostic, label)
    }
}

/// What a value says that stands in the source as `raw`.
fn said<'a>(mention: &Mention, atoms: &'a Atoms, raw: &'a str) -> Cow<'a, str> {
    match (mention.value, mention.field.row().values) {
        (Some(value), Values::Text) => atoms.label(mention.field, value),
        _ => Cow::Borrowed(raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw)),
    }
}
