//! A request as a line of the persona language, for messages.

use super::in_source_order;
use crate::algebra::{Filter, Literal, Request};
use crate::fields::Values;
use crate::resolve::Atoms;
use crate::wording;

/// Values of one list that a message shows.
const MOST_VALUES: usize = 4;

/// The filters of a request as one line, long lists cut short.
pub fn request_as_persona(request: &Request, literals: &[Literal], atoms: &Atoms) -> String {
    let filters = request.filters.iter().flat_map(|filter| filter_as_persona(filter, literals, atoms));
    filters.collect::<Vec<_>>().join(" and ")
}

fn filter_as_persona(filter: &Filter, literals: &[Literal], atoms: &Atoms) -> Vec<String> {
    let name = filter.field.row().name;
    if filter.field.row().is_signal() {
        return vec![if filter.exclude.is_empty() { name.to_owned() } else { format!("not {name}") }];
    }
    if let Some(range) = as_range(filter) {
        return vec![format!("{name} {range}")];
    }
    let clause = |values, one: &str, many: &str| {
        let values = in_source_order(values, filter, literals);
        let shown: Vec<String> =
            values.iter().take(MOST_VALUES).map(|value| wording::value(&atoms.label(filter.field, *value))).collect();
        match (shown.as_slice(), values.len() - shown.len()) {
            ([only], 0) => format!("{name} {one} {only}"),
            (_, 0) => format!("{name} {many} [{}]", shown.join(", ")),
            (_, more) => format!("{name} {many} [{}, … {more} more]", shown.join(", ")),
        }
    };
    let includes = filter.includes.iter().map(|values| clause(values, "=", "in"));
    let excludes =
        Some(&filter.exclude).filter(|values| !values.is_empty()).map(|values| clause(values, "!=", "not in"));
    includes.chain(excludes).collect()
}

/// Buckets without a gap between them, as one range.
fn as_range(filter: &Filter) -> Option<String> {
    let Values::Quantity(closed, _) = filter.field.row().values else { return None };
    let values: Vec<u32> = filter.includes.first()?.iter().collect();
    let (first, last) = (*values.first()?, *values.last()?);
    let (low, high) = (closed.rows().get(first as usize)?.low, closed.rows().get(last as usize)?.high);
    let whole = last - first + 1 == values.len() as u32;
    whole.then(|| high.map_or_else(|| format!("{low}.."), |high| format!("{low}..{high}")))
}

/// The names of the fields that requests filter by: `title`, `title and size`, …
pub fn fields_in_words(requests: &[Request]) -> String {
    let mut names: Vec<&str> =
        requests.iter().flat_map(|request| request.filters.iter().map(|filter| filter.field.row().name)).collect();
    names.dedup();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(*name));
    wording::and(&names)
}
