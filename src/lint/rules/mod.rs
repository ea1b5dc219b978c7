//! One file a lint, and the list of them all.

mod contained_persona;
mod contested_label;
mod duplicate_value;
mod inclusion_excluded;
mod namesakes;
mod old_label;
mod repeated_name;
mod same_body;
pub(super) mod unknown_suppression;
pub(super) mod unused_suppression;

use super::{Lint, Look, lint};

/// Every lint, in the order of the codes.
#[rustfmt::skip]
pub static LINTS: &[&Lint] = &[
    &duplicate_value::LINT,
    &old_label::LINT,
    &namesakes::LINT,
    &contested_label::LINT,
    &inclusion_excluded::LINT,
    &same_body::LINT,
    &contained_persona::LINT,
    &repeated_name::LINT,
    &unused_suppression::LINT,
    &unknown_suppression::LINT,
];
