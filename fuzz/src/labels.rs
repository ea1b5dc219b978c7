//! Any text as a label: what is suggested for it can be written, and what is found is there.

use std::collections::BTreeSet;

use personac::explain::Topic;
use personac::fields::{FIELDS, Field, Values};
use personac::suggest::{MOST, nearest};
use personac::tables::{CLOSED, Closed, ClosedLookup, INDUSTRIES, LOCATIONS, Open, OpenLookup, Suggestion, fold};

/// Look it up everywhere.
pub fn labels(text: &str) {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded, "folded twice");
    CLOSED.iter().for_each(|table| in_closed(table, text));
    [&INDUSTRIES, &LOCATIONS].into_iter().for_each(|table| in_open(table, text));
    let near = nearest(text, FIELDS.iter().flat_map(Field::names));
    assert!(near.len() <= MOST, "{near:?}");
    if let Some(topic) = Topic::find(text) {
        assert!(!topic.page().is_empty());
    }
    let is_vocabulary = |row: &&personac::fields::Field| matches!(row.values, Values::Quantity(..));
    for row in FIELDS.iter().filter(is_vocabulary) {
        let Some(table) = row.vocabulary() else { continue };
        let bucket = text.trim().parse().ok().and_then(|quantity| table.bucket_of(quantity));
        assert!(bucket.is_none_or(|bucket| bucket < table.rows().len()));
    }
}

fn in_closed(table: &'static Closed, text: &str) {
    for suggestion in few(table.suggestions(text)) {
        assert!(matches!(table.lookup(&suggestion.label), ClosedLookup::Found(_)), "{suggestion:?} cannot be written");
        assert!(table.by_id(&suggestion.id).is_some(), "{suggestion:?} is not there");
    }
    let found: Vec<usize> = table.search(text).into_iter().map(|(row, _)| row).collect();
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "a row is found twice");
    if let ClosedLookup::Found(row) = table.lookup(text) {
        assert!(row < table.rows().len());
    }
}

fn in_open(table: &Open, text: &str) {
    for suggestion in few(table.suggestions(text)) {
        let OpenLookup::Found(found) = table.lookup(&suggestion.label) else {
            panic!("{suggestion:?} cannot be written");
        };
        assert_eq!(found.id.to_string(), suggestion.id, "{suggestion:?} is another");
    }
    let found: Vec<u32> = table.search(text).into_iter().map(|(id, _)| id).collect();
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "a row is found twice");
    let (begun, _) = table.begun(text, 20);
    assert!(begun.len() <= 20 && begun.iter().all(|(id, _)| table.row(*id).is_some()), "{begun:?}");
    match table.lookup(text) {
        OpenLookup::Found(found) => assert!(table.row(found.id).is_some(), "{found:?}"),
        OpenLookup::Ambiguous(ids) => {
            assert!(!ids.is_empty());
            for id in ids {
                let form = table.unique_form(id);
                let is_it = matches!(table.lookup(&form), OpenLookup::Found(found) if found.id == id);
                assert!(is_it, "`{form}` does not mean {id}");
            }
        }
        OpenLookup::Unknown => {}
    }
}

fn few(suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
    assert!(suggestions.len() <= MOST, "{suggestions:?}");
    suggestions
}
