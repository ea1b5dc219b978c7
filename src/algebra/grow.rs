//! A shortcut to large requests: each one grows value by value as long as the union covers it. It finds one of the
//! largest requests around each, not all of them, and needs no others on the way.

use std::collections::BTreeMap;

use super::budget::{Budget, TooComplex};
use super::coverage::is_covered;
use super::filter::{Filter, Union};
use super::request::Request;
use super::set::{ValueSet, merge_sorted};
use crate::fields::FieldId;

/// Requests with the same union, each as large as the union allows.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn grown(requests: &[Request], steps: &mut Budget) -> Result<Vec<Request>, TooComplex> {
    let union: Vec<&Request> = requests.iter().collect();
    let mut grown: Vec<Request> = vec![];
    for request in requests {
        if !grown.iter().any(|larger| request.implies(larger)) {
            let larger = grow(request.clone(), &union, steps)?;
            grown.retain(|smaller| !smaller.implies(&larger));
            grown.push(larger);
        }
    }
    Ok(grown)
}

fn grow(mut request: Request, union: &[&Request], steps: &mut Budget) -> Result<Request, TooComplex> {
    let fields: Vec<FieldId> = request.filters.iter().map(|filter| filter.field).collect();
    for field in fields {
        let without = request.without(field);
        if is_covered(&without, union, steps)? {
            request = without;
            continue;
        }
        for more in values_asked_for(field, union) {
            let Some(own) = request.filter(field) else { break };
            let larger = match own.unite(&more) {
                Union::Filter(filter) => request.with(filter),
                Union::Everything | Union::Inexpressible => continue,
            };
            if !larger.implies(&request) && is_covered(&larger, union, steps)? {
                request = larger;
            }
        }
    }
    Ok(request)
}

/// A filter for each value that the requests include on `field`.
fn values_asked_for(field: FieldId, union: &[&Request]) -> Vec<Filter> {
    let mut origins: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for filter in union.iter().filter_map(|request| request.filter(field)) {
        for value in filter.includes.iter().flat_map(ValueSet::iter) {
            merge_sorted(origins.entry(value).or_default(), &filter.origins);
        }
    }
    let filter = |(value, origins)| Filter { origins, ..Filter::include(field, std::iter::once(value).collect()) };
    origins.into_iter().map(filter).collect()
}
