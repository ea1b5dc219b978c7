//! What contains what, in an open vocabulary.

use super::open::Open;
use super::row::Kind;

impl Open {
    /// Whether everyone in `inner` is certainly in `outer`: it is the same row, or contains it.
    pub fn within(&self, inner: u32, outer: u32) -> bool {
        inner == outer || self.ancestors(inner).contains(&outer)
    }

    /// Every row that certainly contains `id`, nearest first.
    pub fn ancestors(&self, id: u32) -> &'static [u32] {
        self.known(id).map_or(&[], |known| known.above.get_or_init(|| self.climb(id).leak()))
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

    /// The one country that a place surely lies in: a metropolitan area may cross a border.
    pub fn country(&self, id: u32) -> Option<&'static str> {
        let row = self.row(id)?;
        row.country.filter(|_| matches!(row.kind, Some(Kind::Country | Kind::Region | Kind::City)))
    }

    /// The rows directly inside `id`, in the order of the numbers. It reads the whole table.
    pub fn children(&self, id: u32) -> Vec<u32> {
        self.rows().filter(|row| row.parents().any(|parent| parent == id)).map(|row| row.id).collect()
    }
}
