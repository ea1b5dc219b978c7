//! From a formula to the fewest requests whose union it is.

use std::borrow::Cow;

use super::budget::{Budget, TooComplex};
use super::cover::fewest;
use super::filter::Filter;
use super::request::{Branch, Conflict, Formula, Literal, Log, Request};
use super::simplify::simplify;
use crate::source::Location;

/// What became of a formula.
#[derive(Debug)]
pub struct Normal {
    /// The fewest requests found, in the order in which the source yields them. None: nobody can match. One
    /// without a filter: everybody does.
    pub requests: Vec<Request>,
    /// What was found out on the way.
    pub log: Log,
    /// Every `or` that takes several requests, the outermost first.
    pub ors: Vec<OrNode>,
    /// Branches of `or`s that can match nobody.
    pub dead_branches: Vec<Location>,
}

/// An `or` that takes several requests.
#[derive(Debug)]
pub struct OrNode {
    depth: usize,
    /// Where each branch stands, and the `or` before it.
    pub branches: Vec<(Location, Option<Location>)>,
    /// The requests that each branch alone takes.
    pub requests: Vec<Vec<Request>>,
}

/// Branches of `or`s that are watched for being dead: one bit each.
const WATCHED_BRANCHES: usize = 128;

/// The fewest requests whose union is `formula`.
///
/// # Errors
///
/// [`TooComplex`] when the expression takes more work than a second or so.
pub fn normalise(formula: &Formula, literals: &[Literal], budget: &mut Budget) -> Result<Normal, TooComplex> {
    let mut normaliser = Normaliser { literals, budget, log: Log::default(), ors: vec![], watched: vec![] };
    let requests = normaliser.requests(formula, 0)?;
    let Normaliser { log, mut ors, watched, .. } = normaliser;
    let alive = requests.iter().fold(0, |alive, request| alive | request.branches);
    let dead = watched.iter().enumerate().filter(|(bit, _)| alive & (1 << bit) == 0);
    let dead_branches = outermost(dead.map(|(_, location)| *location).collect());
    let mut requests = fewest(requests, budget)?;
    if requests.len() > 1 {
        requests.sort_by_cached_key(Request::first_yielded);
    }
    ors.sort_by_key(|or| or.depth);
    Ok(Normal { requests, log, ors, dead_branches })
}

fn outermost(locations: Vec<Location>) -> Vec<Location> {
    let inside = |inner: &Location, outer: &Location| {
        inner != outer
            && inner.file == outer.file
            && outer.span.start <= inner.span.start
            && inner.span.end <= outer.span.end
    };
    locations.iter().filter(|inner| !locations.iter().any(|outer| inside(inner, outer))).copied().collect()
}

struct Normaliser<'a> {
    literals: &'a [Literal],
    budget: &'a mut Budget,
    log: Log,
    ors: Vec<OrNode>,
    watched: Vec<Location>,
}

impl Normaliser<'_> {
    fn requests(&mut self, formula: &Formula, depth: usize) -> Result<Vec<Request>, TooComplex> {
        self.budget.spend(1)?;
        match formula {
            Formula::Everything => Ok(vec![Request::default()]),
            Formula::Literal(index) => Ok(self.literal(*index).map(Request::of).into_iter().collect()),
            Formula::And(parts) => self.and(parts, depth),
            Formula::Or(branches) => self.or(branches, depth),
        }
    }

    /// The filter of a literal; `None` if it can match nobody.
    fn literal(&mut self, index: u32) -> Option<Filter> {
        let literal = &self.literals[index as usize];
        let values = literal.listed.iter().copied().collect();
        let mut filter = match literal.negated {
            true => Filter::exclude(literal.field, values),
            false => Filter::include(literal.field, values),
        };
        filter.origins.push(index);
        if literal.listed.is_empty() && !literal.negated {
            self.log.conflicts.push(Conflict { field: literal.field, origins: vec![index] });
            return None;
        }
        Some(filter)
    }

    fn and(&mut self, parts: &[Formula], depth: usize) -> Result<Vec<Request>, TooComplex> {
        let mut all = vec![Request::default()];
        for part in parts {
            if let Formula::Literal(index) = part {
                self.and_literal(&mut all, *index)?;
            } else {
                let factor = self.requests(part, depth + 1)?;
                all = self.product(&all, &factor)?;
            }
        }
        Ok(all)
    }

    fn and_literal(&mut self, all: &mut Vec<Request>, index: u32) -> Result<(), TooComplex> {
        let Some(filter) = self.literal(index) else {
            all.clear();
            return Ok(());
        };
        let field = filter.field;
        let includes = |request: &Request| request.filter(field).map_or(0, |own| own.includes.len());
        self.budget.spend(1 + all.iter().map(includes).sum::<usize>())?;
        match all.as_mut_slice() {
            [only] => {
                if !only.conjoin_part(Cow::Owned(filter), &mut self.log) {
                    all.clear();
                }
            }
            _ => all.retain_mut(|request| request.conjoin_filter(&filter, &mut self.log)),
        }
        Ok(())
    }

    fn product(&mut self, left: &[Request], right: &[Request]) -> Result<Vec<Request>, TooComplex> {
        let size = |requests: &[Request]| requests.iter().map(|request| 1 + request.filters.len()).sum::<usize>();
        self.budget.spend(size(left) * right.len() + size(right) * left.len())?;
        let pairs = left.iter().flat_map(|one| right.iter().map(move |other| (one, other)));
        let both = pairs.filter_map(|(one, other)| one.conjoin(other, &mut self.log)).collect();
        simplify(both, &mut self.log, self.budget)
    }

    fn or(&mut self, branches: &[Branch], depth: usize) -> Result<Vec<Request>, TooComplex> {
        let mut each = vec![];
        for branch in branches {
            each.push(self.branch(branch, depth)?);
        }
        let all = simplify(each.iter().flatten().cloned().collect(), &mut self.log, self.budget)?;
        if all.len() > 1 {
            let branches = branches.iter().map(|branch| (branch.location, branch.or)).collect();
            self.ors.push(OrNode { depth, branches, requests: each });
        }
        Ok(all)
    }

    fn branch(&mut self, branch: &Branch, depth: usize) -> Result<Vec<Request>, TooComplex> {
        let bit = self.watched.len();
        let watched = bit < WATCHED_BRANCHES;
        if watched {
            self.watched.push(branch.location);
        }
        let mut requests = self.requests(&branch.formula, depth + 1)?;
        if watched {
            requests.iter_mut().for_each(|request| request.branches |= 1 << bit);
        }
        Ok(requests)
    }
}
