//! Finding the personas that contain another without comparing each with each.
//!
//! A request that contains another allows all values that the other asks for. So each request is filed under the
//! values of one of its filters, the one that is asked for least, and whoever is looked up asks only for the requests
//! that are filed under one of its own values.

use std::collections::HashMap;

use crate::algebra::{Filter, Request, ValueSet};
use crate::fields::{FieldId, Values};

/// A request of a persona: the persona, and which of its requests.
type Place = (usize, usize);

/// Requests, by a value that whoever is inside them must have.
pub struct Index {
    filed: HashMap<(FieldId, u32), Vec<Place>>,
    /// Requests that include no value.
    loose: Vec<Place>,
}

impl Index {
    /// File the requests of each persona.
    pub fn new(personas: &[Vec<Request>]) -> Index {
        let asked = asked(personas);
        let mut index = Index { filed: HashMap::new(), loose: vec![] };
        for (persona, requests) in personas.iter().enumerate() {
            for (part, request) in requests.iter().enumerate() {
                index.file(request, (persona, part), &asked);
            }
        }
        index
    }

    fn file(&mut self, request: &Request, place: Place, asked: &HashMap<(FieldId, u32), usize>) {
        let cost = |filter: &&Filter| -> usize {
            values(filter).map(|value| asked.get(&(filter.field, value)).copied().unwrap_or_default()).sum()
        };
        let Some(rarest) = request.filters.iter().filter(|filter| !filter.includes.is_empty()).min_by_key(cost) else {
            self.loose.push(place);
            return;
        };
        for value in values(rarest) {
            self.filed.entry((rarest.field, value)).or_default().push(place);
        }
    }

    /// For each persona, the others that find all of its leads; sorted.
    pub fn containments(&self, personas: &[Vec<Request>]) -> Vec<Vec<usize>> {
        let around = |(own, requests): (usize, &Vec<Request>)| {
            let each = requests.iter().map(|request| self.around(request, own, personas));
            each.reduce(|all, some| all.into_iter().filter(|one| some.contains(one)).collect()).unwrap_or_default()
        };
        personas.iter().enumerate().map(around).collect()
    }

    /// The personas other than `own` of which one request contains `request`.
    fn around(&self, request: &Request, own: usize, personas: &[Vec<Request>]) -> Vec<usize> {
        let filed = keys(request).filter_map(|key| self.filed.get(&key)).flatten();
        let contains = |place: &&Place| place.0 != own && request.implies(&personas[place.0][place.1]);
        let mut found: Vec<usize> = filed.chain(&self.loose).filter(contains).map(|place| place.0).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// How many requests are looked up under each value.
fn asked(personas: &[Vec<Request>]) -> HashMap<(FieldId, u32), usize> {
    let mut asked = HashMap::new();
    for key in personas.iter().flatten().flat_map(keys) {
        *asked.entry(key).or_default() += 1;
    }
    asked
}

/// The first set of values that the filter includes.
fn values(filter: &Filter) -> impl Iterator<Item = u32> {
    filter.includes.first().into_iter().flat_map(ValueSet::iter)
}

/// Under which values the requests around this one may be filed: one value of each filter, and what contains it.
fn keys(request: &Request) -> impl Iterator<Item = (FieldId, u32)> {
    request.filters.iter().flat_map(|filter| {
        let first = values(filter).next();
        let outer = first.map(|value| outer(filter.field, value)).unwrap_or_default();
        first.into_iter().chain(outer.iter().copied()).map(|value| (filter.field, value))
    })
}

fn outer(field: FieldId, value: u32) -> &'static [u32] {
    match field.row().values {
        Values::Listed(table) => table.ancestors(value),
        _ => &[],
    }
}
