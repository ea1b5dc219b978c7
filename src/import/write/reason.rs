//! Why a filter stands in `raw`.

use std::collections::HashSet;

use crate::fields::Values;
use crate::import::DraftFilter;
use crate::wording::listed;

/// Values that a comment names.
const MOST: usize = 4;

/// Why no clause says what the filter asks for, in one sentence.
pub fn reason(filter: &DraftFilter) -> String {
    let (row, own) = (filter.field.row(), filter.field.row().name);
    let excluded: HashSet<&String> = filter.exclude.iter().collect();
    let unknown: Vec<&str> = match row.vocabulary() {
        Some(closed) => filter.include.iter().map(String::as_str).filter(|id| closed.by_id(id).is_none()).collect(),
        None => vec![],
    };
    match row.values {
        Values::Quantity(..) | Values::Label(_) if !unknown.is_empty() => {
            let shown = listed(unknown.iter().take(MOST).copied());
            format!("`{own}` has no words for {shown}.")
        }
        Values::Quantity(closed, _) | Values::Label(closed) if filter.include.len() >= closed.rows().len() => {
            format!("Every `{own}` there is: as a clause it would be dropped, for it leaves nobody out.")
        }
        _ if filter.include.iter().any(|value| excluded.contains(value)) => {
            format!("`{own}` includes what it excludes, which as clauses would find nobody, or others.")
        }
        _ => format!("No clause on `{own}` says just these values."),
    }
}
