//! What a request asks of one field, and the set algebra of that.
//!
//! On a field of which a lead has exactly one value, a filter is a set of values. On every other field it asks
//! for at least one value of each of its include sets, and for none of its exclude set. The API can say only
//! one include set; more of them are kept while there is hope that they melt into one.

use std::borrow::Cow;

use super::places::lie_together;
use super::set::{ValueSet, merge_sorted};
use crate::fields::{FieldId, Kind, Values};

/// What one request asks of one field.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The field.
    pub field: FieldId,
    /// A lead must have a value of each of these sets; none of them implies another.
    pub includes: Vec<ValueSet>,
    /// A lead must have none of these values.
    pub exclude: ValueSet,
    /// The literals of the source that this filter comes from, ascending.
    pub origins: Vec<u32>,
}

/// The union of two filters.
pub enum Union {
    /// It is this filter.
    Filter(Filter),
    /// Every lead passes one of the two.
    Everything,
    /// No single filter says it.
    Inexpressible,
}

impl PartialEq for Filter {
    /// Filters are equal when they ask the same; where they come from does not count.
    fn eq(&self, other: &Self) -> bool {
        self.field == other.field && self.includes == other.includes && self.exclude == other.exclude
    }
}

impl Filter {
    /// Ask for one of `values`.
    pub fn include(field: FieldId, values: ValueSet) -> Self {
        Filter { field, includes: vec![values], exclude: ValueSet::empty(), origins: vec![] }
    }

    /// Ask for none of `values`. Not for fields of which a lead has exactly one value.
    pub fn exclude(field: FieldId, values: ValueSet) -> Self {
        Filter { field, includes: vec![], exclude: values, origins: vec![] }
    }

    /// Whether every lead that passes this filter passes `other`, on the same field.
    pub fn implies(&self, other: &Filter) -> bool {
        let implied = |wanted: &ValueSet| self.includes.iter().any(|own| covered(self.field, own, wanted));
        other.includes.iter().all(implied) && covered(self.field, &other.exclude, &self.exclude)
    }

    /// Ask for `other` too, on the same field; `false` when no lead can pass both. Values that turn out to be
    /// included and excluded are added to `dead`.
    pub fn conjoin(&mut self, other: &Filter, dead: &mut Vec<(FieldId, u32)>) -> bool {
        merge_sorted(&mut self.origins, &other.origins);
        if self.field.row().kind == Kind::ClosedOne {
            return self.intersect(other);
        }
        if !covered(self.field, &other.exclude, &self.exclude) {
            self.exclude = self.exclude.union(&other.exclude);
        }
        for wanted in &other.includes {
            self.require(wanted.clone());
        }
        self.drop_dead(dead)
    }

    /// Whether a lead may pass this filter and `other`, on the same field.
    pub fn meets(&self, other: &Filter) -> bool {
        if self.field.row().kind == Kind::ClosedOne {
            let mut sets = self.includes.iter().zip(&other.includes);
            return sets.all(|(own, other)| own.iter().any(|value| other.contains(value)));
        }
        let sets: Vec<Cow<ValueSet>> = self.alive_beside(other).chain(other.alive_beside(self)).collect();
        !sets.iter().any(|set| set.is_empty()) && lie_together(self.field, &sets)
    }

    /// The values of each include set that `other` does not exclude.
    fn alive_beside(&self, other: &Filter) -> impl Iterator<Item = Cow<'_, ValueSet>> {
        self.includes.iter().map(|set| match other.exclude.is_empty() {
            true => Cow::Borrowed(set),
            false => Cow::Owned(set.filter(|value| !holds(self.field, &other.exclude, value))),
        })
    }

    /// Whether a lead can be where this filter wants it to be: in one country at most.
    pub fn is_possible(&self) -> bool {
        lie_together(self.field, &self.includes)
    }

    fn intersect(&mut self, other: &Filter) -> bool {
        for (own, wanted) in self.includes.iter_mut().zip(&other.includes) {
            *own = own.intersection(wanted);
        }
        !self.includes.iter().any(ValueSet::is_empty)
    }

    fn require(&mut self, wanted: ValueSet) {
        let field = self.field;
        if self.includes.iter().any(|own| covered(field, own, &wanted)) {
            return;
        }
        self.includes.retain(|own| !covered(field, &wanted, own));
        self.includes.push(wanted);
    }

    /// Drop included values that are excluded as well; `false` when a set loses all of them.
    fn drop_dead(&mut self, dead: &mut Vec<(FieldId, u32)>) -> bool {
        if self.exclude.is_empty() || self.includes.is_empty() {
            return true;
        }
        for values in std::mem::take(&mut self.includes) {
            let alive = values.filter(|value| !holds(self.field, &self.exclude, value));
            if alive.is_empty() {
                return false;
            }
            let gone = values.iter().filter(|value| !alive.contains(*value));
            dead.extend(gone.map(|value| (self.field, value)));
            self.require(alive);
        }
        true
    }

    /// The union with `other`, on the same field, if one filter says exactly that.
    pub fn unite(&self, other: &Filter) -> Union {
        let united = match self.field.row().kind {
            Kind::ClosedOne => Some(self.unite_sets(other)),
            _ if self.implies(other) => Some(other.clone()),
            _ if other.implies(self) => Some(self.clone()),
            _ => self.unite_lists(other).or_else(|| other.unite_lists(self)),
        };
        match united {
            None => Union::Inexpressible,
            Some(filter) if filter.is_everything() => Union::Everything,
            Some(mut filter) => {
                filter.origins.clone_from(&self.origins);
                merge_sorted(&mut filter.origins, &other.origins);
                Union::Filter(filter)
            }
        }
    }

    fn unite_sets(&self, other: &Filter) -> Filter {
        let sets = self.includes.iter().zip(&other.includes);
        let includes = sets.map(|(own, wanted)| own.union(wanted)).collect();
        Filter { field: self.field, includes, exclude: ValueSet::empty(), origins: vec![] }
    }

    /// The union of two filters with at most one include set each. It is exact if what only `other` excludes
    /// is included here: a lead that `other` loses for it is found by this one.
    fn unite_lists(&self, other: &Filter) -> Option<Filter> {
        let field = self.field;
        if self.includes.len() > 1 || other.includes.len() > 1 {
            return None;
        }
        let only_other = other.exclude.filter(|value| !holds(field, &self.exclude, value));
        let found_here = match self.includes.first() {
            Some(own) => covered(field, &only_other, own),
            None => true,
        };
        if !found_here || !covered(field, &self.exclude, &other.exclude) {
            return None;
        }
        let both = other.exclude.filter(|value| holds(field, &self.exclude, value));
        let includes = match (self.includes.first(), other.includes.first()) {
            (Some(own), Some(wanted)) => vec![own.union(wanted)],
            _ => vec![],
        };
        if field.row().kind == Kind::Single && !includes.is_empty() {
            return None;
        }
        Some(Filter { field, includes, exclude: self.exclude.union(&both), origins: vec![] })
    }

    /// Whether every lead passes.
    pub fn is_everything(&self) -> bool {
        let whole = self.field.row().vocabulary().map(|closed| closed.rows().len());
        let passes = |values: &ValueSet| Some(values.len()) == whole;
        self.exclude.is_empty() && self.includes.iter().all(passes)
    }

    /// The filter as a list of filters that all ask one thing only; their intersection is this filter. What it
    /// excludes comes first: a lead with such a value needs no second include set to be told apart.
    pub fn parts(&self) -> Vec<Filter> {
        let part = |mut filter: Filter| {
            filter.origins.clone_from(&self.origins);
            filter
        };
        let includes = self.includes.iter().map(|values| part(Filter::include(self.field, values.clone())));
        let exclude = Some(&self.exclude).filter(|values| !values.is_empty());
        exclude.map(|values| part(Filter::exclude(self.field, values.clone()))).into_iter().chain(includes).collect()
    }

    /// The leads that do not pass, for a filter that asks one thing only.
    pub fn complement(&self) -> Filter {
        let mut filter = match (self.includes.first(), self.field.row().kind) {
            (Some(values), Kind::ClosedOne) => Filter::include(self.field, rest(self.field, values)),
            (Some(values), _) => Filter::exclude(self.field, values.clone()),
            (None, _) => Filter::include(self.field, self.exclude.clone()),
        };
        filter.origins.clone_from(&self.origins);
        filter
    }

    /// What it takes to work on this filter, in steps of a budget: more for long lists.
    pub fn steps(&self) -> usize {
        let values = self.includes.iter().map(ValueSet::len).sum::<usize>() + self.exclude.len();
        1 + (values + self.origins.len()) / 16
    }

    /// The leads that pass with one value for all include sets, which the API can say in one list; `None` if no value
    /// is in all of them.
    pub fn in_one_list(&self) -> Option<Filter> {
        let (first, others) = self.includes.split_first()?;
        let both = |one: ValueSet, other: &ValueSet| {
            let (in_other, in_one) = (one.filter(|value| holds(self.field, other, value)), &one);
            in_other.union(&other.filter(|value| holds(self.field, in_one, value)))
        };
        let common = others.iter().fold(first.clone(), both);
        (!common.is_empty()).then(|| Filter { includes: vec![common], ..self.clone() })
    }

    /// Whether the API has keys for this filter.
    pub fn is_expressible(&self) -> bool {
        self.includes.len() <= 1 && (self.exclude.is_empty() || self.field.row().exclude.is_some())
    }
}

/// The rest of a closed field's vocabulary.
pub fn rest(field: FieldId, values: &ValueSet) -> ValueSet {
    let count = field.row().vocabulary().map_or(0, |closed| closed.rows().len());
    ValueSet::whole(count).filter(|value| !values.contains(value))
}

/// Whether `value`, or something that contains it, is in `values`.
pub fn holds(field: FieldId, values: &ValueSet, value: u32) -> bool {
    match field.row().values {
        _ if values.is_empty() => false,
        _ if values.contains(value) => true,
        Values::Listed(table) => table.ancestors(value).iter().any(|outer| values.contains(*outer)),
        _ => false,
    }
}

/// Whether a lead that has one of `inner` has one of `outer`.
fn covered(field: FieldId, inner: &ValueSet, outer: &ValueSet) -> bool {
    inner.iter().all(|value| holds(field, outer, value))
}
