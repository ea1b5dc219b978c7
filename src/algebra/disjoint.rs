//! Requests with the same union that share no lead, so that nobody is delivered and paid for twice.

use super::budget::{Budget, TooComplex};
use super::filter::Filter;
use super::request::{Log, Request};
use super::simplify::simplify;
use crate::fields::{FieldId, Kind};

/// Why requests cannot be kept apart.
#[derive(Debug, Clone)]
pub enum Overlap {
    /// The API cannot leave out what `filter` of an earlier request covers.
    Inexpressible(Box<Filter>),
    /// The pieces grow out of all bounds.
    TooComplex,
}

impl From<TooComplex> for Overlap {
    fn from(_: TooComplex) -> Self {
        Overlap::TooComplex
    }
}

/// Requests that share no lead.
#[derive(Debug, Clone)]
pub struct Apart {
    /// The requests.
    pub requests: Vec<Request>,
    /// Fields whose rest of the vocabulary keeps requests apart that did not ask for the field at all. A lead
    /// whose value is not known is in no rest, and so is found by none of them.
    pub unknown: Vec<FieldId>,
}

/// The same union as `requests`, without a lead in two of them: later ones leave out what earlier ones cover. Of
/// several orders the one that loses the fewest leads of unknown value counts, then the one that takes the fewest
/// requests, then the one of the source. Where none of a few works, one is searched for.
///
/// # Errors
///
/// [`Overlap`] says which filter cannot be left out.
pub fn disjoint(requests: &[Request], budget: &mut Budget) -> Result<Apart, Overlap> {
    let mut hard_last = requests.to_vec();
    hard_last.sort_by_key(|request| request.filters.iter().filter(|filter| !can_be_left_out(filter.field)).count());
    let backwards: Vec<Request> = requests.iter().rev().cloned().collect();
    let in_source_order = in_order(requests, budget);
    let others = [in_order(&hard_last, budget), in_order(&backwards, budget)];
    let found = std::iter::once(in_source_order.clone()).chain(others).filter_map(Result::ok);
    let best = found.min_by_key(|apart| (apart.unknown.len(), apart.requests.len()));
    best.map_or_else(|| in_order(&left_out_first(requests, budget)?, budget).or(in_source_order), Ok)
}

/// The requests in an order in which all later ones can leave out each one, where there is such an order; else
/// in the order given as far as possible.
fn left_out_first(requests: &[Request], budget: &mut Budget) -> Result<Vec<Request>, Overlap> {
    let mut waiting = requests.to_vec();
    let mut ordered = vec![];
    while !waiting.is_empty() {
        let mut next = 0;
        for index in 0..waiting.len() {
            if is_left_out_by_others(index, &waiting, budget)? {
                next = index;
                break;
            }
        }
        ordered.push(waiting.remove(next));
    }
    Ok(ordered)
}

fn is_left_out_by_others(index: usize, requests: &[Request], budget: &mut Budget) -> Result<bool, Overlap> {
    for other in requests.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, other)| other) {
        match leave_out(vec![other.clone()], &requests[index], budget) {
            Ok(_) => {}
            Err(Overlap::Inexpressible(_)) => return Ok(false),
            Err(too_complex) => return Err(too_complex),
        }
    }
    Ok(true)
}

fn can_be_left_out(field: FieldId) -> bool {
    field.row().kind == Kind::ClosedOne || field.row().exclude.is_some()
}

fn in_order(requests: &[Request], budget: &mut Budget) -> Result<Apart, Overlap> {
    let mut apart: Vec<Request> = vec![];
    let mut unknown: Vec<FieldId> = vec![];
    for (index, request) in requests.iter().enumerate() {
        let mut pieces = vec![request.clone()];
        for earlier in &requests[..index] {
            pieces = leave_out(pieces, earlier, budget)?;
        }
        let pieces = simplify(pieces, &mut Log::default(), budget)?;
        unknown.extend(pieces.iter().flat_map(|piece| asked_newly(piece, request)));
        apart.extend(pieces);
    }
    unknown.sort_unstable();
    unknown.dedup();
    Ok(Apart { requests: apart, unknown })
}

/// Fields of which a lead has exactly one value, and which only the piece asks for.
fn asked_newly(piece: &Request, request: &Request) -> impl Iterator<Item = FieldId> {
    let fields = piece.filters.iter().map(|filter| filter.field);
    fields.filter(|field| field.row().kind == Kind::ClosedOne && request.filter(*field).is_none())
}

fn leave_out(pieces: Vec<Request>, earlier: &Request, budget: &mut Budget) -> Result<Vec<Request>, Overlap> {
    let mut left = vec![];
    for piece in pieces {
        for part in piece.subtract(earlier, budget)? {
            match inexpressible(&part) {
                Some(filter) => return Err(Overlap::Inexpressible(Box::new(filter.clone()))),
                None => left.push(part),
            }
        }
    }
    Ok(left)
}

fn inexpressible(request: &Request) -> Option<&Filter> {
    request.filters.iter().find(|filter| !filter.is_expressible())
}
