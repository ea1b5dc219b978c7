//! A row of an open vocabulary.

use super::open::Open;
use super::text::list;

/// What kind of place a location is, largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A continent, or a group of countries such as EMEA.
    Macro,
    /// A country or territory.
    Country,
    /// A state, province, county or district.
    Region,
    /// A city with what surrounds it.
    Metro,
    /// A city or town.
    City,
}

impl Kind {
    /// Every kind, largest first.
    pub const ALL: [Kind; 5] = [Kind::Macro, Kind::Country, Kind::Region, Kind::Metro, Kind::City];

    /// The word that may follow a label in parentheses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Macro => "macro",
            Kind::Country => "country",
            Kind::Region => "region",
            Kind::Metro => "metro",
            Kind::City => "city",
        }
    }

    /// The kind called `name`, in any case.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

/// A row of [`super::INDUSTRIES`] or [`super::LOCATIONS`], read from the line that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRow {
    /// LinkedIn's number.
    pub id: u32,
    /// LinkedIn's name; of a place the full one, such as `Paris, Île-de-France, France`.
    pub label: &'static str,
    /// What kind of place it is; none for industries.
    pub kind: Option<Kind>,
    /// The ISO 3166 code of the country it lies in; none for industries and macro regions.
    pub country: Option<&'static str>,
    /// The industry's name in LinkedIn's older list (V1), where it differed.
    pub legacy: Option<&'static str>,
    /// The industry that bears the older name today, where that is another one.
    pub legacy_now: Option<u32>,
    /// What the API's reference calls this ID, where it contradicts LinkedIn.
    pub reference_label: Option<&'static str>,
    /// How many independent public lists give a place this ID; 0 for industries.
    pub sources: u32,
    parents: &'static str,
    aliases: &'static str,
}

impl OpenRow {
    /// The rows that directly contain it, as far as that is certain.
    pub fn parents(&self) -> impl Iterator<Item = u32> + use<> {
        list(self.parents).filter_map(|id| id.parse().ok())
    }

    /// Other names for it: older and local names, ISO codes.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> + use<> {
        list(self.aliases)
    }

    /// The label up to its first comma, if it is a place whose label has one.
    pub fn first_part(&self) -> Option<&'static str> {
        self.kind?;
        self.label.split_once(',').map(|(first, _)| first)
    }

    /// Read a line of the table.
    pub(super) fn read(table: &Open, line: &'static str) -> Option<OpenRow> {
        let mut columns = line.split('\t');
        let [id, label, c, d, e, f, g] = std::array::from_fn(|_| columns.next().unwrap_or_default());
        let id = id.parse().ok()?;
        let text = |column: &'static str| Some(column).filter(|column| !column.is_empty());
        Some(if table.is_places() {
            let (kind, country, sources) = (Kind::named(c), text(d), g.parse().unwrap_or_default());
            OpenRow { kind, country, parents: e, aliases: f, sources, ..OpenRow::bare(id, label) }
        } else {
            let (legacy, legacy_now, reference_label) = (text(d), e.parse().ok(), text(g));
            OpenRow { parents: c, legacy, legacy_now, aliases: f, reference_label, ..OpenRow::bare(id, label) }
        })
    }

    fn bare(id: u32, label: &'static str) -> OpenRow {
        OpenRow {
            id,
            label,
            kind: None,
            country: None,
            legacy: None,
            legacy_now: None,
            reference_label: None,
            sources: 0,
            parents: "",
            aliases: "",
        }
    }
}
