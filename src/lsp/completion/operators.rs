//! What may stand behind a filter.

use super::around::Around;
use super::item::{Item, Kind};
use super::values::{covered, range};
use crate::fields::{FieldId, Values};

const ANY: &[(&str, &str)] = &[("=", "has this value"), ("in", "has one of a list")];
const EXCLUDE: &[(&str, &str)] = &[("!=", "has not this value"), ("not in", "has none of a list")];
const ORDERED: &[(&str, &str)] = &[
    (">=", "this value or more"),
    ("<=", "this value or less"),
    (">", "more than this value"),
    ("<", "less than this value"),
];

/// The operators that the field allows, and ranges where it counts something.
pub fn items(around: &Around, field: FieldId) -> Vec<Item> {
    let row = field.row();
    let exclude = if row.can_exclude() { EXCLUDE } else { &[] };
    let ordered = if row.ordered { ORDERED } else { &[] };
    let operators = ANY.iter().chain(exclude).chain(ordered).map(|(operator, words)| {
        let item = Item::new(Kind::Operator, *operator).detail(*words).manual(row.name);
        match around.is_line_end() && operator.ends_with("in") {
            true => item.snippet(format!("{operator} [$0]")),
            false => item,
        }
    });
    operators.chain(ranges(field)).collect()
}

fn ranges(field: FieldId) -> Vec<Item> {
    let Values::Quantity(closed, _) = field.row().values else { return vec![] };
    let item = |row| Item::new(Kind::Range, range(row)).detail(covered(row)).manual(field.row().name);
    closed.rows().iter().map(item).collect()
}
