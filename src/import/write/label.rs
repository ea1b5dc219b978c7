//! What people call a value of the request.

use crate::fields::{FieldId, Values};
use crate::project::{IndustryLabels, Project};
use crate::resolve::is_digits;
use crate::tables::{Open, OpenLookup};
use crate::wording;

/// How daring the writer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As a person writes: labels, words without quotes.
    Plain,
    /// IDs, and quotes around every text.
    Careful,
}

/// Finds labels that mean in a project just what they are written for.
pub struct Labels<'a> {
    /// The project: its label book, and its reading of contested industries.
    pub project: &'a Project,
}

impl Labels<'_> {
    /// A value as it is written in a clause; `None` if the field has none such.
    pub fn value(&self, field: FieldId, wire: &str, style: Style) -> Option<String> {
        match field.row().values {
            Values::Label(closed) => closed.by_id(wire).map(|row| wording::value(closed.rows()[row].label)),
            Values::Listed(_) | Values::Company | Values::ListId if style == Style::Careful => Some(plain(wire)),
            Values::Listed(table) => self.listed(field, table, wire),
            Values::Company | Values::ListId => {
                Some(self.project.labels.name_of(field, wire).map_or_else(|| plain(wire), wording::value))
            }
            Values::Text if style == Style::Plain => Some(wording::value(wire)),
            Values::Text | Values::Profile => Some(wording::quoted(wire)),
            Values::Quantity(..) | Values::Signal(_) => None,
        }
    }

    fn listed(&self, field: FieldId, table: &'static Open, wire: &str) -> Option<String> {
        let id: u32 = wire.parse().ok()?;
        let Some(row) = table.row(id) else { return Some(plain(wire)) };
        let own = row.reference_label.filter(|_| self.by_reference()).map(str::to_owned);
        let mut labels = own.into_iter().chain([table.unique_form(id)]);
        let label = labels.find(|label| self.means(field, table, label, id));
        Some(label.map_or_else(|| plain(wire), |label| wording::value(&label)))
    }

    /// Whether the label means this row and no other, here.
    fn means(&self, field: FieldId, table: &'static Open, label: &str, id: u32) -> bool {
        let reference = table.by_reference_label(label).filter(|_| self.by_reference());
        let listed = || matches!(table.lookup(label), OpenLookup::Found(found) if found.id == id);
        self.project.labels.find(field, label).is_none() && reference.map_or_else(listed, |other| other == id)
    }

    fn by_reference(&self) -> bool {
        self.project.industry_labels == IndustryLabels::Pronto
    }
}

/// An ID: a number as it is, anything else in quotes.
fn plain(wire: &str) -> String {
    if is_digits(wire) { wire.to_owned() } else { wording::quoted(wire) }
}
