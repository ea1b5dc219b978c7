//! The open vocabularies: industries and locations, searched in the embedded text.

use std::sync::{LazyLock, OnceLock};

use super::fold::fold;
use super::known::Memory;
use super::lookup::OpenLookup;
use super::row::OpenRow;
use super::text::{body, find_line, first_field};
use crate::suggest::Names;

/// An open vocabulary: large, a tree, and never known to be complete.
pub struct Open {
    /// What one row is called in a sentence: `industry` or `location`.
    pub name: &'static str,
    /// What several are called.
    pub plural: &'static str,
    /// The name of its file in `tables/`, without `.tsv`.
    pub file: &'static str,
    pub(super) text: &'static str,
    pub(super) keys: &'static str,
    pub(super) memory: Memory,
    /// The names that may be suggested. To fold them takes longer than to search them, so it is done once.
    pub(super) suggested: OnceLock<Names<u32>>,
}

/// LinkedIn's 494 industries: its public page "Industry Codes V2" together with Sales Navigator's own list.
pub static INDUSTRIES: Open = Open {
    name: "industry",
    plural: "industries",
    file: "industries",
    text: include_str!("../../tables/industries.tsv"),
    keys: include_str!("../../tables/industries.keys.tsv"),
    memory: Memory::new(),
    suggested: OnceLock::new(),
};

/// 10,417 of LinkedIn's places, from public lists of its location IDs.
pub static LOCATIONS: Open = Open {
    name: "location",
    plural: "locations",
    file: "locations",
    text: include_str!("../../tables/locations.tsv"),
    keys: include_str!("../../tables/locations.keys.tsv"),
    memory: Memory::new(),
    suggested: OnceLock::new(),
};

impl Open {
    /// Whether the rows are places.
    pub fn is_places(&self) -> bool {
        self.file == "locations"
    }

    /// The row with number `id`.
    pub fn row(&self, id: u32) -> Option<OpenRow> {
        self.known(id).map(|known| known.row)
    }

    pub(super) fn find(&self, id: u32) -> Option<OpenRow> {
        let line = find_line(body(self.text), |line| first_field(line).parse::<u32>().unwrap_or_default().cmp(&id));
        line.and_then(|line| OpenRow::read(self, line))
    }

    /// Every row, in the order of the numbers.
    pub fn rows(&self) -> impl Iterator<Item = OpenRow> {
        body(self.text).lines().filter_map(|line| OpenRow::read(self, line))
    }

    /// The shortest form that [`Open::lookup`] takes for exactly this row: its label, else the label with its kind
    /// or its number. The number itself if there is no such row.
    pub fn unique_form(&self, id: u32) -> String {
        let Some(row) = self.row(id) else { return id.to_string() };
        let is_it = |form: &String| matches!(self.lookup(form), OpenLookup::Found(found) if found.id == id);
        let kind = row.kind.map(|kind| format!("{} ({})", row.label, kind.name()));
        let forms = std::iter::once(row.label.to_owned()).chain(kind);
        forms.into_iter().find(is_it).unwrap_or_else(|| format!("{} ({id})", row.label))
    }

    /// The row the API's reference gives `label` to, where that contradicts LinkedIn's list.
    pub fn by_reference_label(&self, label: &str) -> Option<u32> {
        if self.is_places() {
            return None;
        }
        let label = fold(label);
        REFERENCE_LABELS.iter().find(|(own, _)| *own == label).map(|(_, id)| *id)
    }

    /// Whether the API's reference calls this row something else.
    pub fn is_contested(&self, id: u32) -> bool {
        !self.is_places() && CONTESTED.contains(&id)
    }
}

/// What the API's reference calls industries that LinkedIn calls something else, folded.
static REFERENCE_LABELS: LazyLock<Vec<(String, u32)>> = LazyLock::new(|| {
    let named = INDUSTRIES.rows().filter_map(|row| Some((fold(row.reference_label?), row.id)));
    named.collect()
});

/// The industries that the API's reference calls something else.
static CONTESTED: LazyLock<Vec<u32>> =
    LazyLock::new(|| INDUSTRIES.rows().filter(|row| row.reference_label.is_some()).map(|row| row.id).collect());
