//! Places that the API knows, beside what personac knows of them.

use serde::Serialize;

use super::Wanted;
use crate::api::Place;
use crate::cli::session::Channel;
use crate::project::LabelBook;
use crate::render::{columns, json_document};
use crate::wording::value;

/// Places that were found.
pub struct Listing<'a> {
    /// What was looked for.
    pub wanted: &'a Wanted<'a>,
    /// The project's own labels.
    pub book: &'a LabelBook,
    /// What was found.
    pub places: &'a [Place],
}

/// A place, for programs.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    kind: Option<&'a str>,
    /// What the embedded table calls it.
    label: Option<String>,
    /// What the label book calls it.
    label_book: Option<&'a str>,
}

impl Listing<'_> {
    fn row<'a>(&'a self, place: &'a Place) -> Row<'a> {
        Row {
            id: &place.id,
            name: &place.name,
            kind: place.kind.as_deref(),
            label: self.label(&place.id),
            label_book: self.book.name_of(self.wanted.field, &place.id),
        }
    }

    /// What the embedded table calls a place.
    pub fn label(&self, id: &str) -> Option<String> {
        let id = id.parse().ok().filter(|id| self.wanted.table.row(*id).is_some())?;
        Some(self.wanted.table.unique_form(id))
    }

    /// All of them as JSON.
    pub fn json(&self) -> String {
        json_document(&self.places.iter().map(|place| self.row(place)).collect::<Vec<_>>())
    }

    /// All of them as a table.
    pub fn table(&self) -> String {
        if self.places.is_empty() {
            return String::new();
        }
        let heading = ["ID", "name", "kind", "in a persona"].map(str::to_owned);
        let rows = self.places.iter().map(|place| {
            let row = self.row(place);
            let own = row.label_book.map(|name| format!("{} (label book)", value(name)));
            let of_the_table = row.label.as_deref().map(|label| match label == row.name {
                true => "by this name".to_owned(),
                false => value(label),
            });
            let label = own.or(of_the_table).unwrap_or_else(|| "by its ID alone".to_owned());
            [row.id.to_owned(), row.name.to_owned(), row.kind.unwrap_or_default().to_owned(), label]
        });
        columns(&std::iter::once(heading).chain(rows).collect::<Vec<_>>(), Channel::Output.width())
    }
}
