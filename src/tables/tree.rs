//! What contains what, in an open vocabulary.

use std::collections::BTreeMap;
use std::sync::RwLock;

use super::open::Open;

/// The rows above those that were asked for. Personas name the same places again and again, and to climb costs far
/// more than to remember. What is remembered is never given back: there is at most one entry a row.
pub(super) type Above = RwLock<BTreeMap<u32, &'static [u32]>>;

impl Open {
    /// Whether everyone in `inner` is certainly in `outer`: it is the same row, or contains it.
    pub fn within(&self, inner: u32, outer: u32) -> bool {
        inner == outer || self.ancestors(inner).contains(&outer)
    }

    /// Every row that certainly contains `id`, nearest first.
    pub fn ancestors(&self, id: u32) -> &'static [u32] {
        let known = self.above.read().ok().and_then(|above| above.get(&id).copied());
        known.unwrap_or_else(|| self.remember(id, self.climb(id)))
    }

    fn remember(&self, id: u32, above: Vec<u32>) -> &'static [u32] {
        if above.is_empty() {
            return &[];
        }
        let above: &'static [u32] = above.leak();
        if let Ok(mut all) = self.above.write() {
            all.insert(id, above);
        }
        above
    }

    fn climb(&self, id: u32) -> Vec<u32> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(row) = found.get(next).map(|&id| self.row(id)) {
            let parents = row.into_iter().flat_map(|row| row.parents()).collect::<Vec<_>>();
            for parent in parents {
                if !found.contains(&parent) {
                    found.push(parent);
                }
            }
            next += 1;
        }
        found.split_off(1)
    }

    /// The rows directly inside `id`, in the order of the numbers. It reads the whole table.
    pub fn children(&self, id: u32) -> Vec<u32> {
        self.rows().filter(|row| row.parents().any(|parent| parent == id)).map(|row| row.id).collect()
    }
}
