//! Why a filter stands in `raw`.

use std::collections::HashSet;

use crate::fields::Values;
use crate::import::DraftFilter;
use crate::resolve::{is_hidden, is_uuid};
use crate::wording::listed;

/// Values that a comment names.
const MOST: usize = 4;

/// Why no clause says what the filter asks for, in one sentence.
pub fn reason(filter: &DraftFilter) -> String {
    let (row, own) = (filter.field.row(), filter.field.row().name);
    let excluded: HashSet<&String> = filter.exclude.iter().collect();
    let values = filter.include.iter().chain(&filter.exclude).map(String::as_str);
    let unknown: Vec<&str> = values.filter(|value| !has_words(row.values, value)).take(MOST).collect();
    match row.values {
        Values::Text if !unknown.is_empty() => {
            format!("A text of `{own}` is blank, or holds a character that nobody sees.")
        }
        _ if !unknown.is_empty() => format!("`{own}` has no words for {}.", listed(unknown.into_iter())),
        Values::Quantity(closed, _) | Values::Label(closed) if filter.include.len() >= closed.rows().len() => {
            format!("Every `{own}` there is: as a clause it would be dropped, for it leaves nobody out.")
        }
        _ if filter.include.iter().any(|value| excluded.contains(value)) => {
            format!("`{own}` includes what it excludes, which as clauses would find nobody, or others.")
        }
        _ => format!("No clause on `{own}` says just these values."),
    }
}

/// Whether a clause can name the value.
fn has_words(values: Values, value: &str) -> bool {
    let is_digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    match values {
        Values::Label(closed) | Values::Quantity(closed, _) => closed.by_id(value).is_some(),
        Values::Listed(_) => value.parse::<u32>().is_ok_and(|id| id.to_string() == value),
        Values::Company => is_digits && value.len() <= 20,
        Values::ListId => (is_digits && value.len() <= 20) || is_uuid(value),
        Values::Text => !value.trim().is_empty() && !value.chars().any(is_hidden),
        Values::Profile | Values::Signal(_) => true,
    }
}
