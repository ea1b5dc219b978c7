//! One file a lint, and the list of them all.

mod almost_everything;
mod complement_drops_unknown;
mod contained_persona;
mod contested_label;
mod curly_quotes_in_text;
mod duplicate_value;
mod filter_in_raw;
mod idle_clause;
mod idle_exclusion;
mod inclusion_excluded;
mod label_spelling;
mod literal_secret;
mod lower_case_operator;
mod mixed_and_or;
mod namesakes;
mod nested_industry;
mod nested_location;
mod no_limit;
mod no_name;
mod old_label;
mod raw_id;
mod repeated_name;
mod same_body;
mod single_source_location;
mod title_swallowed;
mod too_many_operators;
mod unbalanced_text;
pub(super) mod unknown_suppression;
mod unused_let;
pub(super) mod unused_suppression;
mod unused_use;
mod uuid_list_id;

use super::{Lint, Look, lint};

/// Every lint, in the order of the codes.
#[rustfmt::skip]
pub static LINTS: &[&Lint] = &[
    &title_swallowed::LINT,
    &duplicate_value::LINT,
    &old_label::LINT,
    &namesakes::LINT,
    &raw_id::LINT,
    &label_spelling::LINT,
    &contested_label::LINT,
    &nested_location::LINT,
    &nested_industry::LINT,
    &inclusion_excluded::LINT,
    &idle_exclusion::LINT,
    &no_limit::LINT,
    &idle_clause::LINT,
    &single_source_location::LINT,
    &lower_case_operator::LINT,
    &unbalanced_text::LINT,
    &curly_quotes_in_text::LINT,
    &too_many_operators::LINT,
    &mixed_and_or::LINT,
    &unused_let::LINT,
    &unused_use::LINT,
    &literal_secret::LINT,
    &same_body::LINT,
    &contained_persona::LINT,
    &no_name::LINT,
    &repeated_name::LINT,
    &almost_everything::LINT,
    &uuid_list_id::LINT,
    &complement_drops_unknown::LINT,
    &unused_suppression::LINT,
    &unknown_suppression::LINT,
    &filter_in_raw::LINT,
];
