//! The label book: the project's own names for IDs.

use std::collections::BTreeMap;

use crate::fields::{FieldId, Values};
use crate::tables::fold;

/// Names for IDs, by vocabulary.
#[derive(Debug, Clone, Default)]
pub struct LabelBook {
    pages: BTreeMap<&'static str, BTreeMap<String, BookEntry>>,
}

/// One name of the label book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookEntry {
    /// The name as it was written.
    pub name: String,
    /// The IDs it stands for; at least one.
    pub ids: Vec<String>,
}

impl LabelBook {
    /// The page on which `field` looks its names up: fields of the same vocabulary share one. `None` for
    /// fields that have no page.
    pub fn page_of(field: FieldId) -> Option<&'static str> {
        match field.row().values {
            Values::Company => Some("company"),
            Values::Listed(table) => Some(table.name),
            Values::ListId => Some(field.row().name),
            _ => None,
        }
    }

    /// Every page there can be.
    pub fn all_pages() -> Vec<&'static str> {
        let mut pages: Vec<&str> = FieldId::all().filter_map(LabelBook::page_of).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// Write a name; the entry that was there under a name of the same letters is returned.
    pub fn write(&mut self, page: &'static str, name: &str, ids: Vec<String>) -> Option<BookEntry> {
        self.pages.entry(page).or_default().insert(fold(name), BookEntry { name: name.to_owned(), ids })
    }

    /// The entry for `label` on the page of `field`.
    pub fn find(&self, field: FieldId, label: &str) -> Option<&BookEntry> {
        let page = self.pages.get(LabelBook::page_of(field)?)?;
        page.get(&fold(label))
    }

    /// The name that stands for exactly this ID on the page of `field`; the first of several.
    pub fn name_of(&self, field: FieldId, id: &str) -> Option<&str> {
        let mut entries = self.page(LabelBook::page_of(field)?);
        entries.find(|entry| matches!(entry.ids.as_slice(), [only] if only == id)).map(|entry| entry.name.as_str())
    }

    /// The entries of a page, by name.
    pub fn page(&self, page: &str) -> impl Iterator<Item = &BookEntry> {
        self.pages.get(page).into_iter().flat_map(BTreeMap::values)
    }
}
