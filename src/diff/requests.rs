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
    /// One request became another.
    Filters(Vec<FilterChange>),
    /// Requests before and after, as lines of a persona.
    Lines(Vec<String>, Vec<String>),
}

type Named<'a> = (&'a Audience, &'a LabelBook);

impl Requests {
    /// Compare what is asked for; `same` if that finds the same leads.
    pub(super) fn compare(before: Named, after: Named, same: bool) -> Requests {
        let ((old, old_book), (new, new_book)) = (before, after);
        let pairs = equal_pairs(old, new);
        let left = |count: usize, used: fn(&(usize, usize)) -> usize| -> Vec<usize> {
            (0..count).filter(|index| pairs.iter().all(|pair| used(pair) != *index)).collect()
        };
        let gone = left(old.requests.len(), |pair| pair.0);
        let come = left(new.requests.len(), |pair| pair.1);
        let asked =
            |audience, book, index: usize| Some(Asked { audience, book, request: audience.requests.get(index)? });
        let change = match (gone.as_slice(), come.as_slice()) {
            ([], []) => RequestChange::Nothing,
            ([was], [is]) => match (asked(old, old_book, *was), asked(new, new_book, *is)) {
                (Some(was), Some(is)) => RequestChange::Filters(told(between(was, is), same)),
                _ => RequestChange::Nothing,
            },
            _ => RequestChange::Lines(lines(old, &gone), lines(new, &come)),
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
            (RequestChange::Lines(..) | RequestChange::Filters(_), _) if same => {
                "the same people are asked for in another way"
            }
            (RequestChange::Filters(_), _) if self.before > 1 || self.after > 1 => {
                return Some(format!("one of {} requests differs", self.after));
            }
            (RequestChange::Lines(..), _) if self.same > 0 => {
                return Some(format!("{} more did not change", counted(self.same, "request")));
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
fn equal_pairs(old: &Audience, new: &Audience) -> Vec<(usize, usize)> {
    let mut atoms = Atoms::default();
    let (old, new) = (old.shared(&mut atoms), new.shared(&mut atoms));
    let mut pairs: Vec<(usize, usize)> = vec![];
    for (index, request) in old.iter().enumerate() {
        let free = |at: &usize| pairs.iter().all(|pair| pair.1 != *at);
        let equal =
            (0..new.len()).filter(free).find(|at| new.get(*at).is_some_and(|one| one.filters == request.filters));
        pairs.extend(equal.map(|at| (index, at)));
    }
    pairs
}

fn lines(audience: &Audience, indices: &[usize]) -> Vec<String> {
    let requests = indices.iter().filter_map(|index| audience.requests.get(*index));
    requests.map(|request| request_as_persona(request, &audience.literals, &audience.atoms)).collect()
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
