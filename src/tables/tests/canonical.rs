//! Form, order, counts and references of every table.

use std::collections::HashSet;

use crate::tables::text::body;
use crate::tables::*;

const HEADERS: &[(&str, &str)] = &[
    ("functions", "id\tlabel\taliases"),
    ("seniority", "id\tlabel\taliases"),
    ("years", "id\tlabel\taliases\tlow\thigh"),
    ("sizes", "id\tlabel\taliases\tlow\thigh"),
    ("company_types", "id\tlabel\taliases\tnote\tphrase"),
    ("relationships", "id\tlabel\taliases\tphrase"),
    ("industries", "id\tlabel\tparent\tlegacy_label\tlegacy_now\taliases\treference_label"),
    ("locations", "id\tname\tkind\tcountry\tparents\taliases\tsources"),
    ("hints", "table\tlabel\tids\tsource"),
    ("ambiguous", "table\tlabel\tids"),
];

fn read(file: &str) -> String {
    std::fs::read_to_string(format!("{}/tables/{file}.tsv", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn every_file_has_its_columns_and_no_stray_blanks() {
    for (file, header) in HEADERS {
        let text = read(file);
        assert_eq!(text.lines().next(), Some(*header), "{file}");
        assert!(text.ends_with('\n') && !text.contains('\r'), "{file}");
        let columns = header.split('\t').count();
        for line in text.lines() {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), columns, "{file}: {line}");
            assert!(cells.iter().flat_map(|cell| cell.split('|')).all(|part| part == part.trim()), "{file}: {line}");
        }
    }
}

#[test]
fn the_counts_are_those_of_the_sources() {
    let counts: Vec<_> = CLOSED.iter().map(|table| (table.file, table.rows().len())).collect();
    assert_eq!(
        counts,
        [("functions", 26), ("seniority", 10), ("years", 5), ("sizes", 8), ("company_types", 7), ("relationships", 4)]
    );
    assert_eq!(INDUSTRIES.rows().count(), 494);
    assert_eq!(LOCATIONS.rows().count(), 10_417);
}

#[test]
fn ids_ascend_and_so_do_buckets() {
    for table in [&INDUSTRIES, &LOCATIONS] {
        assert_eq!(table.rows().count(), body(table.text).lines().count());
        assert!(table.rows().is_sorted_by(|a, b| a.id < b.id), "{}", table.file);
    }
    for table in [&FUNCTIONS, &SENIORITIES, &YEARS] {
        assert!(table.rows().is_sorted_by_key(|row| row.id.parse::<u32>().unwrap()), "{}", table.file);
    }
    for table in [&SIZES, &YEARS] {
        let touch = |pair: &[ClosedRow]| pair[0].high.unwrap() + 1 == pair[1].low;
        assert!(table.rows().windows(2).all(touch), "{}", table.file);
        assert_eq!(table.rows().last().unwrap().high, None);
    }
}

#[test]
fn no_row_repeats_a_name() {
    for row in INDUSTRIES.rows().chain(LOCATIONS.rows()) {
        let names: Vec<_> = row.aliases().chain([row.label]).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{}", row.label);
    }
}

#[test]
fn parents_exist_are_larger_and_make_no_cycle() {
    for table in [&INDUSTRIES, &LOCATIONS] {
        for row in table.rows() {
            for parent in row.parents() {
                let parent = table.row(parent).unwrap_or_else(|| panic!("{} has no row {parent}", row.label));
                assert!(parent.kind <= row.kind, "{} is in {}", row.label, parent.label);
            }
            assert!(!table.ancestors(row.id).contains(&row.id), "{}", row.label);
        }
    }
}

#[test]
fn old_labels_that_moved_name_their_row() {
    for row in INDUSTRIES.rows() {
        let Some(now) = row.legacy_now else { continue };
        let now = INDUSTRIES.row(now).unwrap();
        assert_eq!(fold(row.legacy.unwrap()), fold(now.label));
    }
}

#[test]
fn every_place_but_the_world_is_in_the_world() {
    let outside: Vec<_> = LOCATIONS.rows().filter(|row| !LOCATIONS.within(row.id, 92_000_000)).collect();
    assert_eq!(outside, []);
}

#[test]
fn the_reference_contradicts_three_industries() {
    let contested = INDUSTRIES.rows().filter_map(|row| Some((row.id, row.reference_label?)));
    let expected = [(4, "Automotive"), (12, "Education"), (96, "Software Development")];
    assert_eq!(contested.collect::<Vec<_>>(), expected);
}

#[test]
fn hints_name_rows_and_no_label() {
    for line in read("hints").lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let table = [&INDUSTRIES, &LOCATIONS].into_iter().find(|table| table.file == cells[0]).unwrap();
        assert_eq!(table.lookup(cells[1]), OpenLookup::Unknown, "{line}");
        assert!(cells[2].split('|').all(|id| table.row(id.parse().unwrap()).is_some()), "{line}");
    }
}

#[test]
fn unions_have_their_members() {
    let count = |union| {
        let countries = LOCATIONS.rows().filter(|row| row.kind == Some(Kind::Country));
        countries.filter(|row| LOCATIONS.within(row.id, union)).count()
    };
    let unions = [(91000000, 27), (91000002, 30), (91000005, 3), (91000006, 3), (91000009, 5), (91000015, 2)];
    for (union, members) in unions {
        assert_eq!(count(union), members, "{union}");
    }
}

#[test]
fn every_row_can_be_reached() {
    for table in [&INDUSTRIES, &LOCATIONS] {
        for row in table.rows() {
            let form = table.unique_form(row.id);
            let reached = matches!(table.lookup(&form), OpenLookup::Found(found) if found.id == row.id);
            assert!(reached, "{form} does not mean {}", row.id);
        }
    }
    for table in CLOSED {
        for (at, row) in table.rows().iter().enumerate() {
            assert_eq!(table.lookup(row.label), ClosedLookup::Found(at), "{}", row.label);
            assert_eq!(table.by_id(row.id), Some(at));
        }
    }
}

#[test]
fn no_place_lies_in_two_countries() {
    for row in LOCATIONS.rows() {
        let countries = LOCATIONS.ancestors(row.id).iter().filter_map(|above| LOCATIONS.country(*above));
        let own = LOCATIONS.country(row.id);
        let others: Vec<&str> = countries.filter(|above| own.is_some_and(|own| own != *above)).collect();
        assert!(others.is_empty(), "{} is in {own:?} and {others:?}", row.label);
    }
}
