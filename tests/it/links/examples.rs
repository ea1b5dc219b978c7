//! Addresses that people published, with the IDs of their searches and lists replaced.

use personac::salesnav::{encoded, find, parse};
use personac::source::SourceFile;

use super::import;

const ADDRESSES: &str = include_str!("../reference/sales_navigator_urls.txt");

/// The two that their authors damaged.
const DAMAGED: &[usize] = &[31, 32];

#[test]
fn what_becomes_of_each() {
    for (index, address) in ADDRESSES.lines().enumerate() {
        let imported = import(address);
        let persona = imported.persona().unwrap_or_else(|| "(no persona)\n".to_owned());
        let line = "─".repeat(40);
        let text = format!("{address}\n{line}\n{}{line}\n{persona}", imported.shown());
        insta::with_settings!({
            snapshot_path => "examples", prepend_module_to_snapshot => false, omit_expression => true,
        }, { insta::assert_snapshot!(format!("{:02}", index + 1), text) });
        assert_eq!(imported.has_errors(), DAMAGED.contains(&(index + 1)), "{address}");
    }
}

#[test]
fn each_is_written_back_byte_for_byte() {
    assert_eq!(ADDRESSES.lines().count(), 32);
    for (index, address) in ADDRESSES.lines().enumerate() {
        let source = SourceFile::new("link.txt", address);
        let found = find(&source).expect("a query");
        assert!(!found.is_raw && found.unknown.is_empty());
        match parse(address, found.query, found.is_raw) {
            Ok(parsed) => assert_eq!(encoded(&parsed.root), source.slice(found.query)),
            Err(fault) => assert!(DAMAGED.contains(&(index + 1)), "{fault:?} in {address}"),
        }
    }
}
