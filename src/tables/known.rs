//! Rows that were asked for. Personas name the same places again and again, and to look for a row costs far more than
//! to remember it. What is remembered is never given back: there is at most one entry a row.

use std::collections::BTreeMap;
use std::sync::{OnceLock, RwLock};

use super::open::Open;
use super::row::OpenRow;

/// What is remembered of a table.
pub(super) type Memory = RwLock<BTreeMap<u32, &'static Known>>;

/// What is remembered of a row.
#[derive(Debug)]
pub(super) struct Known {
    pub row: OpenRow,
    /// The rows that contain it, nearest first.
    pub above: OnceLock<&'static [u32]>,
}

impl Open {
    pub(super) fn known(&self, id: u32) -> Option<&'static Known> {
        let known = self.memory.read().ok().and_then(|memory| memory.get(&id).copied());
        known.or_else(|| {
            let found: &'static Known = Box::leak(Box::new(Known { row: self.find(id)?, above: OnceLock::new() }));
            if let Ok(mut memory) = self.memory.write() {
                memory.insert(id, found);
            }
            Some(found)
        })
    }
}
