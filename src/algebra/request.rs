//! One request: the leads that pass a filter on each of some fields. And the expression it comes from.

use std::borrow::Cow;

use super::budget::{Budget, TooComplex};
use super::filter::{Filter, Union};
use super::set::ValueSet;
use crate::fields::FieldId;
use crate::source::Location;

/// A condition of the source, with its labels resolved.
#[derive(Debug, Clone)]
pub struct Literal {
    /// The field.
    pub field: FieldId,
    /// The values, in the order in which the source yields them, without duplicates.
    pub listed: Vec<u32>,
    /// Where each of the values is written; empty where they follow from what is written, as in a complement.
    pub places: Vec<Location>,
    /// Whether the values are excluded.
    pub negated: bool,
    /// Whether the values are the rest of a vocabulary, for a condition that excludes the others.
    pub complement: bool,
    /// The condition in the source.
    pub location: Location,
}

impl Literal {
    /// Whether it is for this key of the request.
    pub fn fills(&self, key: &str) -> bool {
        let row = self.field.row();
        row.exclude.filter(|_| self.negated).unwrap_or(row.include) == key
    }
}

/// A filter expression in which "not" stands only inside literals.
#[derive(Debug, Clone)]
pub enum Formula {
    /// Every lead.
    Everything,
    /// A condition: the index of its [`Literal`].
    Literal(u32),
    /// Leads of every part.
    And(Vec<Formula>),
    /// Leads of any branch.
    Or(Vec<Branch>),
}

/// One branch of an `or`.
#[derive(Debug, Clone)]
pub struct Branch {
    /// What it selects.
    pub formula: Formula,
    /// The branch in the source.
    pub location: Location,
    /// The `or` before it; before the first one, and between the values of a list, there is none.
    pub or: Option<Location>,
}

/// The leads that pass every filter. Without a filter: every lead.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// At most one filter a field, in the order of the fields.
    pub filters: Vec<Filter>,
    /// The numbered branches of the source's `or`s that it comes from, a bit each.
    pub branches: u128,
}

/// Two sides that no lead can satisfy at once.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The field.
    pub field: FieldId,
    /// The literals of both sides, in the order of the source.
    pub origins: Vec<u32>,
}

/// What is found out on the way, beside the requests.
#[derive(Debug, Default)]
pub struct Log {
    /// Sides that exclude each other.
    pub conflicts: Vec<Conflict>,
    /// Values that are included and excluded at once.
    pub dead: Vec<(FieldId, u32)>,
    /// Fields on which branches together leave nobody out, with the literals concerned.
    pub everything: Vec<(FieldId, Vec<u32>)>,
}

/// Conflicts remembered at most: enough to explain, however large the expression.
const MAX_CONFLICTS: usize = 256;

impl Request {
    /// The request that asks for `filter` only.
    pub fn of(filter: Filter) -> Self {
        Request { filters: vec![filter], branches: 0 }
    }

    /// The filter on `field`.
    pub fn filter(&self, field: FieldId) -> Option<&Filter> {
        let index = self.filters.binary_search_by_key(&field, |filter| filter.field).ok()?;
        self.filters.get(index)
    }

    /// Ask for `filter` too; `false` if that leaves nobody.
    pub fn conjoin_filter(&mut self, filter: &Filter, log: &mut Log) -> bool {
        self.conjoin_part(Cow::Borrowed(filter), log)
    }

    /// As [`Request::conjoin_filter`], for a filter that nobody else needs.
    pub fn conjoin_part(&mut self, filter: Cow<Filter>, log: &mut Log) -> bool {
        match self.filters.binary_search_by_key(&filter.field, |own| own.field) {
            Ok(index) => {
                let own = &mut self.filters[index];
                let possible = own.conjoin(&filter, &mut log.dead);
                if !possible && log.conflicts.len() < MAX_CONFLICTS {
                    log.conflicts.push(Conflict { field: filter.field, origins: own.origins.clone() });
                }
                possible
            }
            Err(index) => {
                let possible = !filter.includes.iter().any(ValueSet::is_empty);
                self.filters.insert(index, filter.into_owned());
                possible
            }
        }
    }

    /// Ask for `other` too; `None` if that leaves nobody.
    pub fn conjoin(&self, other: &Request, log: &mut Log) -> Option<Request> {
        let mut both = self.clone();
        both.branches |= other.branches;
        other.filters.iter().all(|filter| both.conjoin_filter(filter, log)).then_some(both)
    }

    /// Whether every lead found here is found by `other`.
    pub fn implies(&self, other: &Request) -> bool {
        let implied = |wanted: &Filter| self.filter(wanted.field).is_some_and(|own| own.implies(wanted));
        other.filters.iter().all(implied)
    }

    /// Whether some lead may be found here and by `other`: the same as asking for both at once, without doing it.
    pub fn meets(&self, other: &Request) -> bool {
        let mut others = other.filters.iter().peekable();
        self.filters.iter().all(|own| {
            while others.next_if(|other| other.field < own.field).is_some() {}
            others.peek().is_none_or(|other| other.field != own.field || own.meets(other))
        })
    }

    /// Whether anybody can be where it wants its leads to be.
    pub fn is_possible(&self) -> bool {
        self.filters.iter().all(Filter::is_possible)
    }

    /// Whether the API has keys for all of it.
    pub fn is_expressible(&self) -> bool {
        self.filters.iter().all(Filter::is_expressible)
    }

    /// What the API can say of this request: all of it, or the leads that pass each filter with one value.
    pub fn expressible_part(self) -> Option<Request> {
        if self.is_expressible() {
            return Some(self);
        }
        let one_list =
            |filter: &Filter| if filter.is_expressible() { Some(filter.clone()) } else { filter.in_one_list() };
        let filters: Option<Vec<Filter>> = self.filters.iter().map(one_list).collect();
        Some(Request { filters: filters?, ..self }).filter(Request::is_expressible)
    }

    /// The leads that are found here and by `other` if the filters on `field` are united: the part of the
    /// union that neither of the two may say alone.
    pub fn consensus(&self, other: &Request, field: FieldId) -> Option<Request> {
        let union = self.filter(field)?.unite(other.filter(field)?);
        let mut request = self.without(field).conjoin(&other.without(field), &mut Log::default())?;
        match union {
            Union::Inexpressible => return None,
            Union::Everything => {}
            Union::Filter(filter) => request = request.with(filter),
        }
        Some(request)
    }

    /// The same request without its filter on `field`.
    pub fn without(&self, field: FieldId) -> Request {
        let others = self.filters.iter().filter(|filter| filter.field != field);
        Request { filters: others.cloned().collect(), branches: self.branches }
    }

    /// What it takes to work on this request, in steps of a budget.
    pub fn steps(&self) -> usize {
        self.filters.iter().map(Filter::steps).sum()
    }

    /// Whether the API can say this request and `filter` at once.
    fn can_also_ask(&self, filter: &Filter) -> bool {
        let Some(own) = self.filter(filter.field) else { return filter.is_expressible() };
        let mut both = own.clone();
        !both.conjoin(filter, &mut vec![]) || both.is_expressible()
    }

    /// The same request with `filter` in place of its own on that field.
    #[must_use]
    pub fn with(&self, filter: Filter) -> Request {
        let mut request = self.without(filter.field);
        let at = request.filters.partition_point(|own| own.field < filter.field);
        request.filters.insert(at, filter);
        request
    }

    /// The leads found here and not by `other`, as requests that share no lead. What the API cannot ask for
    /// beside this request comes last, so that no further piece has to ask for it.
    ///
    /// # Errors
    ///
    /// [`TooComplex`] when the budget is used up.
    pub fn subtract(&self, other: &Request, budget: &mut Budget) -> Result<Vec<Request>, TooComplex> {
        let mut pieces = vec![];
        let mut left = self.clone();
        let mut log = Log::default();
        let mut parts: Vec<Filter> = other.filters.iter().flat_map(Filter::parts).collect();
        parts.sort_by_cached_key(|part| !self.can_also_ask(part));
        for part in parts {
            budget.spend(1 + left.steps())?;
            let mut piece = left.clone();
            if piece.conjoin_filter(&part.complement(), &mut log) {
                pieces.push(piece);
            }
            if !left.conjoin_filter(&part, &mut log) {
                return Ok(vec![self.clone()]);
            }
        }
        Ok(pieces)
    }

    /// Where the source first yields it, for a stable order.
    pub fn first_yielded(&self) -> Vec<u32> {
        let mut origins: Vec<u32> = self.filters.iter().flat_map(|filter| filter.origins.iter().copied()).collect();
        origins.sort_unstable();
        origins.dedup();
        origins
    }
}
