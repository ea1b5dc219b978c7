//! How two lists of requests stand to each other, found by going through every kind of lead there can be. It knows
//! nothing of sets of requests: of each field it lists what a lead may have, and notes which requests that passes.

use std::collections::BTreeSet;

use personac::algebra::Relation;

use super::bodies::Body;
use super::vocabulary::{FIELDS, Field, Kind, Set, members, set};

/// A bit for each request, those before first.
type Requests = u128;

/// What one field lets a lead do: requests that ask for a value it has, and those that exclude one.
type Signature = (Requests, Requests);

/// Places of the vocabulary that surely lie in one country, country by country; nobody is in two of them.
const COUNTRIES: [Set; 4] = [0b111, 0b1_1000, 1 << 8, 1 << 9];

/// How those who `after` finds stand to those who `before` finds.
pub fn relation(before: &[Body], after: &[Body]) -> Relation {
    let all: Vec<&Body> = before.iter().chain(after).collect();
    assert!(all.len() <= 128, "there are bits for 128 requests");
    let old = bits(before.len());
    let new = bits(all.len()) & !old;
    let found = found_by(&all);
    let only = |own, other| found.iter().any(|requests| requests & own != 0 && requests & other == 0);
    let both = found.iter().any(|requests| requests & old != 0 && requests & new != 0);
    match (only(new, old), only(old, new)) {
        (false, false) => Relation::Same,
        (false, true) => Relation::Narrower,
        (true, false) => Relation::Wider,
        (true, true) if both => Relation::Overlapping,
        (true, true) => Relation::Disjoint,
    }
}

fn bits(count: usize) -> Requests {
    if count == 128 { Requests::MAX } else { (1 << count) - 1 }
}

/// For each kind of lead the requests that find it.
fn found_by(all: &[&Body]) -> BTreeSet<Requests> {
    let mut found = BTreeSet::from([bits(all.len())]);
    let mentioned: BTreeSet<usize> = all.iter().flat_map(|body| body.terms.iter().map(|term| term.field)).collect();
    for field in mentioned {
        let passed = passed(field, all);
        found = found.iter().flat_map(|one| passed.iter().map(move |other| one & other)).collect();
    }
    found
}

/// For everything that a lead may have of a field, the requests that it passes.
fn passed(field: usize, all: &[&Body]) -> BTreeSet<Requests> {
    let of = |value: usize| -> Signature {
        let asks = |include: bool| {
            let asks = |body: &&Body| {
                body.terms
                    .iter()
                    .any(|term| term.field == field && term.include == include && term.values() & set(&[value]) != 0)
            };
            (0..all.len()).filter(|index| asks(&all[*index])).fold(0, |bits, index| bits | 1 << index)
        };
        (asks(true), asks(false))
    };
    let includes = |body: &&Body| body.terms.iter().any(|term| term.field == field && term.include);
    let asking: Requests =
        (0..all.len()).filter(|index| includes(&all[*index])).fold(0, |bits, index| bits | 1 << index);
    let row = &FIELDS[field];
    let values: Vec<Signature> = (0..row.values.len()).map(of).collect();
    let together = |has: Set| members(has).into_iter().map(|value| values[value]).fold((0, 0), join);
    let signatures: BTreeSet<Signature> = match row.kind {
        Kind::One => values.iter().copied().collect(),
        Kind::Tree => places(row).into_iter().map(together).collect(),
        _ => any_of(&values),
    };
    signatures.into_iter().map(|(asked, excluded)| (!asking | asked) & !excluded & bits(all.len())).collect()
}

fn join(one: Signature, other: Signature) -> Signature {
    (one.0 | other.0, one.1 | other.1)
}

/// What a lead may have that has any of the values, or none.
fn any_of(values: &[Signature]) -> BTreeSet<Signature> {
    let mut all = BTreeSet::from([(0, 0)]);
    for value in values.iter().collect::<BTreeSet<_>>() {
        let more: Vec<Signature> = all.iter().map(|one| join(*one, *value)).collect();
        all.extend(more);
    }
    all
}

/// Everywhere a lead may be as far as the tables say: with each place in all that contain it, and in one country.
fn places(row: &Field) -> Vec<Set> {
    let is_whole = |has: Set| members(has).into_iter().all(|value| row.with_containers(value) & !has == 0);
    let countries = |has: Set| COUNTRIES.iter().filter(|country| has & **country != 0).count();
    let are_places = row.names[0] != "industry";
    (0..=row.whole()).filter(|has| is_whole(*has) && (!are_places || countries(*has) <= 1)).collect()
}
