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

/// The same union as `requests`, without a lead in two of them: later ones leave out what earlier ones cover.
/// Where that cannot be said in the order given, requests that can be left out exactly go first.
///
/// # Errors
///
/// [`Overlap`] says which filter cannot be left out.
pub fn disjoint(requests: &[Request], budget: &mut Budget) -> Result<Vec<Request>, Overlap> {
    in_order(requests, budget).or_else(|overlap| {
        let mut reordered = requests.to_vec();
        reordered.sort_by_key(|request| request.filters.iter().filter(|filter| !can_be_left_out(filter.field)).count());
        in_order(&reordered, budget).map_err(|_| overlap)
    })
}

fn can_be_left_out(field: FieldId) -> bool {
    field.row().kind == Kind::ClosedOne || field.row().exclude.is_some()
}

fn in_order(requests: &[Request], budget: &mut Budget) -> Result<Vec<Request>, Overlap> {
    let mut apart: Vec<Request> = vec![];
    for request in requests {
        let mut pieces = vec![request.clone()];
        for earlier in &apart {
            pieces = leave_out(pieces, earlier, budget)?;
        }
        apart.extend(simplify(pieces, &mut Log::default(), budget)?);
    }
    Ok(apart)
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
