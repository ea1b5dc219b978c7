//! The fewest requests: every largest request inside the union (its prime implicants), found by consensus, then
//! as few of them as cover the union.

use super::budget::{Budget, TooComplex};
use super::coverage::is_covered;
use super::grow::grown;
use super::request::Request;

/// Steps spent on looking for larger requests before it is given up; what was found by then is exact all the
/// same.
const SEARCH_STEPS: usize = 400_000;

/// Largest requests looked at; beyond, the search is given up.
const MAX_PRIMES: usize = 192;

/// Up to this many requests that can be left out one by one, every choice is tried.
const MAX_CHOICES: usize = 12;

/// As few requests as have the same union.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn fewest(requests: Vec<Request>, budget: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    if requests.len() < 2 || requests.len() > MAX_PRIMES {
        return Ok(requests);
    }
    budget.spend(requests.len())?;
    let found = search(requests.clone()).or_else(|_| {
        let grown = grown(&requests, &mut Budget::of(SEARCH_STEPS))?;
        if grown.len() < requests.len() { search(grown.clone()).or(Ok(grown)) } else { Err(TooComplex) }
    });
    let needed = greedy(&[], requests.clone(), &mut Budget::of(SEARCH_STEPS)).unwrap_or(requests);
    Ok(match found {
        // Of equally many, the requests as they are written: larger ones would overlap more, and a lead that
        // several find is paid for several times.
        Ok(found) if found.len() < needed.len() => found,
        _ => needed,
    })
}

fn search(requests: Vec<Request>) -> Result<Vec<Request>, TooComplex> {
    let mut steps = Budget::of(SEARCH_STEPS);
    primes(requests, &mut steps).and_then(|primes| fewest_of(primes, &mut steps))
}

/// All largest requests inside the union: add what two of them make together until nothing new comes.
fn primes(requests: Vec<Request>, steps: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let mut primes: Vec<Request> = vec![];
    let mut waiting: std::collections::VecDeque<Request> = requests.into();
    while let Some(request) = waiting.pop_front() {
        steps.spend(1 + primes.len() * (1 + request.steps()))?;
        if primes.iter().any(|larger| request.implies(larger)) {
            continue;
        }
        primes.retain(|smaller| !smaller.implies(&request));
        for other in &primes {
            waiting.extend(consensuses(&request, other));
        }
        primes.push(request);
        if primes.len() > MAX_PRIMES {
            return Err(TooComplex);
        }
    }
    Ok(primes)
}

/// What the two make together, each united on one field, as far as the API could say it.
fn consensuses<'a>(one: &'a Request, other: &'a Request) -> impl Iterator<Item = Request> + 'a {
    let fields = one.filters.iter().map(|filter| filter.field);
    let both = fields.filter_map(|field| one.consensus(other, field));
    let sayable = both.filter_map(Request::expressible_part);
    sayable.filter(|made| !made.implies(one) && !made.implies(other))
}

/// As few of `primes` as cover what all of them cover.
fn fewest_of(mut primes: Vec<Request>, steps: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    primes.sort_by_cached_key(|request| (!request.is_expressible(), request.first_yielded()));
    let (mut chosen, optional) = essentials(primes, steps)?;
    let missing = uncovered(&optional, &chosen, steps)?;
    if missing.is_empty() {
        return Ok(chosen);
    }
    if optional.len() > MAX_CHOICES {
        chosen.extend(greedy(&chosen, optional, steps)?);
        return Ok(chosen);
    }
    for mask in masks(optional.len()) {
        let picked = optional.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0);
        let trial: Vec<Request> = chosen.iter().chain(picked.map(|(_, request)| request)).cloned().collect();
        if uncovered(&optional, &trial, steps)?.is_empty() {
            return Ok(trial);
        }
    }
    chosen.extend(optional);
    Ok(chosen)
}

/// Those that the others do not cover, which every answer holds, and the others.
fn essentials(primes: Vec<Request>, steps: &mut Budget) -> Result<(Vec<Request>, Vec<Request>), TooComplex> {
    let mut needed = vec![];
    for index in 0..primes.len() {
        let others: Vec<&Request> = primes.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, p)| p).collect();
        needed.push(!is_covered(&primes[index], &others, steps)?);
    }
    let mut needed = needed.into_iter();
    Ok(primes.into_iter().partition(|_| needed.next().unwrap_or(true)))
}

/// Choices of some of `count`, the smaller ones first, and among those the ones of the earliest.
fn masks(count: usize) -> Vec<u32> {
    let mut masks: Vec<u32> = (1..1_u32 << count).collect();
    masks.sort_by_key(|mask| (mask.count_ones(), mask.reverse_bits().wrapping_neg()));
    masks
}

fn uncovered<'a>(
    wanted: &'a [Request],
    chosen: &[Request],
    steps: &mut Budget,
) -> Result<Vec<&'a Request>, TooComplex> {
    let chosen: Vec<&Request> = chosen.iter().collect();
    let mut missing = vec![];
    for request in wanted {
        if !is_covered(request, &chosen, steps)? {
            missing.push(request);
        }
    }
    Ok(missing)
}

/// Leave out, from the last on, what the others cover.
fn greedy(chosen: &[Request], optional: Vec<Request>, steps: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let mut kept = optional;
    for index in (0..kept.len()).rev() {
        let others: Vec<&Request> =
            chosen.iter().chain(kept.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, r)| r)).collect();
        if is_covered(&kept[index], &others, steps)? {
            kept.remove(index);
        }
    }
    Ok(kept)
}
