//! A small table of its own for every field, written down from the language and the API's reference. Nothing
//! here comes from the crate's tables, so that both can be wrong independently.

use super::values::{
    COMPANY_TYPES, DEGREES, FUNCTIONS, INDUSTRIES, KEYWORDS, LISTS, ORGANIZATIONS, PLACES, PROFILES, RECENT,
    SENIORITIES, SIZE_BUCKETS, SIZES, TEXTS, TRUE, YEAR_BUCKETS, YEARS,
};

/// How the values of a field behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A lead has exactly one of all values there are.
    One,
    /// A lead has some of all values there are; "not" means the rest of them.
    Many,
    /// A lead may have any of the values, or none.
    Open,
    /// A lead has one value and all that contain it.
    Tree,
    /// A request holds one value.
    Single,
    /// True or not.
    Signal,
}

/// One field.
pub struct Field {
    pub names: &'static [&'static str],
    pub kind: Kind,
    pub include: &'static str,
    pub exclude: Option<&'static str>,
    pub values: &'static [Value],
    /// First and last number of every bucket.
    pub buckets: &'static [(u64, u64)],
    pub units: &'static [&'static str],
}

/// One value: as it is sent, as it can be written, and which values of the table contain it.
pub struct Value {
    pub sent: &'static str,
    pub written: &'static [&'static str],
    pub inside: &'static [usize],
}

const fn field(
    names: &'static [&'static str],
    kind: Kind,
    include: &'static str,
    exclude: Option<&'static str>,
    values: &'static [Value],
) -> Field {
    Field { names, kind, include, exclude, values, buckets: &[], units: &[] }
}

const fn quantity(
    names: &'static [&'static str],
    include: &'static str,
    values: &'static [Value],
    buckets: &'static [(u64, u64)],
    units: &'static [&'static str],
) -> Field {
    Field { names, kind: Kind::One, include, exclude: None, values, buckets, units }
}

const YEAR_UNITS: &[&str] = &["years", "year"];

/// Every field, in the order of the body.
pub static FIELDS: &[Field] = &[
    field(&["keyword", "keywords"], Kind::Single, "keyword", None, KEYWORDS),
    field(&["title", "job_titles"], Kind::Open, "job_titles", Some("excluded_job_titles"), TEXTS),
    field(&["past_title"], Kind::Open, "past_titles", Some("excluded_past_titles"), TEXTS),
    field(&["seniority", "SENIORITY"], Kind::One, "seniority_levels", None, SENIORITIES),
    field(&["function", "department"], Kind::Many, "functions", None, FUNCTIONS),
    field(&["industry"], Kind::Tree, "included_industries", Some("excluded_industries"), INDUSTRIES),
    field(&["location", "region", "geo"], Kind::Tree, "included_locations", Some("excluded_locations"), PLACES),
    field(&["company"], Kind::Open, "included_companies", Some("excluded_companies"), ORGANIZATIONS),
    field(&["past_company"], Kind::Open, "past_companies", None, ORGANIZATIONS),
    field(&["headquarters", "hq"], Kind::Tree, "company_headquarters", None, PLACES),
    quantity(&["size", "headcount"], "company_size", SIZES, SIZE_BUCKETS, &["employees", "people"]),
    field(&["company_type"], Kind::One, "company_type", None, COMPANY_TYPES),
    quantity(&["experience", "years_of_experience"], "years_of_experience", YEARS, YEAR_BUCKETS, YEAR_UNITS),
    quantity(&["tenure", "years_at_company"], "years_at_current_company", YEARS, YEAR_BUCKETS, YEAR_UNITS),
    quantity(&["years_in_position"], "years_in_current_position", YEARS, YEAR_BUCKETS, YEAR_UNITS),
    field(&["account_list"], Kind::Open, "included_account_lists", Some("excluded_account_lists"), LISTS),
    field(&["lead_list"], Kind::Open, "included_lead_lists", Some("excluded_lead_lists"), LISTS),
    field(&["relationship", "degree"], Kind::Many, "relationship", None, DEGREES),
    field(&["changed_jobs"], Kind::Signal, "recently_changed_jobs", None, RECENT),
    field(&["connections_of"], Kind::Single, "connections_of_profile", None, PROFILES),
    field(&["follows_your_company"], Kind::Signal, "follows_your_company", None, TRUE),
    field(&["viewed_your_profile"], Kind::Signal, "viewed_your_profile", None, TRUE),
    field(&["with_shared_experiences"], Kind::Signal, "with_shared_experiences", None, TRUE),
    field(&["posted_on_linkedin"], Kind::Signal, "posted_on_linkedin", None, TRUE),
    field(&["past_colleague"], Kind::Signal, "past_colleague", None, TRUE),
];

/// A set of values of one field, a bit each.
pub type Set = u32;

/// The set of these values.
pub fn set(values: &[usize]) -> Set {
    values.iter().fold(0, |set, value| set | 1 << value)
}

/// The values of a set, ascending.
pub fn members(set: Set) -> Vec<usize> {
    (0..32).filter(|value| set & 1 << value != 0).collect()
}

impl Field {
    /// All values of the table.
    pub fn whole(&self) -> Set {
        ((1_u64 << self.values.len()) - 1) as Set
    }

    /// The value and all that contain it.
    pub fn with_containers(&self, value: usize) -> Set {
        set(&[value]) | set(self.values[value].inside)
    }

    /// Whether the vocabulary is whole, so that "not" has a rest.
    pub fn is_closed(&self) -> bool {
        matches!(self.kind, Kind::One | Kind::Many)
    }

    /// Whether comparisons and ranges work.
    pub fn is_ordered(&self) -> bool {
        !self.buckets.is_empty() || self.names[0] == "seniority"
    }

    /// Whether "not" can be said of it.
    pub fn can_be_negated(&self) -> bool {
        self.is_closed() || self.exclude.is_some()
    }
}
