//! The open vocabularies: industries and locations, searched in the embedded text.

use super::fold::fold;
use super::keys::{Bearer, How, bearers};
use super::row::{Kind, OpenRow};
use super::text::{body, find_line, first_field};

/// An open vocabulary: large, a tree, and never known to be complete.
pub struct Open {
    /// What one row is called in a sentence: `industry` or `location`.
    pub name: &'static str,
    /// What several are called.
    pub plural: &'static str,
    /// The name of its file in `tables/`, without `.tsv`.
    pub file: &'static str,
    pub(super) text: &'static str,
    pub(super) keys: &'static str,
}

/// LinkedIn's 494 industries: its public page "Industry Codes V2" together with Sales Navigator's own list.
pub static INDUSTRIES: Open = Open {
    name: "industry",
    plural: "industries",
    file: "industries",
    text: include_str!("../../tables/industries.tsv"),
    keys: include_str!("../../tables/industries.keys.tsv"),
};

/// 10,417 of LinkedIn's places, from public lists of its location IDs.
pub static LOCATIONS: Open = Open {
    name: "location",
    plural: "locations",
    file: "locations",
    text: include_str!("../../tables/locations.tsv"),
    keys: include_str!("../../tables/locations.keys.tsv"),
};

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
    /// Whether the rows are places.
    pub fn is_places(&self) -> bool {
        self.file == "locations"
    }

    /// What `label` means. After a place there may be its kind or its number: `Georgia (country)`.
    pub fn lookup(&self, label: &str) -> OpenLookup {
        match self.split_suffix(label) {
            (bare, Some(Suffix::Kind(kind))) => self.of_kind(bearers(self, &fold(bare)), kind),
            (bare, Some(Suffix::Id(id))) => one_of(bearers(self, &fold(bare)).filter(|row| row.id == id).collect()),
            (_, None) => self.judge(label, bearers(self, &fold(label))),
        }
    }

    /// The row with number `id`.
    pub fn row(&self, id: u32) -> Option<OpenRow> {
        let line = find_line(body(self.text), |line| first_field(line).parse::<u32>().unwrap_or_default().cmp(&id));
        line.and_then(|line| OpenRow::read(self, line))
    }

    /// Every row, in the order of the numbers.
    pub fn rows(&self) -> impl Iterator<Item = OpenRow> {
        body(self.text).lines().filter_map(|line| OpenRow::read(self, line))
    }

    /// The shortest form that [`Open::lookup`] takes for exactly this row: its label, else the label with its kind
    /// or its number. The number itself if there is no such row.
    pub fn unique_form(&self, id: u32) -> String {
        let Some(row) = self.row(id) else { return id.to_string() };
        let is_it = |form: &String| matches!(self.lookup(form), OpenLookup::Found(found) if found.id == id);
        let kind = row.kind.map(|kind| format!("{} ({})", row.label, kind.name()));
        let forms = std::iter::once(row.label.to_owned()).chain(kind);
        forms.into_iter().find(is_it).unwrap_or_else(|| format!("{} ({id})", row.label))
    }

    /// The row the API's reference gives `label` to, where that contradicts LinkedIn's list.
    pub fn by_reference_label(&self, label: &str) -> Option<u32> {
        let key = fold(label);
        let contested = |row: &OpenRow| row.reference_label.is_some_and(|label| fold(label) == key);
        self.rows().find(contested).map(|row| row.id)
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
