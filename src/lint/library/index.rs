//! Finding the personas that contain another without comparing each with each.
//!
//! A request that contains another allows all values that the other asks for. So each request is filed under the
//! values of one of its filters, the one that is asked for least; and whoever is looked up asks, for each of its own
//! filters, for the requests that are filed under the rarest of its values.

use rustc_hash::FxHashMap;

use super::each;
use crate::algebra::{Filter, Request, Shape, ValueSet};
use crate::fields::FieldId;

/// A value of a field.
type Key = (FieldId, u32);

/// A request of a persona.
#[derive(Debug, Clone, Copy)]
struct Place {
    persona: u32,
    request: u32,
}

/// Requests, by a value that whoever is inside them must have.
pub struct Index<'a> {
    personas: Vec<&'a [Request]>,
    /// The shape of each request.
    shapes: Vec<Vec<Shape>>,
    /// Under which values the requests around each request may be filed.
    keys: Vec<Vec<Vec<Key>>>,
    filed: FxHashMap<Key, Vec<Place>>,
    /// Requests that include no value.
    loose: Vec<Place>,
}

impl<'a> Index<'a> {
    /// File the requests of each persona.
    pub fn new(personas: Vec<&'a [Request]>) -> Self {
        let common = Common::new(&personas);
        let keys: Vec<Vec<Vec<Key>>> =
            each(&personas, |requests| requests.iter().map(|one| common.keys(one)).collect());
        let mut asked: FxHashMap<Key, usize> = FxHashMap::default();
        keys.iter().flatten().flatten().for_each(|key| *asked.entry(*key).or_default() += 1);
        let shapes = each(&personas, |requests| requests.iter().map(Shape::of).collect());
        let mut index = Index { personas, shapes, keys, filed: FxHashMap::default(), loose: vec![] };
        for persona in 0..index.personas.len() {
            for (number, request) in index.personas[persona].iter().enumerate() {
                index.file(request, Place { persona: persona as u32, request: number as u32 }, &asked);
            }
        }
        index
    }

    fn file(&mut self, request: &Request, place: Place, asked: &FxHashMap<Key, usize>) {
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

    /// The personas, in their order, that find all leads of `own`; itself is not among them.
    pub fn around(&self, own: usize) -> Vec<usize> {
        let each = (0..self.personas[own].len()).map(|request| self.around_request(own, request));
        each.reduce(|all, some| all.into_iter().filter(|one| some.contains(one)).collect()).unwrap_or_default()
    }

    /// The personas other than `own` of which one request contains this request of `own`.
    fn around_request(&self, own: usize, request: usize) -> Vec<usize> {
        let shape = self.shapes[own][request];
        let filed = self.keys[own][request].iter().filter_map(|key| self.filed.get(key)).flatten();
        let contains = |place: &&Place| {
            let (persona, other) = (place.persona as usize, place.request as usize);
            persona != own
                && shape.may_be_inside(self.shapes[persona][other])
                && self.personas[own][request].implies(&self.personas[persona][other])
        };
        let mut found: Vec<usize> =
            filed.chain(&self.loose).filter(contains).map(|place| place.persona as usize).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether every request of `inner` is inside one of `outer`.
    pub fn is_inside(&self, inner: usize, outer: usize) -> bool {
        let outer = self.personas[outer];
        self.personas[inner].iter().all(|request| outer.iter().any(|other| request.implies(other)))
    }
}

/// The first set of values that the filter includes.
fn values(filter: &Filter) -> impl Iterator<Item = u32> {
    filter.includes.first().into_iter().flat_map(ValueSet::iter)
}

/// How often each value is included.
struct Common(FxHashMap<Key, usize>);

impl Common {
    fn new(personas: &[&[Request]]) -> Common {
        let mut common = FxHashMap::default();
        for filter in personas.iter().copied().flatten().flat_map(|request| &request.filters) {
            values(filter).for_each(|value| *common.entry((filter.field, value)).or_default() += 1);
        }
        Common(common)
    }

    /// Under which values the requests around this one may be filed: the rarest value of each filter, and what
    /// contains it.
    fn keys(&self, request: &Request) -> Vec<Key> {
        let rarest = |filter: &Filter| {
            let value = values(filter).min_by_key(|value| self.around(filter.field, *value))?;
            Some(with_outer(filter.field, value))
        };
        request.filters.iter().filter_map(rarest).flatten().collect()
    }

    fn around(&self, field: FieldId, value: u32) -> usize {
        with_outer(field, value).filter_map(|key| self.0.get(&key)).sum()
    }
}

fn with_outer(field: FieldId, value: u32) -> impl Iterator<Item = Key> {
    std::iter::once(value).chain(outer(field, value).iter().copied()).map(move |value| (field, value))
}

fn outer(field: FieldId, value: u32) -> &'static [u32] {
    field.row().table().map_or(&[], |table| table.ancestors(value))
}
