//! What changed between two personas: whom the one finds and the other does not.
//!
//! Two stages: [`compare`] makes differences of compiled personas, a [`Review`] says them to people and programs.

mod filters;
mod human;
mod json;
mod markdown;
mod persona;
mod requests;
mod review;
mod rows;
mod settings;
mod values;
mod verdict;

pub use filters::{Effect, FilterChange};
pub use human::human;
pub use json::json;
pub use markdown::markdown;
pub use persona::{Change, Difference, Outline};
pub use requests::{RequestChange, Requests, Several};
pub use review::{Review, Reviewed, Scope};
pub use settings::SettingChange;
pub use values::Value;
pub use verdict::{Unknown, Verdict};

use crate::check::Compiled;
use crate::project::LabelBook;

/// The personas of one file, and the project's own names for IDs.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The personas, in the order of the file.
    pub personas: &'a [Compiled],
    /// The label book of the file's project.
    pub book: &'a LabelBook,
}

/// A persona of two files, or of one of them.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// What became of it.
    pub change: Change,
}

/// Compare the personas of two files, matched by their keys; the only persona of one is always matched with the only
/// persona of the other. Those of `after` come first, in their order, then those that are gone.
pub fn compare(before: Side, after: Side) -> Vec<Entry> {
    if let ([old], [new]) = (before.personas, after.personas) {
        return vec![Entry { key: new.key.clone(), change: Change::of(Some((old, before)), Some((new, after))) }];
    }
    let entry = |key: &Option<String>| {
        let own = |side: Side<'_>| side.personas.iter().position(|persona| persona.key == *key);
        let old = own(before).and_then(|index| before.personas.get(index)).map(|old| (old, before));
        let new = own(after).and_then(|index| after.personas.get(index)).map(|new| (new, after));
        Entry { key: key.clone(), change: Change::of(old, new) }
    };
    let gone = before.personas.iter().filter(|old| after.personas.iter().all(|new| new.key != old.key));
    after.personas.iter().chain(gone).map(|persona| entry(&persona.key)).collect()
}
