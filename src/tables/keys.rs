//! The key index of an open vocabulary: for each folded label, the rows that bear it and how.

use super::open::Open;
use super::text::{find_line, first_field};

/// How a row bears a label, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is the row's name.
    Name,
    /// It is one of the row's other names.
    Alias,
    /// It is the row's name in LinkedIn's older list of industries.
    Legacy,
    /// The name of the place begins with it: `Georgia` in `Georgia, United States`.
    FirstPart,
    /// It is what the API's reference calls the row, which LinkedIn calls something else: it means the row only
    /// for those who choose the reference's labels.
    Reference,
}

impl How {
    /// The letter that stands for it in the index.
    pub(super) fn letter(self) -> &'static str {
        match self {
            How::Name => "n",
            How::Alias => "a",
            How::Legacy => "l",
            How::FirstPart => "f",
            How::Reference => "r",
        }
    }

    fn of(letter: &str) -> Option<How> {
        let all = [How::Name, How::Alias, How::Legacy, How::FirstPart, How::Reference];
        all.into_iter().find(|how| how.letter() == letter)
    }
}

/// A row that bears the label looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bearer {
    pub id: u32,
    pub how: How,
}

/// The rows of folded label `key`, in the order of the index.
pub(super) fn bearers(table: &Open, key: &str) -> impl Iterator<Item = Bearer> + use<> {
    entries(table, key).filter(|bearer| bearer.how != How::Reference)
}

fn entries(table: &Open, key: &str) -> impl Iterator<Item = Bearer> + use<> {
    let line = find_line(table.keys, |line| first_field(line).cmp(key));
    line_bearers(line.unwrap_or_default())
}

/// The rows of a line of the index.
pub(super) fn line_bearers(line: &str) -> impl Iterator<Item = Bearer> + use<'_> {
    line.split('\t').skip(1).filter_map(bearer)
}

fn bearer(entry: &str) -> Option<Bearer> {
    let (id, how) = entry.split_once(':')?;
    Some(Bearer { id: id.parse().ok()?, how: How::of(how)? })
}
