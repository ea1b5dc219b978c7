//! Hostile texts: nothing makes the parser panic or report places outside the text, and safe fixes mend.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::dump::{apply, tree};
use super::plain::same_by_grammar;
use crate::diagnostic::{Diagnostic, Safety};
use crate::source::{FileId, SourceFile};
use crate::syntax::{MOST_FINDINGS, parse};

fn findings(text: &str) -> Vec<Diagnostic> {
    parse(&SourceFile::new("test.persona", text), FileId(0)).diagnostics
}

/// Read `text`; check every span, and that every fix changes the text.
fn check(text: &str) {
    tree(text);
    same_by_grammar(text);
    for finding in findings(text) {
        assert!(!finding.labels.is_empty(), "{finding:?}");
        let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in finding.labels.iter().map(|label| label.location.span).chain(edits) {
            assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}: {finding:?}");
        }
        for fix in &finding.fixes {
            assert_ne!(apply(text, fix), text, "{finding:?}");
        }
    }
}

/// Every safe fix removes a finding; one that closes a string may bring out another that was hidden behind it.
pub(super) fn safe_fixes_mend(text: &str) {
    let found = findings(text);
    for finding in &found {
        let hides = usize::from(finding.rule.code == "P107");
        for fix in finding.fixes.iter().filter(|fix| fix.safety == Safety::Safe) {
            let mended = apply(text, fix);
            assert!(findings(&mended).len() < found.len() + hides, "{text:?} -> {mended:?}");
        }
    }
}

/// Texts made of pieces of the language.
fn fragments() -> impl Strategy<Value = String> {
    let pieces = vec![
        "title",
        "size",
        "changed_jobs",
        " ",
        " ",
        " ",
        "\n",
        "\n  ",
        "in ",
        "not in ",
        "= ",
        "!= ",
        ">= ",
        "== ",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "\"VP of Sales\"",
        "\"open",
        "“curly”",
        "'single'",
        "CEO",
        "VP Sales",
        "51..1000",
        "3..",
        "..5",
        "5 years",
        "51-200",
        "10001+",
        "R&D",
        ", ",
        ";",
        "and ",
        "or ",
        "not ",
        "!",
        "&& ",
        "|| ",
        "let x = ",
        "use \"a\" as b",
        "persona p {",
        "name: ",
        "limit: 5",
        "custom: {a: 1}",
        "$x",
        "$a.b",
        "$",
        "# note\n",
        "// note\n",
        "\u{a0}",
        "é",
        "\\",
        "\"\\q\"",
        "???",
        "env(\"X\")",
        "is ",
        ":",
        "\u{feff}",
        "\r\n",
        "to ",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        tree(&text);
        findings(&text);
        same_by_grammar(&text);
    }

    #[test]
    fn any_fragments_are_read(text in fragments()) {
        check(&text);
    }
}

#[test]
fn a_missing_and_uncovers_no_second_slip() {
    for text in ["$a.b5 years'single'", "(a = b) years'single'", "$a years’single’"] {
        safe_fixes_mend(text);
    }
}

/// An open bracket takes whatever comes after it: a comma would be asked for again and again.
#[test]
fn no_comma_is_missing_behind_an_open_bracket() {
    for text in ["let x = [[\nin ", "name: [a, {{title"] {
        assert!(findings(text).iter().all(|finding| finding.rule.code != "P105"), "{text:?}");
    }
}

#[test]
fn hostile_texts_take_no_time() {
    const BYTES: usize = 20_000;
    for unit in [
        "(",
        "[",
        "{",
        "\"",
        "$",
        "\n",
        "a and ",
        "not ",
        "!",
        "a\n",
        "and ",
        "'",
        "a = \n",
        "x: ",
        ")",
        "}",
        "t in [a\n",
        "a = [",
        "? ",
    ] {
        let text = unit.repeat(BYTES / unit.len());
        let start = Instant::now();
        let found = findings(&text);
        assert!(start.elapsed() < Duration::from_secs(20), "{unit:?} took {:?}", start.elapsed());
        assert!(found.len() <= MOST_FINDINGS, "{unit:?}");
    }
}

#[test]
fn deep_nesting_is_one_finding_and_no_tree() {
    for text in ["(".repeat(200), "not ".repeat(200) + "a", "(not ".repeat(100) + "a", "!".repeat(500)] {
        let codes: Vec<_> = findings(&text).iter().map(|finding| finding.rule.code).collect();
        assert_eq!(codes, ["P112"], "{text}");
        assert_eq!(tree(&text), "");
    }
    assert_eq!(findings(&("not ".repeat(128) + "a")).len(), 0);
    assert_eq!(findings(&("(".repeat(128) + "a" + &")".repeat(128))).len(), 0);
}

#[test]
fn bytes_that_are_no_text() {
    let code = |bytes: Vec<u8>| crate::syntax::check_bytes("a", FileId(0), bytes).1.map(|finding| finding.rule.code);
    assert_eq!(code(b"a".to_vec()), None);
    assert_eq!(code(b"a = \xff".to_vec()), Some("P114"));
    assert_eq!(code(b"\xff\xfea\0".to_vec()), Some("P114"));
    assert_eq!(code(vec![b' '; 1024 * 1024]), None);
    assert_eq!(code(vec![b' '; 1024 * 1024 + 1]), Some("P113"));
}
