//! What a label means in an open vocabulary.

use super::fold::fold;
use super::keys::{Bearer, How, bearers};
use super::open::Open;
use super::row::Kind;

/// What a label means in an open vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenLookup {
    /// One row.
    Found(Match),
    /// Any of these, larger places first.
    Ambiguous(Vec<u32>),
    /// No row bears it.
    Unknown,
}

/// The row a label means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its number.
    pub id: u32,
    /// How it bears the label.
    pub how: How,
    /// Smaller places whose name begins with the label, and which the author may have meant; larger first.
    pub namesakes: Vec<u32>,
}

impl Open {
    /// What `label` means. After a place there may be its kind or its number: `Georgia (country)`.
    pub fn lookup(&self, label: &str) -> OpenLookup {
        self.memory.meaning(label, || self.look_up(label))
    }

    fn look_up(&self, label: &str) -> OpenLookup {
        match self.split_suffix(label) {
            (bare, Some(Suffix::Kind(kind))) => self.of_kind(bearers(self, &fold(bare)), kind),
            (bare, Some(Suffix::Id(id))) => one_of(bearers(self, &fold(bare)).filter(|row| row.id == id).collect()),
            (_, None) => self.judge(label, bearers(self, &fold(label))),
        }
    }

    fn split_suffix<'a>(&self, label: &'a str) -> (&'a str, Option<Suffix>) {
        let inner = label.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        let Some((bare, word)) = inner.filter(|_| self.is_places()) else { return (label, None) };
        let kind = Kind::named(word.trim()).map(Suffix::Kind);
        (bare, kind.or_else(|| word.trim().parse().ok().map(Suffix::Id)))
    }

    /// A label without a suffix: one bearer wins unless a large place elsewhere begins with the label.
    fn judge(&self, label: &str, all: impl Iterator<Item = Bearer>) -> OpenLookup {
        let (heads, bearers): (Vec<_>, Vec<_>) = all.partition(|row| row.how == How::FirstPart);
        let Some(first) = bearers.first().copied() else { return OpenLookup::Unknown };
        // A state of the same name inside its country is a smaller place, not a rival: Mexico, Luxembourg.
        let (namesakes, rivals): (Vec<_>, Vec<_>) =
            heads.into_iter().partition(|row| self.is_small(row.id) || self.within(row.id, first.id));
        if bearers.len() == 1 && rivals.is_empty() {
            return OpenLookup::Found(Match { namesakes: self.largest_first(&namesakes), ..first.into() });
        }
        match self.code(label, &bearers) {
            Some(row) => OpenLookup::Found(row.into()),
            None => OpenLookup::Ambiguous(self.largest_first(&[bearers, rivals].concat())),
        }
    }

    /// An ISO code written as ISO writes it means that code: `ARG` is Argentina, `AR-G` one of its provinces.
    fn code(&self, label: &str, bearers: &[Bearer]) -> Option<Bearer> {
        let bears_code = |row: &&Bearer| self.row(row.id).is_some_and(|row| row.aliases().any(|alias| alias == label));
        let mut rows = bearers.iter().filter(|_| is_code(label)).filter(bears_code);
        rows.next().copied().filter(|_| rows.next().is_none())
    }

    /// Among rows of one kind, bearers count and so do large places that begin with the label. A small place that
    /// begins with it counts only if no place of the kind bears it.
    fn of_kind(&self, all: impl Iterator<Item = Bearer>, kind: Kind) -> OpenLookup {
        let of_kind = all.filter(|bearer| self.row(bearer.id).is_some_and(|row| row.kind == Some(kind)));
        let (heads, bearers): (Vec<_>, Vec<_>) = of_kind.partition(|row| row.how == How::FirstPart);
        match (kind > Kind::Region, &bearers[..]) {
            (true, [row]) => OpenLookup::Found(Match { namesakes: self.largest_first(&heads), ..(*row).into() }),
            (true, [_, ..]) => one_of(bearers),
            _ => one_of([bearers, heads].concat()),
        }
    }

    fn is_small(&self, id: u32) -> bool {
        self.row(id).is_some_and(|row| row.kind > Some(Kind::Region))
    }

    fn largest_first(&self, rows: &[Bearer]) -> Vec<u32> {
        let mut ids: Vec<u32> = rows.iter().map(|row| row.id).collect();
        ids.sort_by_key(|&id| (self.row(id).and_then(|row| row.kind), id));
        ids
    }
}

enum Suffix {
    Kind(Kind),
    Id(u32),
}

impl From<Bearer> for Match {
    fn from(row: Bearer) -> Match {
        Match { id: row.id, how: row.how, namesakes: vec![] }
    }
}

fn one_of(rows: Vec<Bearer>) -> OpenLookup {
    match rows[..] {
        [] => OpenLookup::Unknown,
        [row] => OpenLookup::Found(row.into()),
        _ => OpenLookup::Ambiguous(rows.iter().map(|row| row.id).collect()),
    }
}

/// Whether `label` looks like an ISO 3166 code: `FR`, `FRA`, `FR-IDF`.
pub(super) fn is_code(label: &str) -> bool {
    let (country, part) = label.split_once('-').unwrap_or((label, ""));
    let upper = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (2..=3).contains(&country.len()) && part.len() <= 3 && upper(country) && upper(part)
}
