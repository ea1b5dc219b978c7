//! What labels and quantities mean in the closed vocabularies.

use crate::tables::*;

fn id(table: &'static Closed, label: &str) -> Option<&'static str> {
    match table.lookup(label) {
        ClosedLookup::Found(row) => Some(table.rows()[row].id),
        _ => None,
    }
}

#[test]
fn labels_and_aliases_resolve() {
    assert_eq!(id(&FUNCTIONS, "sales"), Some("25"));
    assert_eq!(id(&FUNCTIONS, "Arts & Design"), Some("3"));
    assert_eq!(id(&FUNCTIONS, "HR"), Some("12"));
    assert_eq!(id(&SENIORITIES, "vice-president"), Some("300"));
    assert_eq!(id(&SENIORITIES, "C-Suite"), Some("310"));
    assert_eq!(id(&SENIORITIES, "owner/partner"), Some("320"));
    assert_eq!(id(&COMPANY_TYPES, "non profit"), Some("N"));
    assert_eq!(id(&RELATIONSHIPS, "3rd+"), Some("O"));
    assert_eq!(id(&FUNCTIONS, "Salez"), None);
}

#[test]
fn a_label_of_two_rows_is_ambiguous() {
    assert_eq!(SENIORITIES.lookup("manager"), ClosedLookup::Ambiguous(vec![4, 5]));
    assert_eq!(FUNCTIONS.lookup("PM"), ClosedLookup::Ambiguous(vec![18, 19]));
}

#[test]
fn buckets_are_read_with_their_signs() {
    for size in ["51-200", "51–200", "51 - 200", "51-200 employees", "51 to 200"] {
        assert_eq!(id(&SIZES, size), Some("51-200"), "{size}");
    }
    for size in ["10001+", "10,001+", "10,000+", "10001+ employees"] {
        assert_eq!(id(&SIZES, size), Some("10001+"), "{size}");
    }
    assert_eq!(id(&SIZES, "1,001-5,000"), Some("1001-5000"));
    assert_eq!(id(&YEARS, "< 1 year"), Some("1"));
    for other in ["51200", "5-1200", "10001", "110"] {
        assert_eq!(SIZES.lookup(other), ClosedLookup::Unknown, "{other}");
    }
}

#[test]
fn a_quantity_has_one_bucket() {
    let size = |employees| SIZES.bucket_of(employees).map(|row| SIZES.rows()[row].id);
    assert_eq!([size(0), size(1), size(200), size(201)], [None, Some("1-10"), Some("51-200"), Some("201-500")]);
    assert_eq!(size(u64::MAX), Some("10001+"));
    assert_eq!(YEARS.bucket_of(0), Some(0));
    assert_eq!(YEARS.bucket_of(10), Some(3));
    assert_eq!(SENIORITIES.bucket_of(300), None);
}

#[test]
fn contested_letters_carry_a_note() {
    let noted: Vec<_> = COMPANY_TYPES.rows().iter().filter(|row| row.note.is_some()).map(|row| row.id).collect();
    assert_eq!(noted, ["E", "S", "X"]);
}
