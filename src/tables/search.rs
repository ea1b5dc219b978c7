//! Looking around in the vocabularies: suggestions for a label nobody bears, and the search of `personac labels`.

use super::closed::{Closed, ClosedRow};
use super::fold::{fold, words_into};
use super::lookup::is_code;
use super::open::Open;
use super::row::OpenRow;
use super::text::{body, list};
use crate::suggest::{MOST, Names, Nearness, is_certain, rank};

/// A row that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The form to write: the row's label, made unique if it is not.
    pub label: String,
    /// What the request would hold.
    pub id: String,
    /// Whether this surely is what was meant, so that a machine may put it in. Never for a place: the table has
    /// gaps, and next to a missing Reading there is a Redding.
    pub certain: bool,
}

/// How well a row answers a search, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// One of its names is what was searched.
    Exact,
    /// One of its names begins with it.
    Start,
    /// A word of one of its names begins with it.
    Word,
    /// One of its names holds it.
    Inside,
    /// One of its names is near it; only when there is nothing better.
    Near,
}

const HINTS: &str = include_str!("../../tables/hints.tsv");

impl Closed {
    /// What `label` may mean, best first, at most three.
    pub fn suggestions(&'static self, label: &str) -> Vec<Suggestion> {
        let ranked = rank(label, self.names());
        let suggestion = |(at, certain): (usize, bool)| Suggestion {
            label: self.rows()[at].label.to_owned(),
            id: self.rows()[at].id.to_owned(),
            certain,
        };
        best(label, &ranked).map(suggestion).collect()
    }

    /// The rows that answer `query`, best first, by their index; all of them for an empty query.
    pub fn search(&'static self, query: &str) -> Vec<(usize, Hit)> {
        search(query, || self.names())
    }

    fn names(&'static self) -> impl Iterator<Item = (&'static str, usize)> {
        let names = |row: &'static ClosedRow| std::iter::once(row.label).chain(row.aliases.iter().copied());
        self.rows().iter().enumerate().flat_map(move |(at, row)| names(row).map(move |name| (name, at)))
    }
}

impl Open {
    /// What `label` may mean, best first, at most three.
    pub fn suggestions(&self, label: &str) -> Vec<Suggestion> {
        let mut ranked = self.suggested.get_or_init(|| self.suggested()).rank(label);
        ranked.sort_by_key(|(id, nearness)| (*nearness, self.weight(*id)));
        if ranked.is_empty() {
            ranked = self.hints(label);
        }
        let suggestion = |(id, certain): (u32, bool)| Suggestion {
            label: self.unique_form(id),
            id: id.to_string(),
            certain: certain && !self.is_places(),
        };
        best(label, &ranked).map(suggestion).collect()
    }

    fn suggested(&self) -> Names<u32> {
        let names = self.rows().flat_map(|row| row_names(row).map(move |name| (name, row.id)));
        Names::new(names.filter(|(name, _)| !is_code(name)))
    }

    /// The rows that answer `query`, best first, by their number; all of them for an empty query.
    pub fn search(&self, query: &str) -> Vec<(u32, Hit)> {
        let mut hits = search(query, || self.names());
        hits.sort_by_cached_key(|(id, hit)| (*hit, self.weight(*id)));
        hits
    }

    fn names(&self) -> impl Iterator<Item = (&'static str, u32)> {
        let names = |row: OpenRow| row_names(row).chain(row.reference_label).chain(row.legacy);
        self.rows().flat_map(move |row| names(row).map(move |name| (name, row.id)))
    }

    /// Larger places first, and among them those that more lists know.
    pub(super) fn weight(&self, id: u32) -> impl Ord + use<> {
        let row = self.row(id);
        (row.and_then(|row| row.kind), row.map(|row| std::cmp::Reverse(row.sources)))
    }

    /// What people may mean by a word that is no label at all.
    fn hints(&self, label: &str) -> Vec<(u32, Nearness)> {
        let key = fold(label);
        let columns = body(HINTS).lines().map(|line| line.splitn(4, '\t').collect::<Vec<_>>());
        let ids = columns.filter_map(|columns| match columns[..] {
            [table, word, ids, _] if table == self.file && fold(word) == key => Some(ids),
            _ => None,
        });
        ids.flat_map(list).filter_map(|id| Some((id.parse().ok()?, Nearness::Words(0)))).collect()
    }
}

fn row_names(row: OpenRow) -> impl Iterator<Item = &'static str> {
    // An older name that another row bears today means that row.
    let others = [row.legacy.filter(|_| row.legacy_now.is_none()), row.first_part()];
    std::iter::once(row.label).chain(row.aliases()).chain(others.into_iter().flatten())
}

/// The first few, each with whether it surely is what was meant.
fn best<T: Copy>(label: &str, ranked: &[(T, Nearness)]) -> impl Iterator<Item = (T, bool)> {
    let certain = is_certain(label, ranked);
    ranked.iter().take(MOST).map(move |(thing, _)| (*thing, certain))
}

fn search<N, T>(query: &str, names: impl Fn() -> N) -> Vec<(T, Hit)>
where
    N: Iterator<Item = (&'static str, T)>,
    T: Copy + Eq + std::hash::Hash,
{
    let (mut wanted, mut words) = (String::new(), String::new());
    words_into(query, &mut wanted);
    let mut hits: Vec<(T, Hit)> = Vec::new();
    for (name, thing) in names() {
        words_into(name, &mut words);
        let Some(hit) = hit(&wanted, &words) else { continue };
        // The names of a row stand together.
        match hits.last_mut().filter(|(last, _)| *last == thing) {
            Some((_, best)) => *best = hit.min(*best),
            None => hits.push((thing, hit)),
        }
    }
    if hits.is_empty() {
        hits = rank(query, names()).into_iter().map(|(thing, _)| (thing, Hit::Near)).collect();
    }
    hits.sort_by_key(|(_, hit)| *hit);
    hits
}

fn hit(wanted: &str, words: &str) -> Option<Hit> {
    let at = words.find(wanted)?;
    Some(match at {
        0 if words.len() == wanted.len() => Hit::Exact,
        0 => Hit::Start,
        _ if words.match_indices(wanted).any(|(at, _)| words.as_bytes()[at - 1] == b' ') => Hit::Word,
        _ => Hit::Inside,
    })
}
