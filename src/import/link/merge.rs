//! Two filters of a search that are one field of a persona.

use std::collections::HashSet;

use super::value::Lost;
use super::{DraftFilter, Effect, Findings};
use crate::salesnav::Filter;

/// Add what `filter` asks for. Of two filters of one field the exclusions add up; the inclusions of a second one
/// cannot be said unless they are the same.
pub fn add(asked: DraftFilter, filter: &Filter, filters: &mut Vec<DraftFilter>, findings: &mut Findings) {
    if asked.include.is_empty() && asked.exclude.is_empty() {
        return;
    }
    let Some(first) = filters.iter_mut().find(|first| first.field == asked.field) else {
        return filters.push(asked);
    };
    let mut seen: HashSet<String> = first.exclude.iter().cloned().collect();
    first.exclude.extend(asked.exclude.into_iter().filter(|value| seen.insert(value.clone())));
    if first.include.is_empty() {
        first.include = asked.include;
        first.notes.extend(asked.notes);
    } else if !asked.include.is_empty() && !is_same(&first.include, &asked.include) {
        for entry in filter.values.iter().filter(|entry| !entry.is_excluded) {
            let reason = Lost::because(
                "an earlier filter asks the same of leads, and a request takes one such list",
                "make one list of the two, or keep the leads of both after delivery",
            );
            findings.lost(filter, entry, &reason, Effect::Wider);
        }
    } else {
        first.notes.extend(asked.notes);
    }
}

fn is_same(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().collect::<HashSet<_>>() == other.iter().collect()
}
