//! What two audiences ask for, request by request.

use super::filters::{Asked, FilterChange, between};
use super::verdict::Verdict;
use crate::algebra::{Filter, Relation, Request, ValueSet};
use crate::audience::Audience;
use crate::emit::request_as_persona;
use crate::project::LabelBook;
use crate::resolve::Atoms;
use crate::wording::counted;

/// What two audiences ask for.
#[derive(Debug, Clone)]
pub struct Requests {
    /// How many requests there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
    /// How many of them ask the same.
    pub same: usize,
    /// What differs in the others.
    pub change: RequestChange,
    /// Whether lists, or requests, are in another order.
    pub reordered: bool,
}

/// What differs in requests that have no equal on the other side.
#[derive(Debug, Clone)]
pub enum RequestChange {
    /// There is none.
    Nothing,
    /// The only such request became another.
    Filters(Vec<FilterChange>),
    /// There are several.
    Several(Several),
}

/// Requests that differ, where there are several.
#[derive(Debug, Clone)]
pub struct Several {
    /// Requests that differ little from one before, as lines of a persona, and what differs in them.
    pub alike: Vec<(String, Vec<FilterChange>)>,
    /// The other requests before, as lines of a persona.
    pub before: Vec<String>,
    /// The other requests now, as lines of a persona.
    pub after: Vec<String>,
}

type Named<'a> = (&'a Audience, &'a LabelBook);

impl Requests {
    /// Compare what is asked for; `same` if that finds the same leads.
    pub(super) fn compare(before: Named, after: Named, same: bool) -> Requests {
        let ((old, old_book), (new, new_book)) = (before, after);
        let mut atoms = Atoms::default();
        let shared = (old.shared(&mut atoms), new.shared(&mut atoms));
        let pairs = equal_pairs(&shared.0, &shared.1);
        let gone = left(old.requests.len(), |index| pairs.iter().all(|pair| pair.0 != index));
        let come = left(new.requests.len(), |index| pairs.iter().all(|pair| pair.1 != index));
        let difference = |(was, is): (usize, usize)| {
            let was = Asked { audience: old, book: old_book, request: old.requests.get(was)? };
            let is = Asked { audience: new, book: new_book, request: new.requests.get(is)? };
            Some(between(was, is))
        };
        let change = match (gone.as_slice(), come.as_slice()) {
            ([], []) => RequestChange::Nothing,
            ([was], [is]) => RequestChange::Filters(told(difference((*was, *is)).unwrap_or_default(), same)),
            _ => {
                let alike = alike(&shared.0, &shared.1, &gone, &come);
                let rest = |own: &[usize], used: &dyn Fn(usize) -> bool| -> Vec<usize> {
                    own.iter().copied().filter(|index| !used(*index)).collect()
                };
                let before = rest(&gone, &|index| alike.iter().any(|pair| pair.0 == index));
                let after = rest(&come, &|index| alike.iter().any(|pair| pair.1 == index));
                let one = |pair: (usize, usize)| {
                    // What a change does to one request it need not do to all of them.
                    Some((line(new, pair.1), told(difference(pair)?, true)))
                };
                RequestChange::Several(Several {
                    alike: alike.iter().copied().filter_map(one).collect(),
                    before: before.into_iter().map(|index| line(old, index)).collect(),
                    after: after.into_iter().map(|index| line(new, index)).collect(),
                })
            }
        };
        let reordered = pairs.iter().any(|(was, is)| was != is || is_reordered(old, new, *was, *is));
        Requests { before: old.requests.len(), after: new.requests.len(), same: pairs.len(), change, reordered }
    }

    /// What is to be known beside the change.
    pub(super) fn note(&self, verdict: Verdict) -> Option<String> {
        let same = verdict == Verdict::Proved(Relation::Same);
        let note = match (&self.change, verdict) {
            (RequestChange::Nothing, Verdict::Unknown(_)) => "the filters that personac knows are the same",
            (RequestChange::Nothing, _) if self.reordered => "the lists of the body are in another order",
            (RequestChange::Several(_) | RequestChange::Filters(_), _) if same => {
                "the same people are asked for in another way"
            }
            (RequestChange::Filters(_), _) if self.before > 1 || self.after > 1 => {
                return Some(format!("one of {} requests differs", self.after));
            }
            (RequestChange::Several(_), _) if self.same > 0 => {
                return Some(format!("{} did not change", counted(self.same, "other request")));
            }
            _ => return None,
        };
        Some(note.to_owned())
    }
}

fn told(changes: Vec<FilterChange>, same: bool) -> Vec<FilterChange> {
    match same {
        true => changes.into_iter().map(FilterChange::without_effects).collect(),
        false => changes,
    }
}

/// Requests that ask the same, by their places before and after.
fn equal_pairs(old: &[Request], new: &[Request]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = vec![];
    for (index, request) in old.iter().enumerate() {
        let mut equal = new.iter().enumerate().filter(|(_, other)| other.filters == request.filters);
        let free = equal.find(|(at, _)| pairs.iter().all(|pair| pair.1 != *at));
        pairs.extend(free.map(|(at, _)| (index, at)));
    }
    pairs
}

/// Requests with filters on the same fields, at least half of them equal; those that differ least first taken.
fn alike(old: &[Request], new: &[Request], gone: &[usize], come: &[usize]) -> Vec<(usize, usize)> {
    let candidates = gone.iter().flat_map(|was| come.iter().map(|is| (*was, *is)));
    let distant = |(was, is): (usize, usize)| Some((distance(old.get(was)?, new.get(is)?)?, was, is));
    let mut candidates: Vec<(usize, usize, usize)> = candidates.filter_map(distant).collect();
    candidates.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = vec![];
    for (_, was, is) in candidates {
        if pairs.iter().all(|pair| pair.0 != was && pair.1 != is) {
            pairs.push((was, is));
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.1);
    pairs
}

/// In how many filters two requests differ; none if they are not alike.
fn distance(one: &Request, other: &Request) -> Option<usize> {
    let fields = |request: &Request| request.filters.iter().map(|filter| filter.field).collect::<Vec<_>>();
    let differ = one.filters.iter().zip(&other.filters).filter(|(one, other)| one != other).count();
    (fields(one) == fields(other) && differ * 2 <= one.filters.len()).then_some(differ)
}

fn left(count: usize, is_left: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..count).filter(|index| is_left(*index)).collect()
}

fn line(audience: &Audience, index: usize) -> String {
    let request = audience.requests.get(index);
    request.map_or_else(String::new, |request| request_as_persona(request, &audience.literals, &audience.atoms))
}

/// Whether a list of two equal requests is sent in another order.
fn is_reordered(old: &Audience, new: &Audience, was: usize, is: usize) -> bool {
    let (Some(was), Some(is)) = (old.requests.get(was), new.requests.get(is)) else { return false };
    sent(old, was) != sent(new, is)
}

fn sent(audience: &Audience, request: &Request) -> Vec<String> {
    let sets =
        |filter: &Filter| -> Vec<ValueSet> { filter.includes.iter().chain([&filter.exclude]).cloned().collect() };
    let filters = request.filters.iter();
    let ordered = filters.flat_map(|filter| {
        let lists = sets(filter).into_iter().flat_map(|set| audience.in_order(filter, &set));
        lists.map(|value| audience.atoms.wire(filter.field, value).into_owned()).collect::<Vec<_>>()
    });
    ordered.collect()
}
