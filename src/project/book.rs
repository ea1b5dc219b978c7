//! The label book: the project's own names for IDs.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use crate::fields::{FieldId, Values};
use crate::suggest::{MOST, Names};
use crate::tables::fold;

/// Names for IDs, by vocabulary.
#[derive(Debug, Clone, Default)]
pub struct LabelBook {
    pages: BTreeMap<&'static str, Page>,
}

/// The names of one vocabulary. A book may have very many, so what is searched is made once, when somebody searches.
#[derive(Debug, Clone, Default)]
struct Page {
    /// By the letters of their names.
    entries: BTreeMap<String, BookEntry>,
    /// The first name of each ID that has one of its own.
    names: OnceLock<HashMap<String, String>>,
    /// The names, each with its place among the entries.
    searched: OnceLock<Names<usize>>,
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
        let page = self.pages.entry(page).or_default();
        (page.names, page.searched) = Default::default();
        page.entries.insert(fold(name), BookEntry { name: name.to_owned(), ids })
    }

    /// The entry for `label` on the page of `field`.
    pub fn find(&self, field: FieldId, label: &str) -> Option<&BookEntry> {
        self.page_for(field)?.entries.get(&fold(label))
    }

    /// The name that stands for exactly this ID on the page of `field`; the first of several.
    pub fn name_of(&self, field: FieldId, id: &str) -> Option<&str> {
        let page = self.page_for(field)?;
        page.names.get_or_init(|| page.by_id()).get(id).map(String::as_str)
    }

    /// The names on the page of `field` that `label` may mean, best first.
    pub fn nearest(&self, field: FieldId, label: &str) -> Vec<&str> {
        let Some(page) = self.page_for(field) else { return vec![] };
        let entry_names = || page.entries.values().map(|entry| entry.name.as_str());
        let names = page.searched.get_or_init(|| Names::new(entry_names().zip(0..)));
        names.rank(label).into_iter().take(MOST).filter_map(|(place, _)| entry_names().nth(place)).collect()
    }

    /// The entries of a page, by name.
    pub fn page(&self, page: &str) -> impl Iterator<Item = &BookEntry> {
        self.pages.get(page).into_iter().flat_map(|page| page.entries.values())
    }

    fn page_for(&self, field: FieldId) -> Option<&Page> {
        self.pages.get(LabelBook::page_of(field)?)
    }
}

impl Page {
    fn by_id(&self) -> HashMap<String, String> {
        let only = |entry: &BookEntry| match entry.ids.as_slice() {
            [only] => Some((only.clone(), entry.name.clone())),
            _ => None,
        };
        // The first of an ID comes last, and stays.
        self.entries.values().rev().filter_map(only).collect()
    }
}
