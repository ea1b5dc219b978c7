//! Fewer requests with the same union, by two cheap rules: unite those that differ in one include list only,
//! and drop those that are contained in another.

use std::collections::HashMap;

use super::budget::{Budget, TooComplex};
use super::filter::Filter;
use super::request::{Log, Request};
use super::set::{ValueSet, merge_sorted};
use crate::fields::{FieldId, Kind};

/// Apply both rules until nothing changes.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn simplify(requests: Vec<Request>, log: &mut Log, budget: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let mut requests = requests;
    loop {
        let count = requests.len();
        if count > 1 {
            requests = unite_all(requests, log, budget)?;
            requests = absorb(requests, budget)?;
        }
        if requests.len() == count {
            return Ok(requests);
        }
    }
}

fn unite_all(requests: Vec<Request>, log: &mut Log, budget: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let mut requests = requests;
    for field in fields_of(&requests) {
        if requests.len() > 1 {
            budget.spend(requests.len())?;
            requests = unite_on(requests, field, log);
        }
    }
    Ok(requests)
}

fn fields_of(requests: &[Request]) -> Vec<FieldId> {
    let all = requests.iter().flat_map(|request| request.filters.iter().map(|filter| filter.field));
    let mut fields: Vec<FieldId> = all.collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// What requests must share to be united on a field: all that they ask beside its include list.
type Rest = Vec<(FieldId, Vec<ValueSet>, ValueSet)>;

/// Unite the requests that differ in the include list of `field` only.
fn unite_on(requests: Vec<Request>, field: FieldId, log: &mut Log) -> Vec<Request> {
    let mut groups: HashMap<Rest, usize> = HashMap::new();
    let mut united: Vec<Vec<Request>> = vec![];
    for request in requests {
        let place = rest_of(&request, field).map(|rest| *groups.entry(rest).or_insert(united.len()));
        match place {
            Some(place) if place < united.len() => united[place].push(request),
            _ => united.push(vec![request]),
        }
    }
    united.into_iter().filter_map(|group| unite_group(group, field, log)).collect()
}

fn rest_of(request: &Request, field: FieldId) -> Option<Rest> {
    let own = request.filter(field)?;
    if own.includes.len() != 1 || field.row().kind == Kind::Single {
        return None;
    }
    let ask = |filter: &Filter| match filter.field == field {
        true => (field, vec![], filter.exclude.clone()),
        false => (filter.field, filter.includes.clone(), filter.exclude.clone()),
    };
    Some(request.filters.iter().map(ask).collect())
}

fn unite_group(group: Vec<Request>, field: FieldId, log: &mut Log) -> Option<Request> {
    let mut requests = group.into_iter();
    let mut united = requests.next()?;
    let mut values: Vec<u32> = vec![];
    for other in requests {
        united.branches |= other.branches;
        values
            .extend(other.filter(field).into_iter().flat_map(|filter| filter.includes.iter().flat_map(ValueSet::iter)));
        for (own, same) in united.filters.iter_mut().zip(&other.filters) {
            merge_sorted(&mut own.origins, &same.origins);
        }
    }
    if !values.is_empty() {
        add_values(&mut united, field, values, log);
    }
    Some(united)
}

/// Let the request include `values` too; a filter that leaves nobody out is dropped.
fn add_values(united: &mut Request, field: FieldId, values: Vec<u32>, log: &mut Log) {
    let Ok(index) = united.filters.binary_search_by_key(&field, |filter| filter.field) else { return };
    let filter = &mut united.filters[index];
    let own: Vec<u32> = filter.includes.iter().flat_map(ValueSet::iter).collect();
    filter.includes = vec![own.into_iter().chain(values).collect()];
    if filter.is_everything() {
        log.everything.push((field, std::mem::take(&mut filter.origins)));
        united.filters.remove(index);
    }
}

/// Drop the requests that are contained in another; of equal ones the first stays.
fn absorb(requests: Vec<Request>, budget: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let mut kept: Vec<Request> = vec![];
    for request in requests {
        budget.spend(kept.len() * (1 + request.filters.len()))?;
        if let Some(larger) = kept.iter_mut().find(|larger| request.implies(larger)) {
            larger.branches |= request.branches;
            continue;
        }
        let mut request = request;
        kept.retain(|smaller| {
            let absorbed = smaller.implies(&request);
            if absorbed {
                request.branches |= smaller.branches;
            }
            !absorbed
        });
        kept.push(request);
    }
    Ok(kept)
}
