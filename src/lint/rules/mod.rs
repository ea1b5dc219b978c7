//! One file a lint, and the list of them all.

mod contested_label;
mod curly_quotes_in_text;
mod duplicate_value;
mod inclusion_excluded;
mod literal_secret;
mod lower_case_operator;
mod mixed_and_or;
mod namesakes;
mod old_label;
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
    &contested_label::LINT,
    &inclusion_excluded::LINT,
    &lower_case_operator::LINT,
    &unbalanced_text::LINT,
    &curly_quotes_in_text::LINT,
    &too_many_operators::LINT,
    &mixed_and_or::LINT,
    &unused_let::LINT,
    &unused_use::LINT,
    &literal_secret::LINT,
    &uuid_list_id::LINT,
    &unused_suppression::LINT,
    &unknown_suppression::LINT,
];
