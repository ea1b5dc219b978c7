//! What LinkedIn calls what the API calls something else: types of filters, and values of closed vocabularies.
//!
//! The facts are two files of `tables/`, each fact with its source. A type that is in neither is one of
//! [`FIELDS`](crate::fields::FIELDS) under the name that its row gives, or unknown; a value that is not there has
//! the ID and the label of the API's own vocabulary.

use std::sync::LazyLock;

use crate::fields::{FieldId, Values};

/// What a type of filter means for a persona.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This field.
    Field(FieldId),
    /// Something that the API has no filter for, such as `schools`.
    Unsaid(&'static str),
    /// Nobody knows.
    Unknown,
}

/// A value that LinkedIn writes otherwise than the API, or that the API has not.
#[derive(Debug, PartialEq, Eq)]
pub struct Listed {
    /// LinkedIn's ID.
    pub id: &'static str,
    /// LinkedIn's label; empty if nobody saw one.
    pub label: &'static str,
    /// The API's values; none if it has none.
    pub wire: Vec<&'static str>,
    /// Whether LinkedIn does not write it any more, and what it means is inferred.
    pub is_old: bool,
    kind: &'static str,
}

struct Type {
    kind: &'static str,
    sub_filter: &'static str,
    meaning: Meaning,
}

static TYPES: LazyLock<Vec<Type>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../tables/sales_navigator_types.tsv"));
    let row = |[kind, sub_filter, field, what, _source]: [&'static str; 5]| {
        let meaning = FieldId::find(field).map_or(Meaning::Unsaid(what), Meaning::Field);
        Type { kind, sub_filter, meaning }
    };
    rows.map(row).collect()
});

static VALUES: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../tables/sales_navigator_values.tsv"));
    let row = |[kind, id, label, wire, state, _source]: [&'static str; 6]| {
        let wire = wire.split('|').filter(|wire| !wire.is_empty()).collect();
        Listed { id, label, wire, is_old: state == "old", kind }
    };
    rows.map(row).collect()
});

fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

/// What a type of filter means, with its `selectedSubFilter`.
pub fn meaning(kind: &str, sub_filter: Option<&str>) -> Meaning {
    let is_it = |row: &&Type| row.kind == kind && (row.sub_filter.is_empty() || Some(row.sub_filter) == sub_filter);
    let listed = TYPES.iter().find(is_it).map(|row| row.meaning);
    // `keywords` is no type of filter, but a part of the query.
    let is_type = kind.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let field = || FieldId::all().find(|field| is_type && field.row().sales_navigator == kind);
    listed.or_else(|| field().map(Meaning::Field)).unwrap_or(Meaning::Unknown)
}

/// The value of a field with LinkedIn's ID; none if LinkedIn has no such value, as far as is known.
pub fn listed(field: FieldId, id: &str) -> Option<&'static Listed> {
    of(field).find(|value| value.id == id)
}

/// LinkedIn's label for a value of a type of filter, where it is listed.
pub fn label(kind: &str, id: &str) -> Option<&'static str> {
    let value = VALUES.iter().find(|value| value.kind == kind && value.id == id);
    value.map(|value| value.label).filter(|label| !label.is_empty())
}

/// LinkedIn's value for a value of the API; none if LinkedIn's is the same.
pub fn listed_of_wire(field: FieldId, wire: &str) -> Option<&'static Listed> {
    of(field).find(|value| !value.is_old && value.wire.contains(&wire))
}

/// LinkedIn's values that the API has not.
pub fn without_wire(field: FieldId) -> impl Iterator<Item = &'static Listed> {
    of(field).filter(|value| !value.is_old && value.wire.is_empty())
}

fn of(field: FieldId) -> impl Iterator<Item = &'static Listed> {
    VALUES.iter().filter(move |value| value.kind == field.row().sales_navigator)
}

impl Listed {
    /// Whether LinkedIn has values of its own for a field, so that the API's are not LinkedIn's.
    pub fn replaces(field: FieldId) -> bool {
        matches!(field.row().values, Values::Signal(_)) || of(field).any(|value| !value.is_old)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FIELDS;

    #[test]
    fn every_value_belongs_to_a_field_and_means_values_of_it() {
        for value in VALUES.iter() {
            let field = FieldId::all().find(|field| field.row().sales_navigator == value.kind);
            let row = field.unwrap_or_else(|| panic!("{} is a field", value.kind)).row();
            for wire in &value.wire {
                let is_known = match row.values {
                    Values::Label(closed) | Values::Quantity(closed, _) => closed.by_id(wire).is_some(),
                    Values::Signal(only) => only.unwrap_or("true") == *wire,
                    _ => false,
                };
                assert!(is_known, "{} has no {wire}", row.name);
            }
        }
    }

    #[test]
    fn every_value_of_the_api_has_one_id_at_linkedin() {
        for field in FieldId::all().filter(|field| Listed::replaces(*field)) {
            let all: Vec<&str> = match field.row().values {
                Values::Label(closed) | Values::Quantity(closed, _) => closed.rows().iter().map(|row| row.id).collect(),
                Values::Signal(only) => vec![only.unwrap_or("true")],
                _ => vec![],
            };
            for wire in all {
                assert_eq!(of(field).filter(|value| !value.is_old && value.wire.contains(&wire)).count(), 1, "{wire}");
            }
        }
    }

    #[test]
    fn types_are_known_once() {
        for (index, row) in TYPES.iter().enumerate() {
            assert!(FIELDS.iter().all(|field| field.sales_navigator != row.kind), "{} is a field", row.kind);
            let same = |other: &Type| other.kind == row.kind && other.sub_filter == row.sub_filter;
            assert!(!TYPES[..index].iter().any(same), "{} stands twice", row.kind);
            assert_ne!(row.meaning, Meaning::Unsaid(""), "{}", row.kind);
        }
    }
}
