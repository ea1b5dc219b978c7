//! How the tables spell a label that matched.

use super::closed::Closed;
use super::fold::fold;
use super::open::Open;

impl Closed {
    /// The label or alias of a row that `text` is another spelling of, or is.
    pub fn spelling(&'static self, row: usize, text: &str) -> Option<&'static str> {
        let row = self.rows().get(row)?;
        let names = || std::iter::once(row.label).chain(row.aliases.iter().copied());
        names().find(|name| *name == text).or_else(|| {
            let wanted = self.folded(text);
            names().find(|name| self.folded(name) == wanted)
        })
    }
}

impl Open {
    /// The label, the first part of a place's label, or the alias of a row that `text` is another spelling of, or is.
    pub fn spelling(&self, id: u32, text: &str) -> Option<&'static str> {
        let row = self.row(id)?;
        let names = || std::iter::once(row.label).chain(row.first_part()).chain(row.aliases());
        names().find(|name| *name == text).or_else(|| {
            let wanted = fold(text);
            names().find(|name| fold(name) == wanted)
        })
    }
}
