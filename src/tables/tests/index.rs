//! The key indexes and the list of ambiguous labels, computed again from the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::tables::{CLOSED, How, INDUSTRIES, LOCATIONS, Open, fold};

type Index = BTreeMap<String, BTreeMap<u32, How>>;

fn index(table: &Open) -> Index {
    let mut index = Index::new();
    let mut bear = |label: &str, id, how: How| {
        let best = index.entry(fold(label)).or_default().entry(id).or_insert(how);
        *best = how.min(*best);
    };
    for row in table.rows() {
        bear(row.label, row.id, How::Name);
        row.aliases().for_each(|alias| bear(alias, row.id, How::Alias));
        row.first_part().into_iter().for_each(|first| bear(first, row.id, How::FirstPart));
    }
    // An old label that is a current one today means the current one.
    for row in table.rows() {
        for legacy in row.legacy.iter().filter(|legacy| !index.contains_key(&fold(legacy))).collect::<Vec<_>>() {
            index.entry(fold(legacy)).or_default().insert(row.id, How::Legacy);
        }
    }
    for row in table.rows() {
        if let Some(reference) = row.reference_label {
            index.entry(fold(reference)).or_default().entry(row.id).or_insert(How::Reference);
        }
    }
    index
}

fn write_index(table: &Open) -> String {
    let mut text = String::new();
    for (key, rows) in index(table) {
        text.push_str(&key);
        rows.iter().for_each(|(id, how)| write!(text, "\t{id}:{}", how.letter()).unwrap());
        text.push('\n');
    }
    text
}

#[test]
fn key_indexes_are_fresh() {
    for table in [&INDUSTRIES, &LOCATIONS] {
        let fresh = write_index(table);
        if std::env::var_os("UPDATE_TABLES").is_some() {
            let path = format!("{}/tables/{}.keys.tsv", env!("CARGO_MANIFEST_DIR"), table.file);
            std::fs::write(path, fresh).unwrap();
        } else {
            assert!(fresh == table.keys, "{0}.keys.tsv is stale: UPDATE_TABLES=1 cargo test key_indexes", table.file);
        }
    }
}

/// `table<TAB>folded label<TAB>ids` for each label that several rows bear.
fn shared_labels() -> BTreeSet<String> {
    let open = [&INDUSTRIES, &LOCATIONS].into_iter().flat_map(|table| {
        index(table).into_iter().filter_map(|(key, rows)| {
            let ids: Vec<_> = rows
                .iter()
                .filter(|(_, how)| !matches!(how, How::FirstPart | How::Reference))
                .map(|(id, _)| id.to_string())
                .collect();
            (ids.len() > 1).then(|| format!("{}\t{key}\t{}", table.file, ids.join("|")))
        })
    });
    let closed = CLOSED.iter().flat_map(|table| {
        let same = table.keys().chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
        same.map(|same| {
            let ids: Vec<_> = same.iter().map(|(_, row)| table.rows()[*row].id).collect();
            format!("{}\t{}\t{}", table.file, same[0].0, ids.join("|"))
        })
    });
    open.chain(closed).collect()
}

#[test]
fn shared_labels_are_exactly_the_listed_ones() {
    let listed = include_str!("../../../tables/ambiguous.tsv");
    let listed: Vec<_> = listed.lines().skip(1).map(str::to_owned).collect();
    let shared: Vec<_> = shared_labels().into_iter().collect();
    assert_eq!(listed, shared, "\n{}", shared.join("\n"));
}
