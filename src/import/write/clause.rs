//! The clauses of one filter.

use super::label::{Labels, Style};
use crate::fields::{Field, Kind, Values};
use crate::import::DraftFilter;
use crate::tables::Closed;

/// The conditions that a filter takes, one or two; `None` if there are no words for one of its values.
pub fn clauses(filter: &DraftFilter, labels: &Labels, style: Style) -> Option<Vec<String>> {
    let row = filter.field.row();
    let (include, exclude) = (distinct(&filter.include), distinct(&filter.exclude));
    let mut found = vec![];
    if !include.is_empty() {
        found.push(match (row.values, row.kind) {
            (Values::Signal(_), _) => (include.len() == 1).then(|| row.name.to_owned()),
            (_, Kind::Single) if include.len() > 1 => None,
            (Values::Quantity(closed, _), _) => quantity(row, closed, &include),
            (Values::Label(closed), Kind::ClosedOne) => closed_one(filter, closed, &include, labels, style),
            _ => listed(filter, &include, labels, style, false),
        }?);
    }
    if !exclude.is_empty() {
        row.exclude?;
        found.push(listed(filter, &exclude, labels, style, true)?);
    }
    (!found.is_empty()).then_some(found)
}

/// The values, each once, in their order.
fn distinct(values: &[String]) -> Vec<&str> {
    let mut seen = std::collections::HashSet::new();
    values.iter().map(String::as_str).filter(|value| seen.insert(*value)).collect()
}

/// `title = CEO`, `title not in [Intern, Trainee]`
fn listed(filter: &DraftFilter, values: &[&str], labels: &Labels, style: Style, not: bool) -> Option<String> {
    let written: Option<Vec<String>> = values.iter().map(|value| labels.value(filter.field, value, style)).collect();
    let name = filter.field.row().name;
    Some(match (written?.as_slice(), not) {
        ([only], false) => format!("{name} = {only}"),
        ([only], true) => format!("{name} != {only}"),
        (several, false) => format!("{name} in [{}]", several.join(", ")),
        (several, true) => format!("{name} not in [{}]", several.join(", ")),
    })
}

/// Rows of a vocabulary without a gap between them.
#[derive(Debug, Clone, Copy)]
struct Run {
    first: usize,
    last: usize,
}

fn runs(rows: &[usize]) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    for &row in rows {
        match runs.last_mut() {
            Some(run) if run.last + 1 == row => run.last = row,
            _ => runs.push(Run { first: row, last: row }),
        }
    }
    runs
}

/// The rows of the values in vocabulary order, and those that are missing.
fn rows(closed: &'static Closed, values: &[&str]) -> Option<(Vec<usize>, Vec<usize>)> {
    let mut own: Vec<usize> = values.iter().map(|value| closed.by_id(value)).collect::<Option<_>>()?;
    own.sort_unstable();
    let missing = (0..closed.rows().len()).filter(|row| !own.contains(row)).collect();
    Some((own, missing))
}

/// Whether what is left out says it in clearly fewer words.
fn says_more_by_not(own: &[usize], missing: &[usize]) -> bool {
    matches!((missing.len(), own.len()), (1, 5..) | (2, 7..))
}

/// Buckets: `size 51..1000`, `experience >= 6`, `tenure in [0..2, 6..10]`
fn quantity(row: &Field, closed: &'static Closed, values: &[&str]) -> Option<String> {
    let (own, missing) = rows(closed, values)?;
    let (name, last) = (row.name, closed.rows().len() - 1);
    let range = |run: &Run| {
        let (low, high) = (closed.rows()[run.first].low, closed.rows()[run.last].high);
        match high {
            Some(high) if high == low => low.to_string(),
            Some(high) => format!("{low}..{high}"),
            None => format!("{low}.."),
        }
    };
    Some(match runs(&own).as_slice() {
        [run] if run.last == last => format!("{name} >= {}", closed.rows()[run.first].low),
        [run] if run.first == 0 => match closed.rows()[run.last].high {
            Some(0) => format!("{name} < 1"),
            Some(high) if closed.rows()[0].low == 0 || run.last > 2 => format!("{name} <= {high}"),
            _ => format!("{name} {}", range(run)),
        },
        [run] => format!("{name} {}", range(run)),
        _ if says_more_by_not(&own, &missing) => match runs(&missing).as_slice() {
            [run] => format!("{name} not in {}", range(run)),
            several => format!("{name} not in [{}]", several.iter().map(range).collect::<Vec<_>>().join(", ")),
        },
        several => format!("{name} in [{}]", several.iter().map(range).collect::<Vec<_>>().join(", ")),
    })
}

/// Labels of which a lead has one: a comparison where they are ordered and reach an end, what is left out where that
/// is shorter, else a list.
fn closed_one(
    filter: &DraftFilter,
    closed: &'static Closed,
    values: &[&str],
    labels: &Labels,
    style: Style,
) -> Option<String> {
    let row = filter.field.row();
    let (own, missing) = rows(closed, values)?;
    let label = |at: usize| crate::wording::value(closed.rows()[at].label);
    match runs(&own).as_slice() {
        [run] if row.ordered && own.len() > 1 && missing.iter().all(|other| *other < run.first) => {
            Some(format!("{} >= {}", row.name, label(run.first)))
        }
        [run] if row.ordered && own.len() > 1 && missing.iter().all(|other| *other > run.last) => {
            Some(format!("{} <= {}", row.name, label(run.last)))
        }
        _ if says_more_by_not(&own, &missing) => {
            let ids: Vec<&str> = missing.iter().map(|at| closed.rows()[*at].id).collect();
            listed(filter, &ids, labels, style, true)
        }
        _ => listed(filter, values, labels, style, false),
    }
}
