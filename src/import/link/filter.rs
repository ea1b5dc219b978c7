//! One filter of a search as values of the request.

use std::collections::HashSet;

use super::value::{Lost, Notes, wires};
use super::{DraftFilter, Effect, Findings};
use crate::fields::{FieldId, Kind};
use crate::salesnav::{Entry, Filter, label, listed, without_wire};
use crate::tables::Closed;
use crate::wording::and;

/// What `filter` asks of `field`. What cannot be said is reported.
pub fn asked(field: FieldId, filter: &Filter, findings: &mut Findings) -> DraftFilter {
    let mut asked = DraftFilter { field, include: vec![], exclude: vec![], notes: vec![] };
    let (mut lost, mut notes, mut seen) = (vec![], Notes::default(), HashSet::new());
    for entry in &filter.values {
        let side = if entry.is_excluded { &mut asked.exclude } else { &mut asked.include };
        match wires(field, filter, entry, &mut notes, findings) {
            Ok(values) if is_too_many(field, entry, side, &values) => lost.push((entry, second_value())),
            Ok(values) => {
                side.extend(values.into_iter().filter(|value| seen.insert((entry.is_excluded, value.clone()))))
            }
            Err(_) if entry.is_excluded && is_outside(field, entry) => {}
            Err(reason) => lost.push((entry, reason)),
        }
    }
    asked.notes = notes.lines();
    exclude(&mut asked, filter, &mut lost, findings);
    let is_left = !asked.include.is_empty();
    for (entry, reason) in lost {
        let effect = if is_left && !entry.is_excluded { Effect::Narrower } else { Effect::Wider };
        findings.lost(filter, entry, &reason, effect);
    }
    if filter.values.is_empty() {
        findings.no_values(filter);
    }
    asked
}

/// Whether a request key that holds one value holds another one already.
fn is_too_many(field: FieldId, entry: &Entry, held: &[String], values: &[String]) -> bool {
    field.row().kind == Kind::Single && !entry.is_excluded && !held.is_empty() && held != values
}

fn second_value() -> Lost {
    Lost::because("a request takes one value here", "import the others as personas of their own")
}

/// Where the API cannot exclude, the rest of a vocabulary of which a lead has exactly one value says the same.
fn exclude<'f>(
    asked: &mut DraftFilter,
    filter: &'f Filter,
    lost: &mut Vec<(&'f Entry, Lost)>,
    findings: &mut Findings,
) {
    let row = asked.field.row();
    let outside = filter.values.iter().filter(|entry| entry.is_excluded && is_outside(asked.field, entry));
    let outside: Vec<&str> = outside.filter_map(|entry| label(&filter.kind.text, &entry.id.as_ref()?.text)).collect();
    if row.exclude.is_some() || (asked.exclude.is_empty() && outside.is_empty()) {
        return;
    }
    let excluded = std::mem::take(&mut asked.exclude);
    // Where all that the search includes is lost, the rest would be a filter that it does not have.
    let is_lost = asked.include.is_empty() && filter.values.iter().any(|entry| !entry.is_excluded);
    let rest = row.vocabulary().filter(|_| row.kind == Kind::ClosedOne && !is_lost);
    let rest = rest.map(|closed| (rest_of(closed, &asked.include, &excluded), closed));
    match rest {
        Some((rest, closed)) if !rest.is_empty() => {
            if asked.include.is_empty() {
                missing(asked.field, filter, findings);
            }
            asked.notes.push(complement_note(closed, &excluded, &outside, asked.include.is_empty()));
            asked.include = rest;
        }
        _ => {
            let all = filter.values.iter().filter(|entry| entry.is_excluded);
            lost.extend(all.map(|entry| (entry, no_exclusion(row.name, row.kind))));
        }
    }
}

/// Whether a value is one that the API has not and of which a lead has exactly one: the API's values leave it out.
fn is_outside(field: FieldId, entry: &Entry) -> bool {
    let value = entry.id.as_ref().and_then(|id| listed(field, &id.text));
    field.row().kind == Kind::ClosedOne && value.is_some_and(|value| value.wire.is_empty() && !value.is_old)
}

/// What is included, or all of the vocabulary, without what is excluded.
fn rest_of(closed: &'static Closed, included: &[String], excluded: &[String]) -> Vec<String> {
    let all = || closed.rows().iter().map(|row| row.id.to_owned()).collect();
    let all = if included.is_empty() { all() } else { included.to_vec() };
    all.into_iter().filter(|value| !excluded.contains(value)).collect()
}

/// The rest of LinkedIn's vocabulary may hold values that the API has not.
fn missing(field: FieldId, filter: &Filter, findings: &mut Findings) {
    let is_excluded = |id: &str| {
        let ids = filter.values.iter().filter(|entry| entry.is_excluded).filter_map(|entry| entry.id.as_ref());
        ids.into_iter().any(|own| own.text == id)
    };
    for value in without_wire(field).filter(|value| !is_excluded(value.id)) {
        findings.not_in_the_rest(filter, value);
    }
}

fn complement_note(closed: &'static Closed, excluded: &[String], outside: &[&str], of_all: bool) -> String {
    let label = |id: &String| closed.by_id(id).and_then(|row| closed.rows().get(row)).map_or("", |row| row.label);
    let labels: Vec<&str> = excluded.iter().map(label).chain(outside.iter().copied()).collect();
    let unknown = "leads of whom LinkedIn does not know it are not found";
    match of_all {
        true => format!("The search excludes {}; this is the rest, and {unknown}.", and(&labels)),
        false => format!("The search also excludes {}: these are what is left.", and(&labels)),
    }
}

fn no_exclusion(name: &str, kind: Kind) -> Lost {
    match kind {
        Kind::ClosedOne => Lost::because(
            "nothing is left of this filter that the API has",
            "look at the search in the browser: it may find nobody",
        ),
        Kind::ClosedMany => Lost::new(
            "the API cannot exclude it",
            format!("`{name} not in […]` asks for all others, which is not quite the same: a lead may have several"),
        ),
        _ => Lost::because("the API cannot exclude it", "leave these leads out after delivery"),
    }
}
