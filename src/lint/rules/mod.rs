//! One file a lint, and the list of them all.

mod contested_label;
mod duplicate_value;
mod inclusion_excluded;
mod namesakes;
mod old_label;

use super::{Lint, Look, lint};

/// Every lint, in the order of the codes.
pub static LINTS: &[&Lint] =
    &[&duplicate_value::LINT, &old_label::LINT, &namesakes::LINT, &contested_label::LINT, &inclusion_excluded::LINT];
