//! What two requests ask of each field: values gained and lost, filters added and dropped.

use std::collections::HashSet;

use super::values::{Value, values};
use crate::algebra::{Filter, Request, ValueSet};
use crate::audience::Audience;
use crate::fields::{FieldId, Kind};
use crate::project::LabelBook;

/// What a change alone does to the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// More people pass.
    Widens,
    /// Fewer people pass.
    Narrows,
}

impl Effect {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Effect::Widens => "widens",
            Effect::Narrows => "narrows",
        }
    }

    fn reversed(self) -> Effect {
        match self {
            Effect::Widens => Effect::Narrows,
            Effect::Narrows => Effect::Widens,
        }
    }
}

/// What differs in the values that are included on a field, or in those that are excluded.
#[derive(Debug, Clone)]
pub struct FilterChange {
    /// The field.
    pub field: FieldId,
    /// Whether it is about excluded values.
    pub excluded: bool,
    /// The values before; none if nothing was asked for.
    pub before: Option<Vec<Value>>,
    /// The values now; none if nothing is asked for.
    pub after: Option<Vec<Value>>,
    /// Values that are new, and what that does.
    pub gained: Vec<Value>,
    /// What the new values do, or the new filter.
    pub gain: Option<Effect>,
    /// Values that are gone.
    pub lost: Vec<Value>,
    /// What the values that are gone do, or the dropped filter.
    pub loss: Option<Effect>,
}

/// A request of an audience, and the names of its project for IDs.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The audience.
    pub audience: &'a Audience,
    /// The label book of its project.
    pub book: &'a LabelBook,
    /// The request.
    pub request: &'a Request,
}

impl Asked<'_> {
    /// The values that are included or excluded on a field; none if nothing is asked for.
    fn values(&self, field: FieldId, excluded: bool) -> Option<Vec<Value>> {
        let filter = self.request.filter(field)?;
        Some(values(self.audience, self.book, filter, set(filter, excluded)?))
    }
}

fn set(filter: &Filter, excluded: bool) -> Option<&ValueSet> {
    match excluded {
        true => Some(&filter.exclude).filter(|values| !values.is_empty()),
        false => filter.includes.first(),
    }
}

/// What differs between two requests, in the order of the fields.
pub fn between(before: Asked, after: Asked) -> Vec<FilterChange> {
    let sides = FieldId::all().flat_map(|field| [(field, false), (field, true)]);
    let change = |(field, excluded)| {
        FilterChange::new(field, excluded, before.values(field, excluded), after.values(field, excluded))
    };
    sides.filter_map(change).collect()
}

impl FilterChange {
    /// None if nothing differs.
    fn new(
        field: FieldId,
        excluded: bool,
        before: Option<Vec<Value>>,
        after: Option<Vec<Value>>,
    ) -> Option<FilterChange> {
        let (old, new) = (before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
        let (gained, lost) = (without(field, new, old), without(field, old, new));
        if gained.is_empty() && lost.is_empty() {
            return None;
        }
        let (gain, loss) = match (&before, &after) {
            (None, _) => (Some(Effect::Narrows), None),
            (_, None) => (None, Some(Effect::Widens)),
            _ => effects(field, excluded, &gained, &lost),
        };
        Some(FilterChange { field, excluded, before, after, gained, gain, lost, loss })
    }

    /// Forget what the values do: together they leave the audience as it was.
    pub(super) fn without_effects(mut self) -> FilterChange {
        (self.gain, self.loss) = (None, None);
        self
    }
}

/// What values do that are gained and lost beside others that stay.
fn effects(field: FieldId, excluded: bool, gained: &[Value], lost: &[Value]) -> (Option<Effect>, Option<Effect>) {
    let more = if excluded { Effect::Narrows } else { Effect::Widens };
    let counts = |values: &[Value]| values.iter().any(|value| value.inside.is_none());
    // Whether one text finds more people than another nobody knows.
    match field.row().kind {
        Kind::Single => (None, None),
        _ => (counts(gained).then_some(more), counts(lost).then_some(more.reversed())),
    }
}

/// The values of `own` that are not in `other`; those that lie inside one of it say so.
fn without(field: FieldId, own: &[Value], other: &[Value]) -> Vec<Value> {
    let known: HashSet<&str> = other.iter().map(|value| value.id.as_str()).collect();
    let outer = |value: &Value| {
        let above = field.row().table().map_or(&[][..], |table| table.ancestors(value.number));
        let outer = above.iter().find_map(|id| other.iter().find(|outer| outer.number == *id));
        outer.map(|outer| crate::wording::value(&outer.label))
    };
    let new = own.iter().filter(|value| !known.contains(value.id.as_str()));
    new.map(|value| Value { inside: outer(value), ..value.clone() }).collect()
}
