//! Whether requests together find all that another one finds.

use super::budget::{Budget, TooComplex};
use super::filter::{Filter, holds};
use super::request::Request;
use super::set::ValueSet;
use crate::fields::FieldId;

/// Leads that are tried before the algebra is asked.
const TRIED: usize = 8;

/// Whether every lead of `request` is found by one of `others`.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn is_covered(request: &Request, others: &[&Request], steps: &mut Budget) -> Result<bool, TooComplex> {
    covers(others, request, |_| true, steps)
}

/// Whether `requests` find every lead of `request` who can be in a piece of it that is `possible`.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn covers(
    requests: &[&Request],
    request: &Request,
    possible: fn(&Request) -> bool,
    steps: &mut Budget,
) -> Result<bool, TooComplex> {
    steps.spend(1 + requests.len())?;
    if requests.iter().any(|other| request.implies(other)) {
        return Ok(true);
    }
    Ok(!is_missed(request, requests) && !leaves_some(request, requests, possible, steps)?)
}

/// Whether there is a lead that `request` finds and surely none of `others`, among those with no more values than the
/// request asks for. It tells most unions apart, and those that the algebra would take long for.
fn is_missed(request: &Request, others: &[&Request]) -> bool {
    let value = |set: &ValueSet, turn: usize| set.iter().nth(turn % set.len().max(1));
    let values = |filter: &Filter, turn| filter.includes.iter().filter_map(|set| value(set, turn)).collect();
    (0..TRIED).any(|turn| {
        let lead: Vec<(FieldId, Vec<u32>)> =
            request.filters.iter().map(|filter| (filter.field, values(filter, turn))).collect();
        !others.iter().any(|other| may_find(other, &lead))
    })
}

/// Whether `request` may find a lead with these values and, on open fields, no others. On fields of which a lead has a
/// value that is not among them anything may be.
fn may_find(request: &Request, lead: &[(FieldId, Vec<u32>)]) -> bool {
    request.filters.iter().all(|filter| {
        let Some((_, values)) = lead.iter().find(|(field, _)| *field == filter.field) else {
            return filter.includes.is_empty() || filter.field.row().vocabulary().is_some();
        };
        let has = |set: &ValueSet| values.iter().any(|value| holds(filter.field, set, *value));
        filter.includes.iter().all(has) && !has(&filter.exclude)
    })
}

/// Whether somebody is found by `request` and by none of `others`. It follows one piece of what is left to the end before
/// it looks at the next: where there are many, most often the first tells.
fn leaves_some(
    request: &Request,
    others: &[&Request],
    possible: fn(&Request) -> bool,
    steps: &mut Budget,
) -> Result<bool, TooComplex> {
    let Some((first, others)) = others.split_first() else { return Ok(true) };
    for piece in request.subtract(first, steps)? {
        if possible(&piece) && leaves_some(&piece, others, possible, steps)? {
            return Ok(true);
        }
    }
    Ok(false)
}
