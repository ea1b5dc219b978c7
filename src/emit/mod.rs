//! From requests to what is sent or shown.

mod curl;
mod json;
mod link;
mod persona;

pub use curl::{BASE_ADDRESS, SEARCH_PATH, curl};
pub use json::{Body, body, pretty};
pub use link::{LONGEST as LONGEST_LINK, link};
pub use persona::{fields_in_words, request_as_persona};

use crate::algebra::{Filter, Literal, ValueSet};

/// The values of a set in the order in which the source first yields them.
pub fn in_source_order(values: &ValueSet, filter: &Filter, literals: &[Literal]) -> Vec<u32> {
    if let [origin] = filter.origins.as_slice()
        && let Some(literal) = literals.get(*origin as usize)
        && literal.field == filter.field
        && literal.listed.len() == values.len()
        && literal.listed.iter().all(|value| values.contains(*value))
    {
        return literal.listed.clone();
    }
    let yielded = filter.origins.iter().filter_map(|origin| literals.get(*origin as usize));
    let yielded = yielded.filter(|literal| literal.field == filter.field).flat_map(|literal| literal.listed.iter());
    let mut seen = std::collections::HashSet::new();
    yielded.copied().chain(values.iter()).filter(|value| values.contains(*value) && seen.insert(*value)).collect()
}
