//! What is known of places beside what contains what: nobody is in two countries at once.

use std::borrow::Borrow;

use super::set::ValueSet;
use crate::fields::FieldId;
use crate::tables::Open;

/// Whether a lead may have a value of each of these sets of a field; it may wherever the field is not about places.
pub fn lie_together<S: Borrow<ValueSet>>(field: FieldId, sets: &[S]) -> bool {
    match field.row().table().filter(|table| table.is_places()) {
        Some(table) if sets.len() > 1 => one_country(table, sets),
        _ => true,
    }
}

/// Whether there is a country in which a place of each set may lie. Places of no certain country may lie in any.
fn one_country<S: Borrow<ValueSet>>(table: &Open, sets: &[S]) -> bool {
    let countries = |set: &ValueSet| -> Vec<Option<&str>> { set.iter().map(|place| table.country(place)).collect() };
    let sets: Vec<Vec<Option<&str>>> = sets.iter().map(|set| countries(set.borrow())).collect();
    let allows = |own: &Vec<Option<&str>>, wanted: &Option<&str>| own.contains(&None) || own.contains(wanted);
    let certain = sets.iter().find(|own| !own.contains(&None));
    certain.is_none_or(|certain| certain.iter().any(|wanted| sets.iter().all(|own| allows(own, wanted))))
}
