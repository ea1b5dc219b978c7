//! What two personas that overlap both ask for.

use crate::algebra::{Filter, Request, ValueSet, holds};
use crate::fields::{FieldId, Kind};

/// What two personas both ask for.
#[derive(Debug, Default)]
pub struct Common {
    /// Values that satisfy both; none for a signal that both ask for.
    pub both: Vec<(FieldId, ValueSet)>,
    /// Fields on which they ask for different values, so that somebody in both must have several.
    pub apart: Vec<FieldId>,
}

/// On how many fields two requests ask for the same, and on how many for different values.
#[derive(Debug, Default)]
pub struct Alike {
    /// Fields on which one value is enough for both.
    pub both: usize,
    /// Fields on which somebody in both must have several values.
    pub apart: usize,
}

/// How much alike two requests are.
pub fn alike(one: &Request, other: &Request) -> Alike {
    let mut alike = Alike::default();
    for (own, theirs) in pairs(one, other) {
        let shared = own.field.row().is_signal() || any_inside(own, theirs) || any_inside(theirs, own);
        let count = if shared { &mut alike.both } else { &mut alike.apart };
        *count += 1;
    }
    alike
}

/// Whether one value satisfies both filters.
fn any_inside(own: &Filter, theirs: &Filter) -> bool {
    included(own).any(|value| theirs.includes.iter().any(|values| holds(own.field, values, value)))
}

/// What the first requests of two personas that meet both ask for; such as share a value wherever they can come first.
pub fn common(one: &[Request], other: &[Request]) -> Common {
    let pairs = || one.iter().flat_map(|own| other.iter().map(move |theirs| (own, theirs)));
    let meeting = || pairs().filter(|(own, theirs)| own.meets(theirs));
    let best = meeting().find(|(own, theirs)| alike(own, theirs).apart == 0).or_else(|| meeting().next());
    best.map_or_else(Common::default, |(own, theirs)| in_both(own, theirs))
}

fn in_both(one: &Request, other: &Request) -> Common {
    let mut common = Common::default();
    for (own, theirs) in pairs(one, other) {
        let values = shared(own, theirs);
        match values.is_empty() && !own.field.row().is_signal() {
            true => common.apart.push(own.field),
            false => common.both.push((own.field, values)),
        }
    }
    common
}

/// Filters of both that include values of the same field.
fn pairs<'r>(one: &'r Request, other: &'r Request) -> impl Iterator<Item = (&'r Filter, &'r Filter)> {
    let including = one.filters.iter().filter(|filter| !filter.includes.is_empty());
    including.filter_map(|own| Some((own, other.filter(own.field).filter(|theirs| !theirs.includes.is_empty())?)))
}

/// Values of either that are, or lie inside, values of the other.
fn shared(own: &Filter, theirs: &Filter) -> ValueSet {
    if own.field.row().kind == Kind::Signal {
        return ValueSet::empty();
    }
    let inside =
        |value: &u32, filter: &Filter| filter.includes.iter().any(|values| holds(filter.field, values, *value));
    let own_inside = included(own).filter(|value| inside(value, theirs));
    own_inside.chain(included(theirs).filter(|value| inside(value, own))).collect()
}

fn included(filter: &Filter) -> impl Iterator<Item = u32> {
    filter.includes.iter().flat_map(ValueSet::iter)
}
