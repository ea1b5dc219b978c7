//! What was asked of a table. Personas name the same places again and again, and to look for a row or a label costs far
//! more than to remember it. What is remembered is never given back, but there is little of it: at most one entry a row,
//! and so many labels.

use std::sync::{OnceLock, RwLock};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lookup::{Match, OpenLookup};
use super::open::Open;
use super::row::OpenRow;

/// What is remembered of a table.
pub(super) struct Memory {
    rows: RwLock<FxHashMap<u32, &'static Known>>,
    labels: RwLock<FxHashMap<Box<str>, Match>>,
}

/// What is remembered of a row.
#[derive(Debug)]
pub(super) struct Known {
    pub row: OpenRow,
    /// The rows that contain it, nearest first.
    pub above: OnceLock<&'static [u32]>,
}

/// Labels that are remembered, at most, and the bytes of the longest.
const MOST_LABELS: usize = 4096;
const LONGEST_LABEL: usize = 128;

impl Memory {
    pub(super) const fn new() -> Memory {
        Memory {
            rows: RwLock::new(FxHashMap::with_hasher(FxBuildHasher)),
            labels: RwLock::new(FxHashMap::with_hasher(FxBuildHasher)),
        }
    }

    /// What `label` means: what `look_up` said of it before, or says now.
    pub(super) fn meaning(&self, label: &str, look_up: impl FnOnce() -> OpenLookup) -> OpenLookup {
        if let Some(found) = self.labels.read().ok().and_then(|labels| labels.get(label).cloned()) {
            return OpenLookup::Found(found);
        }
        let meaning = look_up();
        if let (OpenLookup::Found(found), Ok(mut labels)) = (&meaning, self.labels.write())
            && labels.len() < MOST_LABELS
            && label.len() <= LONGEST_LABEL
        {
            labels.insert(label.into(), found.clone());
        }
        meaning
    }
}

impl Open {
    pub(super) fn known(&self, id: u32) -> Option<&'static Known> {
        let known = self.memory.rows.read().ok().and_then(|rows| rows.get(&id).copied());
        known.or_else(|| {
            let found: &'static Known = Box::leak(Box::new(Known { row: self.find(id)?, above: OnceLock::new() }));
            if let Ok(mut rows) = self.memory.rows.write() {
                rows.insert(id, found);
            }
            Some(found)
        })
    }
}
